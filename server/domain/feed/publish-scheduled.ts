import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { releasePost } from './release-scheduled.ts';
import { waitingPost } from './waiting-post.ts';

/**
 * Publishes a post now that was to wait.
 * @throws AppError not_found as {@link waitingPost}; invalid (audienceId) where the actor may not write there any more.
 */
export async function publishScheduled(
  needs: Parameters<typeof releasePost>[0],
  actor: Actor,
  entryId: string,
): Promise<void> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  await needs.events.transaction(async (tx) => {
    await waitingPost(tx, actor, entryId);
    await tx.entry.update({ where: { id: entryId }, data: { state: 'scheduled' } });
  });
  const out = await releasePost(needs, { id: entryId, authorId: actor.personId }, needs.clock.now());
  if (!out) throw invalid({ audienceId: ['error.audienceNotYours'] });
}
