import { readable } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { healthBars } from '#server/domain/projects/portfolio/health-bars.ts';
import {
  type Health,
  type Lifecycle,
  Prisma,
  type ResponsibilityRole,
} from '#server/platform/database/schema.ts';
import type { PersonProject, ProjectRef } from './project.view.ts';
import { holders, inForce, today } from './project-holders.ts';

/** SQL: true where the actor works in project `p` or follows it. */
export function isMine(actor: Pick<Actor, 'personId'>): Prisma.Sql {
  return Prisma.sql`p.audience_id IN (SELECT s.audience_id FROM subscription s
    WHERE s.person_id = ${actor.personId}::uuid AND s.cause IN ('project', 'follow'))`;
}

/** SQL: the actor's running projects (member or follower), in alphabetical order, as {@link ProjectRef}s. */
export function myProjectsSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.slug, p.name, p.health::text AS health FROM project p
    WHERE p.lifecycle IN ('active', 'paused')
      AND ${isMine(actor)}
      AND ${readable(actor, Prisma.sql`p.audience_id`)}
    ORDER BY lower(p.name), p.id LIMIT 12`;
}

/** The actor's running projects (member or follower), in alphabetical order. */
export function myProjects(parts: Parts, actor: Actor): Promise<ProjectRef[]> {
  return parts.db.$queryRaw<ProjectRef[]>(myProjectsSql(actor));
}

/** The projects a person works in or answers for, as far as the actor may read them, for the profile. */
export async function projectsOfPerson(
  parts: Parts,
  actor: Actor,
  personId: string,
): Promise<PersonProject[]> {
  const day = today(parts.clock, actor);
  const rows = await parts.db.$queryRaw<
    {
      id: string;
      slug: string;
      name: string;
      health: Health | null;
      lifecycle: Lifecycle;
      roles: ResponsibilityRole[];
      title: string | null;
    }[]
  >(Prisma.sql`
    SELECT p.id, p.slug, p.name, p.health::text AS health, p.lifecycle::text AS lifecycle,
      coalesce(part.roles, '{}') AS roles, seat.title
    FROM project p
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT h.role ORDER BY h.role) AS roles FROM ${holders(day)} h
      WHERE h.project_id = p.id AND h.person_id = ${personId}::uuid) part ON true
    LEFT JOIN LATERAL (SELECT min(s.title) AS title FROM assignment a JOIN position s ON s.id = a.position_id
      WHERE a.person_id = ${personId}::uuid AND s.chart_id = p.chart_id AND ${inForce('a', day)}) seat ON true
    WHERE p.lifecycle <> 'archived' AND (part.roles IS NOT NULL OR seat.title IS NOT NULL)
      AND ${readable(actor, Prisma.sql`p.audience_id`)}
    ORDER BY p.lifecycle, lower(p.name), p.id LIMIT 50`);
  const bars = await healthBars(
    parts.db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, bars: bars.get(row.id) ?? [] }));
}

/** The project behind each chart, for names and health in the organisation browser; others are missing. */
export async function projectsByChart(
  parts: Parts,
  actor: Actor,
  chartIds: readonly string[],
): Promise<Map<string, ProjectRef>> {
  if (chartIds.length === 0) return new Map();
  const rows = await parts.db.$queryRaw<(ProjectRef & { chartId: string })[]>(Prisma.sql`
    SELECT p.chart_id AS "chartId", p.id, p.slug, p.name, p.health::text AS health FROM project p
    WHERE p.chart_id = ANY(${[...chartIds]}::uuid[]) AND ${readable(actor, Prisma.sql`p.audience_id`)}`);
  return new Map(rows.map(({ chartId, ...project }) => [chartId, project]));
}

/** Which running projects each person leads ("leads Atlas" on a chart card), in one query. */
export async function ledBy(
  parts: Parts,
  actor: Actor,
  personIds: readonly string[],
): Promise<Map<string, ProjectRef[]>> {
  const led = new Map<string, ProjectRef[]>();
  if (personIds.length === 0) return led;
  const rows = await parts.db.$queryRaw<(ProjectRef & { personId: string })[]>(Prisma.sql`
    SELECT h.person_id AS "personId", p.id, p.slug, p.name, p.health::text AS health
    FROM ${holders(today(parts.clock, actor))} h JOIN project p ON p.id = h.project_id
    WHERE h.role = 'lead' AND h.person_id = ANY(${[...personIds]}::uuid[])
      AND p.lifecycle IN ('active', 'paused') AND ${readable(actor, Prisma.sql`p.audience_id`)}
    ORDER BY lower(p.name), p.id`);
  for (const { personId, ...project } of rows) {
    led.set(personId, [...(led.get(personId) ?? []), project]);
  }
  return led;
}

/** Running projects for pickers and filters, with the chart that holds their members, in alphabetical order. */
export function projectChoices(
  parts: Parts,
  actor: Actor,
): Promise<{ id: string; slug: string; name: string; chartId: string }[]> {
  return parts.db.$queryRaw(Prisma.sql`
    SELECT p.id::text, p.slug, p.name, p.chart_id AS "chartId" FROM project p
    WHERE p.lifecycle IN ('active', 'paused') AND ${readable(actor, Prisma.sql`p.audience_id`)}
    ORDER BY lower(p.name), p.id LIMIT 500`);
}
