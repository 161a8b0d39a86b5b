import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { today } from '#server/domain/projects/project-holders.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { changeMilestone } from './change-milestone.ts';

/** Marks a milestone as reached today, or as open again. Throws not_found, forbidden. */
export async function completeMilestone(
  parts: Parts,
  actor: Actor,
  slug: string,
  milestoneId: string,
  done: boolean,
): Promise<void> {
  if (!isUuid(milestoneId)) throw new AppError('not_found');
  const doneOn = done ? new Date(`${today(parts.clock, actor)}T00:00:00.000Z`) : null;
  await changeMilestone(parts, actor, slug, milestoneId, { doneOn });
}
