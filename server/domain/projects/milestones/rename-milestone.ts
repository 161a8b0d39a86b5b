import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { manageThis } from '#server/domain/projects/manage-this.ts';
import { type MilestoneNamesInput, milestoneNamesSchema } from '#server/domain/projects/project.schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { parseInput } from '#server/platform/parse-input.ts';

/** Calls a milestone something else, in both languages. Throws not_found, forbidden, invalid. */
export async function renameMilestone(
  parts: Parts,
  actor: Actor,
  slug: string,
  milestoneId: string,
  input: MilestoneNamesInput,
): Promise<void> {
  const names = parseInput(milestoneNamesSchema, input);
  if (!isUuid(milestoneId)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const where = { id: milestoneId, projectId: project.id };
    const { count } = await tx.milestone.updateMany({ where, data: names });
    if (count === 0) throw new AppError('not_found');
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}
