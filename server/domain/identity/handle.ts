import type { Tx } from '#server/platform/database/client.ts';
import { fold } from '#server/platform/text/fold.ts';

const LONGEST = 40;

/**
 * The address part that a name wants: `aylin-kaya`. Names without a Latin letter, and withheld ones,
 * take one from the id, so that an address never tells what was withheld.
 */
export function handleFor(name: string, id: string): string {
  const wanted = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return wanted === '' ? `p-${id.replaceAll('-', '').slice(-10)}` : wanted;
}

/** Gives each wanted handle a free one, in order, by adding -2, -3 …; one query for the whole batch. */
export async function freeHandles(tx: Tx, wanted: string[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.$queryRaw<{ handle: string }[]>`
    SELECT p.handle FROM person p
    WHERE regexp_replace(p.handle, '-[0-9]+$', '') = ANY(${[...new Set(wanted)]}::text[]) OR p.handle = ANY(${wanted}::text[])`;
  const taken = new Set(rows.map((row) => row.handle));
  return wanted.map((handle) => {
    let free = handle;
    for (let number = 2; taken.has(free); number += 1) free = `${handle}-${number}`;
    taken.add(free);
    return free;
  });
}
