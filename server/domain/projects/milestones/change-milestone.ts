import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { manageThis } from '#server/domain/projects/manage-this.ts';
import { AppError } from '#server/platform/errors.ts';

/** Moves a milestone or marks it done; the day first promised stays. Throws not_found, forbidden. */
export async function changeMilestone(
  parts: Parts,
  actor: Actor,
  slug: string,
  milestoneId: string,
  change: { targetOn?: Date; doneOn?: Date | null },
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const changed = await tx.milestone.updateMany({
      where: { id: milestoneId, projectId: project.id },
      data: change,
    });
    if (changed.count === 0) throw new AppError('not_found');
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}
