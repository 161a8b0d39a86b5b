import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { FeedKind } from '#server/platform/database/schema.ts';

/** Puts a subject into the feed, once, and tells of it. */
export async function addFeedItem(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'events'>,
  item: { kind: FeedKind; subjectId: string; audienceId: string; authorId: string; publishedAt: Date },
): Promise<void> {
  const id = parts.ids.next();
  const added = await tx.feedItem.createMany({
    data: [{ id, ...item, activityAt: item.publishedAt }],
    skipDuplicates: true,
  });
  if (added.count === 0) return;
  await parts.events.publish(tx, {
    type: 'feed.item_added',
    itemId: id,
    audienceId: item.audienceId,
    authorId: item.authorId,
  });
}
