import { useNavigate } from '@remix-run/react';
import { CheckCheck } from 'lucide-react';
import type { FormEvent } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { Select } from '#app/ui/select.tsx';
import type { AudienceLabel } from '#server/domain/feed/feed.view.ts';
import {
  FEED_KINDS,
  FEED_ORDERS,
  type FeedView,
  readFeedView,
  writeFeedView,
} from '#server/domain/feed/feed-view.schema.ts';
import { useMark } from './use-mark.ts';

type Props = {
  streams: AudienceLabel[];
  view: FeedView;
  /** When the page was loaded, ISO: what "mark all read" reaches to. */
  openedAt: string;
};

const KIND_NAMES = {
  post: 'feed.kindPosts',
  status: 'feed.kindStatuses',
  pin: 'feed.kindPins',
  joiner: 'feed.kindJoiners',
} as const;
const ORDER_NAMES = {
  latest: 'feed.latest',
  activity: 'feed.latestActivity',
  unread: 'feed.unreadOrder',
} as const;

/** The order, what to look at alone, and "mark all read". The choice stands in the address and is remembered. */
export function FeedFilters({ streams, view, openedAt }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const { submit } = useExchange('feed-view');
  const choose = (form: HTMLFormElement, order?: string) => {
    const chosen = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    if (order) chosen.set('order', order);
    const address = writeFeedView(readFeedView(chosen));
    void submit(Object.fromEntries(address), '/feed/view');
    navigate(`/?${address}`, { preventScrollReset: true });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    choose(event.currentTarget, button?.getAttribute('value') ?? undefined);
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 py-3 md:px-0">
      <form
        method="post"
        action="/feed/view"
        onSubmit={onSubmit}
        onChange={(event) => choose(event.currentTarget)}
        className="contents"
      >
        <fieldset className="flex items-center gap-1">
          <legend className="sr-only">{t('feed.order')}</legend>
          {FEED_ORDERS.map((order) => (
            <button
              key={order}
              type="submit"
              name="order"
              value={order}
              aria-pressed={view.order === order}
              className={cn(
                'rounded-md px-2.5 py-1.5 text-meta font-semibold',
                view.order === order ? 'bg-sunk' : 'text-soft hover:bg-sunk',
              )}
            >
              {t(ORDER_NAMES[order])}
            </button>
          ))}
        </fieldset>
        {/* After the buttons: the one that was pressed comes first. */}
        <input type="hidden" name="order" value={view.order} />
        <div className="flex min-w-0 items-center gap-2 text-muted max-sm:order-last max-sm:w-full">
          <Select
            name="kind"
            controlSize="sm"
            className="w-32 min-w-0 max-sm:flex-1"
            aria-label={t('feed.filterKind')}
            defaultValue={view.kind ?? ''}
            key={`kind ${view.kind}`}
          >
            <option value="">{t('feed.allKinds')}</option>
            {FEED_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(KIND_NAMES[kind])}
              </option>
            ))}
          </Select>
          <Select
            name="audience"
            controlSize="sm"
            className="w-40 min-w-0 max-sm:flex-1"
            aria-label={t('feed.filterAudience')}
            defaultValue={view.audience ?? ''}
            key={`audience ${view.audience}`}
          >
            <option value="">{t('feed.allAudiences')}</option>
            {streams.map((stream) => (
              <option key={stream.id} value={stream.id}>
                {stream.kind === 'everyone'
                  ? t('feed.everyone')
                  : stream.kind === 'board'
                    ? t('feed.unitBoard', { name: stream.name })
                    : stream.name}
              </option>
            ))}
          </Select>
          <noscript>
            <button type="submit">{t('feed.filterAudience')}</button>
          </noscript>
        </div>
      </form>
      <MarkAllRead openedAt={openedAt} />
    </div>
  );
}

function MarkAllRead({ openedAt }: { openedAt: string }) {
  const t = useT();
  const { markAll } = useMark();
  return (
    <form
      method="post"
      action="/feed/read"
      onSubmit={(event) => {
        event.preventDefault();
        void markAll(openedAt);
      }}
    >
      <input type="hidden" name="upTo" value={openedAt} />
      <button type="submit" className="item-action px-2" title={t('feed.markAllRead')}>
        <CheckCheck aria-hidden="true" />
        <span className="sr-only">{t('feed.markAllRead')}</span>
      </button>
    </form>
  );
}
