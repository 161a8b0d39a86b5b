import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { planStatus } from '#server/domain/projects/cadence/plan-status.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { manageThis } from './manage-this.ts';
import { type LifecycleInput, lifecycleSchema } from './project.schema.ts';

/** Pauses, resumes, ends or archives a project. Throws not_found, forbidden, invalid. */
export async function changeLifecycle(
  parts: Parts,
  actor: Actor,
  slug: string,
  input: LifecycleInput,
): Promise<void> {
  const { lifecycle } = parseInput(lifecycleSchema, input);
  const now = parts.clock.now();
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    await tx.project.update({
      where: { id: project.id },
      data: {
        lifecycle,
        pausedAt: lifecycle === 'paused' ? now : null,
        // Whoever resumes has a full interval before the next status is due.
        ...(lifecycle === 'active' && project.lifecycle !== 'active' && { cadenceFrom: now }),
      },
    });
    await planStatus(tx, parts, project.id);
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}
