import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
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
  // Some have read past it already: a scheduled post of a night when the server was down, or one that took a moment.
  await tx.$executeRaw`
    INSERT INTO read_exception (person_id, item_id, read)
    SELECT r.person_id, ${id}::uuid, false FROM read_state r
    WHERE r.watermark >= ${item.publishedAt} AND r.person_id <> ${item.authorId}::uuid
      AND (${item.audienceId === EVERYONE_AUDIENCE_ID} OR EXISTS (
        SELECT 1 FROM subscription s WHERE s.person_id = r.person_id AND s.audience_id = ${item.audienceId}::uuid))
    ON CONFLICT DO NOTHING`;
  await parts.events.publish(tx, {
    type: 'feed.item_added',
    itemId: id,
    audienceId: item.audienceId,
    authorId: item.authorId,
  });
}
