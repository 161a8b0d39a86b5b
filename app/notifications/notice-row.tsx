import { Link } from '@remix-run/react';
import { Dotted, Time, useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { NotificationView } from '#server/domain/notifications/notification.view.ts';
import { NoticeIcon } from './notice-icon.tsx';
import { NoticeSentence } from './notice-sentence.tsx';

/** One notice; the whole row leads to the very thing and marks it read. */
export function NoticeRow({ notice }: { notice: NotificationView }) {
  const t = useT();
  const { unread, excerpt, reason } = notice;
  return (
    <div
      className={cn(
        'relative flex gap-3 px-4 py-3.5 transition-colors md:px-5',
        unread ? 'bg-brand-soft/35 hover:bg-brand-soft/60' : 'hover:bg-sunk/60',
      )}
    >
      <NoticeIcon notice={notice} />
      <div className="min-w-0 flex-1">
        <p className={cn('break-words', unread ? 'text-ink' : 'text-soft')}>
          <Link
            to={`/notifications/${notice.id}`}
            className="after:absolute after:inset-0 hover:underline [&_bdi]:text-ink"
          >
            <NoticeSentence notice={notice} />
          </Link>
        </p>
        {reason && (
          <p className="mt-0.5 text-meta break-words text-soft">{t('notifications.reason', { reason })}</p>
        )}
        {notice.what === 'suspended' && (
          <p className="mt-0.5 text-meta text-soft">{t('moderation.suspendedAsk')}</p>
        )}
        {excerpt && (
          <p
            dir="auto"
            className="mt-1 line-clamp-2 border-s-2 border-line ps-2.5 text-meta break-words text-soft"
          >
            {excerpt}
          </p>
        )}
        <p className="mt-1 text-meta text-muted">
          <Dotted
            parts={[
              <Time key="at" at={notice.at} />,
              notice.kind === 'report' && t('notifications.reports', { count: notice.count }),
            ]}
          />
        </p>
      </div>
      {unread && (
        <span className="mt-2 size-2.5 shrink-0 rounded-full bg-brand">
          <span className="sr-only">{t('notifications.unread')}</span>
        </span>
      )}
    </div>
  );
}
