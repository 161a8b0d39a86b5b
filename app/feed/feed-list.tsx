import { Link } from '@remix-run/react';
import { CircleCheckBig } from 'lucide-react';
import { Fragment } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { FeedItemView, FeedPageView, JoinerDetails } from '#server/domain/feed/feed.view.ts';
import { FeedCard } from './feed-card.tsx';
import { JoinerCard } from './joiner-card.tsx';
import { useFeedKeys } from './use-feed-keys.ts';
import { useFeedPages } from './use-feed-pages.ts';

type Props = {
  first: FeedPageView;
  /** Where "new since your last visit" stands, ISO; null for none. */
  newSince?: string | null;
  /** The address of the page after a cursor: `?cursor=`. */
  pageAddress: (cursor: string) => string;
};

/** The feed: items, the line of the last visit, more on scrolling (or by a link), and a visible end. */
export function FeedList({ first, newSince = null, pageAddress }: Props) {
  const t = useT();
  const { items, next, loading, sentinel } = useFeedPages(first, pageAddress);
  const onKeyDown = useFeedKeys();
  const lineBefore = newSince ? items.findIndex((item) => item.at <= newSince) : -1;
  return (
    <div className="flex flex-col gap-3">
      <div
        role="feed"
        aria-label={t('feed.feedLabel')}
        aria-busy={loading}
        onKeyDown={onKeyDown}
        className="flex flex-col gap-3"
      >
        {items.map((item, index) => (
          <Fragment key={item.id}>
            {index === lineBefore && index > 0 && <NewSinceLine />}
            <FeedEntry item={item} position={index + 1} />
          </Fragment>
        ))}
      </div>
      {next ? (
        <div ref={sentinel} className="flex justify-center py-4">
          <Link to={pageAddress(next)} className={buttonStyle({ look: 'plain' })} preventScrollReset={false}>
            {t('feed.older')}
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
  return <FeedCard item={item as FeedItemView & { entry: EntryView }} position={position} />;
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
