import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { pageOf } from './feed.queries.ts';
import type { FeedPageView } from './feed.view.ts';
import { readCursor } from './feed-cursor.ts';
import { type FeedSkeleton, past } from './feed-skeleton.queries.ts';

const LIMIT = 21;

/** What the actor saved for later and may still read, by publish time, newest first. */
export async function savedFeed(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  cursorText?: string | null,
): Promise<FeedPageView> {
  const cursor = readCursor(cursorText);
  const skeleton = await parts.db.$queryRaw<FeedSkeleton[]>`
    SELECT f.id::text, f.kind, f.subject_id::text, f.audience_id::text, f.author_id::text, f.published_at,
      f.published_at AS sorted_at
    FROM saved_entry s
    JOIN entry e ON e.id = s.entry_id
    JOIN feed_item f ON f.subject_id = e.id AND f.kind <> 'joiner' AND f.removed_at IS NULL
    WHERE s.person_id = ${actor.personId}::uuid AND ${entryReadable(actor, 'e')} ${past(cursor)}
    ORDER BY f.published_at DESC, f.id DESC LIMIT ${LIMIT}`;
  return pageOf(parts, actor, skeleton);
}
