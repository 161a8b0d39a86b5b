import type { FeedView } from '#server/domain/feed/feed-view.schema.ts';

/** What the service is asked for a view of the feed. */
export function viewFilter({ order, kind, audience }: FeedView) {
  return { order, filter: { kind: kind ?? undefined, audienceId: audience ?? undefined } };
}
