import type { Parts } from '#server/domain/parts.ts';
import { drawAvif } from '#server/platform/images/draw-avif.ts';
import { masterKey, pictureKey } from './storage-keys.ts';

/** About half a minute of work. */
const AT_ONCE = 20;

type Picture = { id: string; storageKey: string; widths: number[] };
type Needs = Pick<Parts, 'db' | 'files' | 'log'>;

/**
 * Draws the pictures that came in as AVIF, too, the oldest first: nobody who uploads waits for that. Kept where it is
 * smaller in every width, so that whoever takes it never loads more.
 * @returns how many were looked at
 */
export async function drawDueAvifs(parts: Needs): Promise<number> {
  const due = await parts.db.file.findMany({
    where: { avif: null },
    select: { id: true, storageKey: true, widths: true },
    orderBy: { createdAt: 'asc' },
    take: AT_ONCE,
  });
  for (const picture of due) await settle(parts, picture);
  return due.length;
}

async function settle(parts: Needs, picture: Picture): Promise<void> {
  const { db, files } = parts;
  const drawn = await draw(parts, picture);
  for (const [index, bytes] of (drawn ?? []).entries())
    await files.put(keys(picture)[index] as string, bytes, 'image/avif');
  const { count } = await db.file.updateMany({ where: { id: picture.id }, data: { avif: drawn !== null } });
  await files.remove(masterKey(picture));
  // Thrown away while it was drawn: whoever did that could not know of these bytes.
  if (count === 0) for (const key of keys(picture)) await files.remove(key);
}

function keys(picture: Picture): string[] {
  return picture.widths.map((width) => pictureKey(picture, width, 'avif'));
}

/** Null where it is not to be had, or saves nothing. */
async function draw({ files, log }: Needs, picture: Picture): Promise<Uint8Array[] | null> {
  const master = await files.get(masterKey(picture));
  if (!master) return null;
  const webps = await Promise.all(
    picture.widths.map((width) => files.get(pictureKey(picture, width, 'webp'))),
  );
  const avifs = await drawAvif(master, picture.widths).catch((error: unknown) => {
    log.warn({ err: error, fileId: picture.id }, 'a picture stays as it is: it cannot be drawn as AVIF');
    return [];
  });
  const smaller = avifs.filter((bytes, index) => bytes.length < (webps[index]?.length ?? 0));
  return smaller.length === picture.widths.length ? smaller : null;
}
