import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { bringOut } from './bring-out.ts';
import type { Obstacle } from './obstacle.ts';
import { waitingPost } from './waiting-post.ts';

const REFUSALS: Record<Obstacle, string> = {
  readOnly: 'feed.obstacleReadOnly',
  audience: 'error.audienceNotYours',
  voice: 'error.noMandate',
  mustRead: 'feed.obstacleMustRead',
};

/**
 * Publishes a post now that was to wait.
 * @throws AppError not_found as {@link waitingPost}; invalid (audienceId) where the actor lacks a right for it now: it
 *   waits on.
 */
export async function publishScheduled(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const { id } = await waitingPost(tx, actor, entryId);
    const obstacle = await bringOut(tx, parts, actor, id, parts.clock.now());
    if (obstacle) throw invalid({ audienceId: [REFUSALS[obstacle]] });
  });
}
