import { readable } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { awaitedAt } from '#server/domain/projects/cadence/awaited.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import {
  type Health,
  type Lifecycle,
  Prisma,
  type ResponsibilityRole,
} from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { findProject } from './find-project.ts';
import { mayFollowProject, mayManageProject, mayPublishStatus } from './project.policy.ts';
import type { MilestoneView, ProjectMember, ProjectPage, ProjectRef } from './project.view.ts';
import { dayText, holders, inForce, standingIn, today } from './project-holders.ts';

/** Everything the project's page shows above its history. Throws not_found where the actor may not read it. */
export async function projectPage(parts: Parts, actor: Actor, slug: string): Promise<ProjectPage> {
  const { db, clock } = parts;
  const found = await findProject(db, actor, slug);
  const [project, standing, roles, members, follows] = await Promise.all([
    db.project.findUnique({
      where: { id: found.id },
      include: {
        unit: { select: { id: true, name: true } },
        milestoneAsProject: {
          orderBy: [{ targetOn: 'asc' }, { id: 'asc' }],
          include: { milestoneMoveAsMilestone: { orderBy: { movedAt: 'desc' }, take: 1 } },
        },
      },
    }),
    standingIn(db, clock, actor, found),
    db.$queryRaw<{ role: ResponsibilityRole; personId: string }[]>(Prisma.sql`
      SELECT h.role, h.person_id AS "personId" FROM ${holders(today(clock, actor))} h
      WHERE h.project_id = ${found.id}::uuid ORDER BY h.role, h.person_id`),
    memberRows(parts, actor, found),
    followsIt(parts, actor, found.audienceId),
  ]);
  if (!project) throw new AppError('not_found');
  const [people, family] = await Promise.all([
    personRefs(
      db,
      [...roles, ...members].map((row) => row.personId),
      dayIn(actor.timeZone, clock.now()),
    ),
    relatives(parts, actor, found.id, project.parentId),
  ]);
  const holder = (role: ResponsibilityRole): PersonRef | null => {
    const row = roles.find((candidate) => candidate.role === role);
    return row ? (people.get(row.personId) ?? null) : null;
  };
  return {
    id: project.id,
    slug: project.slug,
    name: project.name,
    health: project.health,
    audienceId: project.audienceId,
    chartId: project.chartId,
    descriptionEn: project.descriptionEn,
    descriptionDe: project.descriptionDe,
    lifecycle: project.lifecycle,
    visibility: project.visibility,
    cadence: { every: project.cadence, weekday: project.cadenceWeekday, hour: project.cadenceHour },
    awaited: awaitedAt(project, clock.now()),
    unit: project.unit,
    ...family,
    lead: holder('lead'),
    deputy: holder('deputy'),
    sponsor: holder('sponsor'),
    startedOn: project.startedOn && dayText(project.startedOn),
    originalTargetOn: project.originalTargetOn && dayText(project.originalTargetOn),
    targetOn: project.targetOn && dayText(project.targetOn),
    lastStatusAt: project.lastStatusAt?.toISOString() ?? null,
    milestones: project.milestoneAsProject.map(toMilestone),
    members: toMembers(members, roles, people),
    memberCount: new Set(members.map((row) => row.personId)).size,
    following: standing.member ? 'member' : follows ? 'follower' : 'no',
    abilities: {
      publishStatus: mayPublishStatus(actor, standing),
      manage: mayManageProject(actor, standing),
      follow: mayFollowProject(actor, standing),
    },
  };
}

type MemberRow = { personId: string; title: string };

/** Who sits in the project's chart today, in the chart's order; a person once. */
function memberRows(parts: Parts, actor: Actor, project: { chartId: string }): Promise<MemberRow[]> {
  const day = today(parts.clock, actor);
  return parts.db.$queryRaw<MemberRow[]>(Prisma.sql`
    SELECT a.person_id AS "personId", min(s.title) AS title FROM position s
    JOIN assignment a ON a.position_id = s.id AND ${inForce('a', day)}
    WHERE s.chart_id = ${project.chartId}::uuid AND ${inForce('s', day)}
    GROUP BY a.person_id ORDER BY min(s.rank), a.person_id LIMIT 500`);
}

async function followsIt({ db }: Parts, { personId }: Actor, audienceId: string): Promise<boolean> {
  const key = { personId, audienceId, cause: 'follow' as const };
  return (await db.subscription.findUnique({ where: { personId_audienceId_cause: key } })) !== null;
}

async function relatives(parts: Parts, actor: Actor, id: string, parentId: string | null) {
  const rows = await parts.db.$queryRaw<
    (ProjectRef & { lifecycle: Lifecycle; health: Health | null })[]
  >(Prisma.sql`
    SELECT p.id, p.slug, p.name, p.health::text AS health, p.lifecycle::text AS lifecycle FROM project p
    WHERE (p.parent_id = ${id}::uuid OR p.id = ${parentId}::uuid) AND p.lifecycle <> 'archived'
      AND ${readable(actor, Prisma.sql`p.audience_id`)}
    ORDER BY lower(p.name), p.id LIMIT 100`);
  const refs = rows.map(({ id, slug, name, health }) => ({ id, slug, name, health }));
  return {
    parent: refs.find((ref) => ref.id === parentId) ?? null,
    children: refs.filter((ref) => ref.id !== parentId),
  };
}

function toMilestone(row: {
  id: string;
  nameEn: string;
  nameDe: string;
  originalOn: Date;
  targetOn: Date;
  doneOn: Date | null;
  milestoneMoveAsMilestone: { reason: string }[];
}): MilestoneView {
  return {
    id: row.id,
    nameEn: row.nameEn,
    nameDe: row.nameDe,
    originalOn: dayText(row.originalOn),
    targetOn: dayText(row.targetOn),
    doneOn: row.doneOn && dayText(row.doneOn),
    movedBecause: row.milestoneMoveAsMilestone[0]?.reason ?? null,
  };
}

function toMembers(
  rows: MemberRow[],
  roles: { role: ResponsibilityRole; personId: string }[],
  people: Map<string, PersonRef>,
): ProjectMember[] {
  return rows.flatMap((row) => {
    const person = people.get(row.personId);
    if (!person) return [];
    const own = roles.filter((role) => role.personId === row.personId).map((role) => role.role);
    return [{ person, title: row.title, roles: own }];
  });
}
