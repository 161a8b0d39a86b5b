import type { Actor } from '#server/domain/identity/actor.ts';
import { type Clock, dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { type Lifecycle, Prisma, type ResponsibilityRole } from '#server/platform/database/schema.ts';
import type { Standing } from './project.policy.ts';

/** A calendar day as SQL takes it: text, so that no session time zone can shift it. */
export function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** The actor's day now, as `YYYY-MM-DD`. */
export function today(clock: Clock, actor: Pick<Actor, 'timeZone'>): string {
  return dayText(dayIn(actor.timeZone, clock.now()));
}

/** True while the period `[valid_from, valid_to)` of the row `alias` holds the day. */
export function inForce(alias: string, day: string): Prisma.Sql {
  const column = Prisma.raw(alias);
  return Prisma.sql`(${column}.valid_from <= ${day}::date AND (${column}.valid_to IS NULL OR ${column}.valid_to > ${day}::date))`;
}

/**
 * Who answers for projects on a day: (project_id, role, person_id). A responsibility names a person, or a
 * position, and then whoever sits there; a hand-over of the seat hands the project over with it.
 */
export function holders(day: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT r.scope_id AS project_id, r.role::text AS role, coalesce(r.person_id, a.person_id) AS person_id
    FROM responsibility r
    LEFT JOIN assignment a ON r.person_id IS NULL AND a.position_id = r.position_id AND ${inForce('a', day)}
    WHERE r.scope = 'project' AND ${inForce('r', day)} AND coalesce(r.person_id, a.person_id) IS NOT NULL)`;
}

/** The actor's part in a project, as the policies ask for it. */
export async function standingIn(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  project: { id: string; audienceId: string; lifecycle: Lifecycle },
): Promise<Standing> {
  const day = today(clock, actor);
  const [row] = await tx.$queryRaw<{ roles: ResponsibilityRole[]; member: boolean }[]>`
    SELECT
      coalesce((SELECT array_agg(DISTINCT h.role ORDER BY h.role) FROM ${holders(day)} h
        WHERE h.project_id = ${project.id}::uuid AND h.person_id = ${actor.personId}::uuid), '{}') AS roles,
      EXISTS (SELECT 1 FROM audience_membership m
        WHERE m.audience_id = ${project.audienceId}::uuid AND m.person_id = ${actor.personId}::uuid
          AND m.cause = 'project' AND ${inForce('m', day)}) AS member`;
  return {
    projectId: project.id,
    lifecycle: project.lifecycle,
    roles: row?.roles ?? [],
    member: row?.member ?? false,
  };
}
