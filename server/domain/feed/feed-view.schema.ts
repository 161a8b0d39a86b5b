// Without Zod, for the filters are on the page that people open first, and this is all they need.

export const FEED_ORDERS = ['latest', 'activity', 'unread'] as const;
export const FEED_KINDS = ['post', 'status', 'pin', 'joiner'] as const;

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type FeedOrder = (typeof FEED_ORDERS)[number];

/** How the feed is looked at: in which order, and what of it. */
export type FeedView = {
  order: FeedOrder;
  kind: (typeof FEED_KINDS)[number] | null;
  audience: string | null;
};

/** From an address, a form, or what was remembered of one; what makes no sense is as if it were not there. */
export function readFeedView(search: URLSearchParams): FeedView {
  const audience = search.get('audience') ?? '';
  return {
    order: FEED_ORDERS.find((order) => order === search.get('order')) ?? 'latest',
    kind: FEED_KINDS.find((kind) => kind === search.get('kind')) ?? null,
    audience: UUID.test(audience) ? audience : null,
  };
}

/** True where an address says how it wants the feed, instead of leaving it to what is remembered. */
export function namesFeedView(search: URLSearchParams): boolean {
  return ['order', 'kind', 'audience'].some((name) => search.has(name));
}

/** The address of a view; the order is always named, or the remembered one would come back. */
export function writeFeedView(view: FeedView): URLSearchParams {
  const search = new URLSearchParams({ order: view.order });
  if (view.kind) search.set('kind', view.kind);
  if (view.audience) search.set('audience', view.audience);
  return search;
}
