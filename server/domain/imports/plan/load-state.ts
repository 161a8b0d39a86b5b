import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type {
  KnownAssignment,
  KnownLine,
  KnownPerson,
  KnownPosition,
  KnownUnit,
  OrganisationState,
  PersonsState,
} from './organisation-state.ts';
import type { KnownProject, KnownResponsibility, KnownSeat, ProjectsState } from './projects-state.ts';

type Reader = Database | Tx;

/** Everybody, with the address of the account and whether they have left by `day`. */
export async function loadPersons(db: Reader, day: string): Promise<PersonsState> {
  const persons = await db.$queryRaw<KnownPerson[]>`
    SELECT p.id::text, p.display_name AS "displayName", p.given_name AS "givenName", p.family_name AS "familyName",
      p.name_withheld AS "nameWithheld", p.external_source AS source, p.external_id AS "externalId",
      p.personnel_number AS "personnelNumber", p.site_id::text AS "siteId",
      p.joined_on::text AS "joinedOn", p.ends_on::text AS "endsOn", lower(a.email) AS email, a.id IS NOT NULL AS "hasAccount",
      p.ends_on IS NOT NULL AND p.ends_on <= ${day}::date AS left
    FROM person p LEFT JOIN account a ON a.person_id = p.id
    WHERE p.erased_at IS NULL
    ORDER BY p.id`;
  const sites = await db.site.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });
  return { persons, sites };
}

/** The id of the company's own chart, or null before there is one. */
export async function companyChartId(db: Reader): Promise<string | null> {
  const chart = await db.chart.findFirst({
    where: { kind: 'company' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return chart?.id ?? null;
}

/** The company chart as it stands on `day`; an empty one where there is none yet. */
export async function loadOrganisation(db: Reader, day: string, chartId: string): Promise<OrganisationState> {
  const persons = await loadPersons(db, day);
  const units = await db.$queryRaw<KnownUnit[]>`
    SELECT id::text, name, parent_id::text AS "parentId", external_source AS source, external_id AS "externalId"
    FROM org_unit ORDER BY id`;
  const positions = await db.$queryRaw<KnownPosition[]>`
    SELECT id::text, external_source AS source, external_id AS "externalId", title, grade, unit_id::text AS "unitId",
      site_id::text AS "siteId", vacant_since::text AS "vacantSince", valid_to IS NOT NULL AND valid_to <= ${day}::date AS closed
    FROM position WHERE chart_id = ${chartId}::uuid AND (valid_to IS NULL OR valid_to > ${day}::date OR external_id IS NOT NULL) ORDER BY id`;
  const scope = Prisma.sql`chart_id = ${chartId}::uuid`;
  return {
    ...persons,
    chartId,
    units,
    positions,
    assignments: await loadAssignments(db, day, scope),
    lines: await loadLines(db, day, scope),
  };
}

/** All projects with their charts as they stand on `day`. */
export async function loadProjects(db: Reader, day: string, source: string): Promise<ProjectsState> {
  const persons = await loadPersons(db, day);
  const projects = await db.$queryRaw<KnownProject[]>`
    SELECT id::text, external_source AS source, external_id AS "externalId", name, slug, parent_id::text AS "parentId",
      audience_id::text AS "audienceId", chart_id::text AS "chartId", lifecycle = 'archived' AS archived FROM project ORDER BY id`;
  const ours = Prisma.sql`chart_id IN (SELECT chart_id FROM project WHERE external_source = ${source})`;
  const positions = await db.$queryRaw<KnownSeat[]>`
    SELECT id::text, chart_id::text AS "chartId", external_source AS source, external_id AS "externalId", title, rank,
      valid_to IS NOT NULL AND valid_to <= ${day}::date AS closed
    FROM position WHERE ${ours} ORDER BY id`;
  const responsibilities = await db.$queryRaw<KnownResponsibility[]>`
    SELECT id::text, scope_id::text AS "projectId", role::text, person_id::text AS "personId" FROM responsibility
    WHERE scope = 'project' AND person_id IS NOT NULL AND valid_from <= ${day}::date AND (valid_to IS NULL OR valid_to > ${day}::date)
    ORDER BY id`;
  return {
    ...persons,
    projects,
    slugs: new Set(projects.map((project) => project.slug)),
    positions,
    responsibilities,
    assignments: await loadAssignments(db, day, ours),
    lines: await loadLines(db, day, ours),
  };
}

function loadAssignments(db: Reader, day: string, scope: Prisma.Sql): Promise<KnownAssignment[]> {
  return db.$queryRaw<KnownAssignment[]>`
    SELECT id::text, position_id::text AS "positionId", person_id::text AS "personId", share, main FROM assignment
    WHERE position_id IN (SELECT id FROM position WHERE ${scope}) AND (valid_to IS NULL OR valid_to > ${day}::date)
    ORDER BY id`;
}

function loadLines(db: Reader, day: string, scope: Prisma.Sql): Promise<KnownLine[]> {
  return db.$queryRaw<KnownLine[]>`
    SELECT id::text, position_id::text AS "positionId", manager_id::text AS "managerId", kind::text FROM reporting_line
    WHERE ${scope} AND kind <> 'deputy' AND (valid_to IS NULL OR valid_to > ${day}::date) ORDER BY id`;
}
