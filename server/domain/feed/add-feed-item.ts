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
  const { kind, subjectId, audienceId, authorId, publishedAt } = item;
  // Some have read past it already: a scheduled post of a night when the server was down, or one that took a moment.
  const added = await tx.$queryRaw<unknown[]>`
    WITH added AS (
      INSERT INTO feed_item (id, kind, subject_id, audience_id, author_id, published_at, activity_at)
      VALUES (${id}::uuid, ${kind}::feed_kind, ${subjectId}::uuid, ${audienceId}::uuid, ${authorId}::uuid, ${publishedAt}, ${publishedAt})
      ON CONFLICT DO NOTHING RETURNING id),
    passed AS (
      INSERT INTO read_exception (person_id, item_id, read)
      SELECT r.person_id, added.id, false FROM added, read_state r
      WHERE r.watermark >= ${publishedAt} AND r.person_id <> ${authorId}::uuid
        AND (${audienceId === EVERYONE_AUDIENCE_ID} OR EXISTS (
          SELECT 1 FROM subscription s WHERE s.person_id = r.person_id AND s.audience_id = ${audienceId}::uuid))
      ON CONFLICT DO NOTHING)
    SELECT 1 FROM added`;
  if (added.length === 0) return;
  await parts.events.publish(tx, {
    type: 'feed.item_added',
    itemId: id,
    audienceId,
    authorId,
  });
}
