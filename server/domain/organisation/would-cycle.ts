import type { Tx } from '#server/platform/database/client.ts';

/**
 * Whether a position would, at any time from a day on, stand above itself if it reported to that manager: walks up from
 * the manager, over lines that hold at a common time.
 */
export async function wouldCycle(
  tx: Tx,
  positionId: string,
  managerId: string,
  from: Date,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ cycle: boolean }[]>`
    WITH RECURSIVE up AS (
      SELECT ${managerId}::uuid AS id, daterange(${from}::date, NULL) AS period
      UNION
      SELECT l.manager_id, up.period * daterange(l.valid_from, l.valid_to)
      FROM up JOIN reporting_line l ON l.position_id = up.id AND l.kind = 'primary'
        AND up.period && daterange(l.valid_from, l.valid_to)
      WHERE up.id <> ${positionId}::uuid
    )
    SELECT EXISTS (SELECT 1 FROM up WHERE id = ${positionId}::uuid) AS cycle`;
  return rows[0]?.cycle ?? false;
}
