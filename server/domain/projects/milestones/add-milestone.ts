import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { manageThis } from '#server/domain/projects/manage-this.ts';
import { type MilestoneInput, milestoneSchema } from '#server/domain/projects/project.schema.ts';
import { parseInput } from '#server/platform/parse-input.ts';

/** Adds a milestone; the day given is kept as the one first promised. Throws not_found, forbidden, invalid. */
export async function addMilestone(
  parts: Parts,
  actor: Actor,
  slug: string,
  input: MilestoneInput,
): Promise<{ id: string }> {
  const milestone = parseInput(milestoneSchema, input);
  return parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const id = parts.ids.next();
    await tx.milestone.create({
      data: { id, projectId: project.id, originalOn: milestone.targetOn, ...milestone },
    });
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
    return { id };
  });
}
