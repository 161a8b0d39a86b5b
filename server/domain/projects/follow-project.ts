import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { findProject } from './find-project.ts';

/** Brings a project the actor may read into their feed: a subscription, nothing more. Twice is once. */
export async function followProject(parts: Parts, actor: Actor, slug: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const project = await findProject(tx, actor, slug);
    const key = { personId: actor.personId, audienceId: project.audienceId, cause: 'follow' as const };
    await tx.subscription.upsert({
      where: { personId_audienceId_cause: key },
      create: key,
      update: { muted: false },
    });
    await parts.events.publish(tx, {
      type: 'membership.changed',
      personId: actor.personId,
      audienceId: project.audienceId,
    });
  });
}
