import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { entryReadable } from './entry.policy.ts';
import type { EntryView } from './entry.view.ts';
import { type EntryRow, entryColumns, entryJoins } from './entry-row.ts';
import { present } from './present-entry.ts';

/** The entries behind `ids` that the actor may read, by id; one statement however many. */
export async function entryViews(
  db: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, EntryView>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns(actor)} FROM entry e ${entryJoins(actor)}
    WHERE e.id = ANY(${[...ids]}::uuid[]) AND ${entryReadable(actor, 'e')}`;
  return new Map((await present(db, actor, rows)).map((view) => [view.id, view]));
}
