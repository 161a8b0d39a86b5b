import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { planStatus } from '#server/domain/projects/cadence/plan-status.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { mayReadProject } from './find-project.ts';
import { mayCreateProject } from './project.policy.ts';
import { type CreateProjectInput, createProjectSchema } from './project.schema.ts';
import { freeSlug } from './project-slug.ts';
import { handOver } from './set-responsibility.ts';
import { syncMembers } from './sync-members.ts';

export type CreatedProject = { id: string; slug: string; audienceId: string; chartId: string };

/**
 * Creates a project with its audience (open, or members only), its empty chart and whoever answers for it, who are
 * told. `readable` is false where it is for members and its maker is none of them. Throws forbidden, invalid.
 */
export async function createProject(
  parts: Parts,
  actor: Actor,
  input: CreateProjectInput,
): Promise<CreatedProject & { readable: boolean }> {
  if (!mayCreateProject(actor)) throw new AppError('forbidden', { message: 'projects.mayNotCreate' });
  const project = parseInput(createProjectSchema, input);
  return parts.events.transaction(async (tx) => {
    if (project.parentId && !(await mayReadProject(tx, actor, project.parentId)))
      throw invalid({ parentId: ['error.choose'] });
    const created = await insertProject(tx, parts, project);
    const people = { lead: project.leadId, deputy: project.deputyId, sponsor: project.sponsorId } as const;
    for (const role of ['lead', 'deputy', 'sponsor'] as const) {
      const personId = people[role];
      if (!personId) continue;
      const entrusted = { projectId: created.id, role, personId, actorId: actor.personId };
      await parts.events.publish(tx, { type: 'project.entrusted', ...entrusted });
    }
    return { ...created, readable: await mayReadProject(tx, actor, created.id) };
  });
}

export type NewProject = ReturnType<typeof createProjectSchema.parse> & {
  /** Where it was imported from, and its key there. */
  externalSource?: string;
  externalId?: string;
};

/** Inserts a project that is already checked, in the caller's transaction; imports call it for many at once. */
export async function insertProject(tx: Tx, parts: Parts, project: NewProject): Promise<CreatedProject> {
  const { leadId, deputyId, sponsorId, ...columns } = project;
  const now = parts.clock.now();
  const from = columns.startedOn ?? dayIn('UTC', now);
  const audienceId = await createAudience(tx, parts, {
    kind: 'project',
    open: project.visibility === 'open',
  });
  const chartId = parts.ids.next();
  await tx.chart.create({
    data: { id: chartId, kind: 'project', name: project.name, audienceId, createdAt: now },
  });
  const created = { id: parts.ids.next(), slug: await freeSlug(tx, project.name), audienceId, chartId };
  await tx.project.create({
    data: {
      ...columns,
      ...created,
      originalTargetOn: columns.targetOn,
      cadenceFrom: from > now ? from : now,
      createdAt: now,
    },
  });
  const people = { lead: leadId, deputy: deputyId, sponsor: sponsorId } as const;
  for (const role of ['lead', 'deputy', 'sponsor'] as const) {
    const personId = people[role];
    if (personId) await handOver(tx, parts, created.id, role, { personId }, from);
  }
  await syncMembers(tx, parts, created);
  await planStatus(tx, parts, created.id);
  await parts.events.publish(tx, { type: 'project.changed', projectId: created.id });
  return created;
}
