import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import type { FeedPageView } from '#server/domain/feed/feed.view.ts';
import { readFeedView, UUID } from '#server/domain/feed/feed-view.schema.ts';
import { viewFilter } from './view-filter.ts';

/** What a list of feed items gets for its next page. */
export type FeedItemsAnswer = { feed: FeedPageView };

/** The page after `?cursor=` of my feed, of what I keep (`?of=saved`), of what somebody wrote (`?of=<person>`) or what is addressed to an audience (`?in=`). */
export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { feed } = context.services;
  const search = new URL(request.url).searchParams;
  const cursor = search.get('cursor');
  const of = search.get('of');
  const within = search.get('in');
  const page =
    of === 'saved'
      ? await feed.saved(actor, cursor)
      : of && UUID.test(of)
        ? await feed.byPerson(actor, of, cursor)
        : within && UUID.test(within)
          ? await feed.inAudience(actor, within, cursor)
          : await feed.page(actor, { cursor, ...viewFilter(readFeedView(search)) });
  const answer: FeedItemsAnswer = { feed: page };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
});
