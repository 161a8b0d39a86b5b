import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { findProject } from './find-project.ts';
import { mayManageProject } from './project.policy.ts';
import { type MilestoneInput, milestoneSchema } from './project.schema.ts';
import { standingIn } from './project-holders.ts';

/** Adds a milestone; the day given is kept as the one first promised. Throws not_found, forbidden, invalid. */
export async function addMilestone(
  parts: Parts,
  actor: Actor,
  slug: string,
  input: MilestoneInput,
): Promise<{ id: string }> {
  const milestone = parseInput(milestoneSchema, input);
  return parts.events.transaction(async (tx) => {
    const project = await findProject(tx, actor, slug);
    if (!mayManageProject(actor, await standingIn(tx, parts.clock, actor, project)))
      throw new AppError('forbidden', { message: 'projects.notYours' });
    const id = parts.ids.next();
    await tx.milestone.create({
      data: { id, projectId: project.id, originalOn: milestone.targetOn, ...milestone },
    });
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
    return { id };
  });
}
