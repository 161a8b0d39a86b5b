import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { SearchReader } from '#server/platform/search-engine/search-engine.ts';

/** What the actor may see, for an engine: whether open things, and the closed audiences they belong to. */
export async function searchReader(
  db: Database,
  actor: Pick<Actor, 'personId' | 'role'>,
): Promise<SearchReader> {
  const insider = isInsider(actor);
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH mine AS (
      SELECT audience_id FROM audience_membership WHERE person_id = ${actor.personId}::uuid
        AND valid_from <= CURRENT_DATE AND (valid_to IS NULL OR valid_to > CURRENT_DATE))
    SELECT a.id::text FROM audience a
    WHERE NOT (a.open AND ${insider}) AND a.id IN (
      SELECT audience_id FROM mine UNION SELECT p.audience_id FROM audience_part p JOIN mine ON mine.audience_id = p.part_id)`;
  return { insider, audienceIds: rows.map((row) => row.id) };
}
