import type { HealthBar } from '#server/domain/projects/project.view.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { type Health, Prisma } from '#server/platform/database/schema.ts';

const BARS = 8;

/** The newest published statuses of each project, oldest first, at most eight, in one query. */
export async function healthBars(
  db: Database | Tx,
  projectIds: readonly string[],
): Promise<Map<string, HealthBar[]>> {
  const bars = new Map<string, HealthBar[]>();
  if (projectIds.length === 0) return bars;
  const rows = await db.$queryRaw<{ projectId: string; at: Date; health: Health }[]>(Prisma.sql`
    SELECT wanted.id AS "projectId", s.published_at AS at, s.health::text AS health
    FROM unnest(${projectIds}::uuid[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT s.published_at, s.health FROM status_update s
      JOIN entry e ON e.id = s.entry_id AND e.state = 'published'
      WHERE s.project_id = wanted.id
      ORDER BY s.published_at DESC, s.entry_id DESC LIMIT ${BARS}) s
    ORDER BY s.published_at`);
  for (const row of rows) {
    const list = bars.get(row.projectId) ?? [];
    list.push({ at: row.at.toISOString(), health: row.health });
    bars.set(row.projectId, list);
  }
  return bars;
}
