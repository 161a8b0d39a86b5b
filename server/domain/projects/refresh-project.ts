import type { Parts } from '#server/domain/parts.ts';
import { planStatus } from '#server/domain/projects/cadence/plan-status.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/**
 * Copies health, target and time of the newest published status to its project, after one was deleted, hidden
 * or restored. A project without any keeps its target.
 */
export async function refreshProject(
  tx: Tx,
  parts: Pick<Parts, 'clock'>,
  statusEntryId: string,
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE project p SET
      health = newest.health, last_status_at = newest.published_at,
      target_on = CASE WHEN newest.entry_id IS NULL THEN p.target_on ELSE newest.target_on END
    FROM status_update changed
    LEFT JOIN LATERAL (
      SELECT s.entry_id, s.health, s.published_at, s.target_on FROM status_update s
      JOIN entry e ON e.id = s.entry_id AND e.state = 'published'
      WHERE s.project_id = changed.project_id
      ORDER BY s.published_at DESC, s.entry_id DESC LIMIT 1) newest ON true
    WHERE changed.entry_id = ${statusEntryId}::uuid AND p.id = changed.project_id RETURNING p.id::text`);
  if (rows[0]) await planStatus(tx, parts, rows[0].id);
}
