import { joinMany, leaveMany } from '#server/domain/audience/join-many.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { dayText, holders, inForce } from './project-holders.ts';

/**
 * Brings a project's audience in line with its chart: whoever sits on one of its positions today, and whoever
 * answers for it, reads it and gets it delivered. Idempotent; runs after every change of chart or responsibility.
 */
export async function syncMembers(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  project: { id: string; audienceId: string; chartId: string },
): Promise<void> {
  const day = dayText(dayIn('UTC', parts.clock.now()));
  const rows = await tx.$queryRaw<{ personId: string; wanted: boolean; present: boolean }[]>(Prisma.sql`
    WITH wanted AS (
      SELECT a.person_id FROM position s JOIN assignment a ON a.position_id = s.id AND ${inForce('a', day)}
      WHERE s.chart_id = ${project.chartId}::uuid AND ${inForce('s', day)}
      UNION SELECT h.person_id FROM ${holders(day)} h WHERE h.project_id = ${project.id}::uuid
    ), present AS (
      SELECT m.person_id FROM audience_membership m
      WHERE m.audience_id = ${project.audienceId}::uuid AND m.cause = 'project' AND ${inForce('m', day)}
    )
    SELECT coalesce(w.person_id, p.person_id) AS "personId", w.person_id IS NOT NULL AS wanted,
      p.person_id IS NOT NULL AS present
    FROM wanted w FULL JOIN present p ON p.person_id = w.person_id
    WHERE w.person_id IS NULL OR p.person_id IS NULL
    ORDER BY 1`);
  const batch = { cause: 'project' as const, causeId: project.id };
  const memberships = (wanted: boolean) =>
    rows
      .filter((row) => row.wanted === wanted)
      .map(({ personId }) => ({ audienceId: project.audienceId, personId }));
  await joinMany(tx, parts, memberships(true), batch);
  await leaveMany(tx, parts, memberships(false), batch);
}
