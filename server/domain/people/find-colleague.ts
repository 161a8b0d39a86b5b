import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { toDay } from './day.ts';
import { knownTo } from './people.policy.ts';

/** No name with its handle is longer; looking for the handle takes time that grows with the square of the length. */
const LONGEST = 400;

/**
 * The colleague meant by what somebody typed into a form: "Jonas Böttger · @jonas.boettger", a handle, or a full
 * name that only one person bears. Null where nobody, or more than one, is meant,
 * and for those of whom the actor may not know.
 */
export async function findColleague(
  db: Database,
  actor: Pick<Actor, 'personId' | 'role'>,
  typed: string,
  today: Date,
): Promise<string | null> {
  const text = typed.replaceAll('\0', '').trim();
  if (!text || text.length > LONGEST) return null;
  const handle = /@?([\p{L}\p{N}._-]+)$/u.exec(text)?.[1]?.toLowerCase() ?? '';
  const rows = await db.$queryRaw<{ id: string; exact: boolean }[]>`
    SELECT id::text, handle = ${handle} AS exact FROM person
    WHERE (handle = ${handle} OR lower(display_name) = lower(${text}))
      AND erased_at IS NULL AND NOT name_withheld AND (ends_on IS NULL OR ends_on > ${toDay(today)}::date)
      AND ${knownTo(actor, Prisma.sql`person.id`, toDay(today))}
    LIMIT 3`;
  const byHandle = text.includes('@') || !text.includes(' ') ? rows.find((row) => row.exact) : undefined;
  if (byHandle) return byHandle.id;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
