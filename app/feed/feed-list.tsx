import { Link } from '@remix-run/react';
import { CircleCheckBig } from 'lucide-react';
import { Fragment, type MouseEvent, useRef } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { useLive } from '#app/shell/live.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import type { FeedItemView, FeedPageView, JoinerDetails } from '#server/domain/feed/feed.view.ts';
import { DrawnCard, type EntryItem, FeedCard } from './feed-card.tsx';
import { JoinerCard } from './joiner-card.tsx';
import { noteMarks } from './read-marks.ts';
import { useFeedKeys } from './use-feed-keys.ts';
import { useFeedPages } from './use-feed-pages.ts';
import { useSeen } from './use-seen.ts';
import { useTopAnswers } from './use-top-menu.ts';

type Props = {
  first: FeedPageView;
  /** What stands above all others, and says why; it is not shown again in its own place. */
  top?: FeedItemView[];
  /** Where "new since your last visit" stands, ISO; null for none. */
  newSince?: string | null;
  /** The address of the page after a cursor: `?cursor=`. */
  pageAddress: (cursor: string) => string;
  /** Which list it is, for `/feed/items`: `{ of: 'saved' }`; nothing for my feed. */
  list?: Record<string, string>;
};

const MY_FEED = {};
const NOTHING: FeedItemView[] = [];

/** The feed: items, the line of the last visit, more on scrolling (or by a link), and a visible end. */
export function FeedList({ first, top = NOTHING, newSince = null, pageAddress, list = MY_FEED }: Props) {
  const t = useT();
  const { items: listed, next, state, loadMore, sentinel } = useFeedPages(first, list);
  const items = listed.filter((item) => !top.some((other) => other.id === item.id));
  const feed = useRef<HTMLDivElement>(null);
  useFeedKeys(feed);
  useSeen(feed, items.length);
  useLive('unread', noteMarks);
  useTopAnswers();
  // A link without JavaScript; with it, the page comes in below what is read, as on scrolling.
  const onMore = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (state !== 'loading') void loadMore();
  };
  const lineBefore = newSince ? items.findIndex((item) => item.at <= newSince) : -1;
  return (
    <div className="flex flex-col gap-3">
      <div
        ref={feed}
        role="feed"
        aria-label={t('feed.feedLabel')}
        aria-busy={state === 'loading'}
        className="flex flex-col gap-3"
      >
        {top.map((item, index) => (
          <FeedEntry key={item.id} item={item} position={index + 1} />
        ))}
        {items.map((item, index) => (
          <Fragment key={item.id}>
            {index === lineBefore && index > 0 && <NewSinceLine />}
            <FeedEntry item={item} position={top.length + index + 1} />
          </Fragment>
        ))}
      </div>
      {next ? (
        <div ref={sentinel} className="flex flex-col items-center gap-2 py-4">
          {state === 'failed' && (
            <p role="status" className="text-meta text-soft">
              {t('feed.olderFailed')}
            </p>
          )}
          <Link to={pageAddress(next)} className={buttonStyle({ look: 'plain' })} onClick={onMore}>
            {t(state === 'failed' ? 'feed.tryAgain' : 'feed.older')}
          </Link>
        </div>
      ) : (
        <p className="flex items-center justify-center gap-2 py-6 text-meta text-muted">
          <CircleCheckBig aria-hidden="true" className="size-4" />
          {t('feed.end')}
        </p>
      )}
    </div>
  );
}

function FeedEntry({ item, position }: { item: FeedItemView; position: number }) {
  if (item.joiner)
    return <JoinerCard item={item as FeedItemView & { joiner: JoinerDetails }} position={position} />;
  if (!item.entry) return null;
  // A ballot names the page that it stands on.
  const Card = item.entry.poll ? FeedCard : DrawnCard;
  return <Card item={item as EntryItem} position={position} />;
}

function NewSinceLine() {
  const t = useT();
  return (
    <p className="flex items-center gap-3 py-1 text-meta font-semibold text-brand-ink">
      <span aria-hidden="true" className="h-px flex-1 bg-brand/50" />
      {t('feed.newSince')}
      <span aria-hidden="true" className="h-px flex-1 bg-brand/50" />
    </p>
  );
}
