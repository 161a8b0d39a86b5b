import { letAppear } from '#server/domain/feed/let-appear.ts';
import { spokenFor } from '#server/domain/feed/voice.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { type Obstacle, obstacleTo } from './obstacle.ts';

/**
 * Publishes a post that waits, as of `publishedAt`, if its author has every right for it now. The caller has locked it.
 * @returns what stood in the way, and nothing is changed; null when it came out
 */
export async function bringOut(
  tx: Tx,
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  author: Actor,
  id: string,
  publishedAt: Date,
): Promise<Obstacle | null> {
  const post = await tx.entry.findUniqueOrThrow({
    where: { id },
    include: { requiredReadingAsEntry: { select: { entryId: true } } },
  });
  const { audienceId } = post;
  const mustRead = post.requiredReadingAsEntry !== null;
  const obstacle = await obstacleTo(tx, parts, author, { audienceId, voice: spokenFor(post), mustRead });
  if (obstacle) return obstacle;
  const authorId = author.personId;
  await tx.entry.update({ where: { id }, data: { state: 'published', publishedAt } });
  await parts.events.publish(tx, {
    type: 'entry.published',
    entryId: id,
    kind: 'post',
    audienceId,
    authorId,
    threadId: null,
  });
  await letAppear(tx, parts, { id, audienceId, authorId, publishedAt, mustRead });
  return null;
}
