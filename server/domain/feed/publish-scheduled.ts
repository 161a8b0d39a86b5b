import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { releasePost } from './release-scheduled.ts';
import { rewriteWaiting } from './rewrite-waiting.ts';
import type { WaitingWords } from './schedule.schema.ts';
import { waitingPost } from './waiting-post.ts';

/**
 * Publishes a post now that was to wait, as it stands, or with the words, files and readers that its author has before
 * their eyes: what is seen is what comes out.
 * @returns as {@link rewriteWaiting}
 * @throws AppError not_found as {@link waitingPost}; invalid (audienceId) where the actor may not write there any more,
 *   (attachments).
 */
export async function publishScheduled(
  needs: Parameters<typeof releasePost>[0] & Pick<Parts, 'config'>,
  actor: Actor,
  entryId: string,
  change?: WaitingWords,
): Promise<{ mustReadDropped: boolean }> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  const outcome = await needs.events.transaction(async (tx) => {
    const post = await waitingPost(tx, actor, entryId);
    await tx.entry.update({ where: { id: entryId }, data: { state: 'scheduled' } });
    return change ? rewriteWaiting(tx, needs, actor, post, change) : { mustReadDropped: false };
  });
  const out = await releasePost(needs, { id: entryId, authorId: actor.personId }, needs.clock.now());
  if (!out) throw invalid({ audienceId: ['error.audienceNotYours'] });
  return outcome;
}
