import { readable } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import type { FoundProject } from './find-project.ts';
import { mayEditProjectChart } from './project.policy.ts';
import { standingIn } from './project-holders.ts';

/**
 * The actor with the right to edit a chart, where it is that of a project whose chart they may edit; else the actor as
 * they are. For whoever calls organisation, which knows no projects.
 */
export async function chartEditor(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  chartId: string,
): Promise<Actor> {
  if (!isUuid(chartId)) return actor;
  return parts.db.$transaction(async (tx) => {
    const [project] = await tx.$queryRaw<Pick<FoundProject, 'id' | 'audienceId' | 'lifecycle'>[]>`
      SELECT p.id::text, p.audience_id::text AS "audienceId", p.lifecycle::text AS lifecycle FROM project p
      WHERE p.chart_id = ${chartId}::uuid AND ${readable(actor, Prisma.sql`p.audience_id`)}`;
    if (!project || !mayEditProjectChart(actor, await standingIn(tx, parts.clock, actor, project)))
      return actor;
    const right = { id: project.id, kind: 'edit_chart', scope: 'chart', scopeId: chartId } as const;
    return { ...actor, grants: [...actor.grants, right] };
  });
}
