import type { FeedItemView } from '#server/domain/feed/feed.view.ts';

/** The permalink of a feed item: a post's own page, a status in its project, a pin on its board, a person. */
export function itemAddress(item: Pick<FeedItemView, 'entry' | 'status' | 'pin' | 'joiner'>): string {
  const id = item.entry?.id ?? '';
  if (item.status) return `/projects/${item.status.project.slug}/status/${id}`;
  if (item.pin) return `/people/${item.pin.owner.handle}/pins/${id}`;
  if (item.joiner) return `/people/${item.joiner.person.handle}`;
  return `/posts/${id}`;
}
