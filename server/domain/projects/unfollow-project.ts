import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { findProject } from './find-project.ts';

/** Takes a followed project out of the actor's feed. Members keep getting it. */
export async function unfollowProject(parts: Parts, actor: Actor, slug: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const project = await findProject(tx, actor, slug);
    await tx.subscription.deleteMany({
      where: { personId: actor.personId, audienceId: project.audienceId, cause: 'follow' },
    });
    await parts.events.publish(tx, {
      type: 'membership.changed',
      personId: actor.personId,
      audienceId: project.audienceId,
    });
  });
}
