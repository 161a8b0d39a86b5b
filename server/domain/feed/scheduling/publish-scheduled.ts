import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { bringOut } from './bring-out.ts';
import type { Obstacle } from './obstacle.ts';
import { rewriteWaiting } from './rewrite-waiting.ts';
import type { WaitingWords } from './schedule.schema.ts';
import { waitingPost } from './waiting-post.ts';

const REFUSALS: Record<Obstacle, string> = {
  readOnly: 'feed.obstacleReadOnly',
  audience: 'error.audienceNotYours',
  voice: 'error.noMandate',
  mustRead: 'feed.obstacleMustRead',
};

/**
 * Publishes a post now that was to wait, as it stands, or with the words, files and readers that its author has before
 * their eyes: what is seen is what comes out.
 * @returns as {@link rewriteWaiting}
 * @throws AppError not_found as {@link waitingPost}; invalid (audienceId) where the actor lacks a right for it now: it
 *   waits on; invalid (attachments).
 */
export async function publishScheduled(
  parts: Pick<Parts, 'config' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  entryId: string,
  change?: WaitingWords,
): Promise<{ mustReadDropped: boolean }> {
  return parts.events.transaction(async (tx) => {
    const post = await waitingPost(tx, actor, entryId);
    if (!mayWrite(actor)) throw invalid({ audienceId: [REFUSALS.readOnly] });
    const outcome = change
      ? await rewriteWaiting(tx, parts, actor, post, change)
      : { mustReadDropped: false };
    const obstacle = await bringOut(tx, parts, actor, post.id, parts.clock.now());
    if (obstacle) throw invalid({ audienceId: [REFUSALS[obstacle]] });
    return outcome;
  });
}
