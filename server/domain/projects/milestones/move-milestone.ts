import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { manageThis } from '#server/domain/projects/manage-this.ts';
import { type MoveMilestoneInput, moveMilestoneSchema } from '#server/domain/projects/project.schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { parseInput } from '#server/platform/parse-input.ts';

/**
 * Moves a milestone to another day and keeps why; the day first promised stays beside it. The same day again changes
 * nothing. Throws not_found, forbidden, invalid.
 */
export async function moveMilestone(
  parts: Parts,
  actor: Actor,
  slug: string,
  milestoneId: string,
  input: MoveMilestoneInput,
): Promise<void> {
  const { targetOn, reason } = parseInput(moveMilestoneSchema, input);
  if (!isUuid(milestoneId)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const milestone = await tx.milestone.findFirst({ where: { id: milestoneId, projectId: project.id } });
    if (!milestone) throw new AppError('not_found');
    if (milestone.targetOn.getTime() === targetOn.getTime()) return;
    await tx.milestoneMove.create({
      data: {
        id: parts.ids.next(),
        milestoneId,
        fromOn: milestone.targetOn,
        toOn: targetOn,
        reason,
        movedById: actor.personId,
        movedAt: parts.clock.now(),
      },
    });
    await tx.milestone.update({ where: { id: milestoneId }, data: { targetOn } });
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}
