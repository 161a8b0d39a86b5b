import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { manageThis } from '#server/domain/projects/manage-this.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';

/** Takes a milestone out of the plan, with the history of its dates. Throws not_found, forbidden. */
export async function removeMilestone(
  parts: Parts,
  actor: Actor,
  slug: string,
  milestoneId: string,
): Promise<void> {
  if (!isUuid(milestoneId)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const { count } = await tx.milestone.deleteMany({ where: { id: milestoneId, projectId: project.id } });
    if (count === 0) throw new AppError('not_found');
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}
