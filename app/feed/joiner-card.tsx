import { Sparkles } from 'lucide-react';
import { Dotted, Time, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import type { FeedItemView, JoinerDetails } from '#server/domain/feed/feed.view.ts';
import { useIsUnread } from './read-marks.ts';
import { UnreadMark } from './unread-mark.tsx';

type Props = { item: FeedItemView & { joiner: JoinerDetails }; position: number };

/** A new colleague: small, friendly, one link away. */
export function JoinerCard({ item, position }: Props) {
  const t = useT();
  const { person, title, site } = item.joiner;
  const unread = useIsUnread(item);
  const titleId = `item-${item.id}`;
  return (
    <article
      aria-labelledby={titleId}
      aria-posinset={position}
      aria-setsize={-1}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the ARIA feed pattern moves the focus between articles
      tabIndex={0}
      data-item={item.id}
      data-href={`/people/${person.handle}`}
      data-at={item.at}
      data-unread={unread || undefined}
      className="relative flex items-center gap-3 border-y border-line bg-surface px-4 py-3 outline-offset-0 md:rounded-lg md:border-x md:px-5"
    >
      {unread && <UnreadMark />}
      <PersonAvatar person={person} size="lg" />
      <div className="min-w-0 flex-1">
        <h2 id={titleId} className="leading-6 font-normal text-soft">
          <PersonLink person={person} className="text-ink" />{' '}
          {title ? t('feed.joinedAs', { title }) : t('feed.joined')}
        </h2>
        <p className="text-meta text-muted">
          <Dotted parts={[site && t('feed.joinedAt', { site }), <Time key="at" at={item.at} />]} />
        </p>
      </div>
      <Sparkles aria-hidden="true" className="size-5 shrink-0 text-warn" />
    </article>
  );
}
