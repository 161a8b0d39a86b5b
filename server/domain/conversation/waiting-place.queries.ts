import { MODERATION_PAGE, type Place } from '#server/domain/conversation/moderation/moderation-page.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** The moderators' lists in which an entry waits for a decision, by their place in the address, and their tables. */
const LISTS = { reports: 'report', contests: 'contest' } as const;

/**
 * What the address of the moderators' page asks for the page of a list on which an entry waits: `?reports=…`, empty where it
 * is among the first. Null where nothing about it is open any more.
 */
export async function waitingPlace(db: Database, actor: Actor, entryId: string): Promise<string | null> {
  for (const [list, table] of Object.entries(LISTS)) {
    const [own, before, ...others] = await upTo(db, actor, Prisma.raw(table), entryId);
    if (!own) continue;
    return before && others.length > MODERATION_PAGE - 2
      ? `?${list}=${before.at.getTime()}.${before.id}`
      : '';
  }
  return null;
}

/** What waits in a list up to the entry and with it, the last first; each entry stands where its first row does. */
function upTo(db: Database, actor: Actor, table: Prisma.Sql, entryId: string): Promise<Place[]> {
  return db.$queryRaw<Place[]>`
    WITH own AS (
      SELECT created_at, id FROM ${table} WHERE entry_id = ${entryId}::uuid AND state = 'open' ORDER BY created_at, id LIMIT 1)
    SELECT r.created_at AS at, r.id::text FROM own
    JOIN ${table} r ON r.state = 'open' AND (r.created_at, r.id) <= (own.created_at, own.id)
    JOIN entry e ON e.id = r.entry_id AND e.author_id <> ${actor.personId}::uuid
    WHERE NOT EXISTS (SELECT 1 FROM ${table} earlier WHERE earlier.entry_id = r.entry_id AND earlier.state = 'open'
      AND (earlier.created_at, earlier.id) < (r.created_at, r.id))
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${MODERATION_PAGE + 1}`;
}
