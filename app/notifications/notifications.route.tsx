import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react';
import { BellRing, CheckCheck } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { useCatchUp, useLive } from '#app/shell/live.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { RouteError } from '#app/shell/route-error.tsx';
import { useRefresh } from '#app/shell/use-refresh.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { byDay, type Day } from './by-day.ts';
import { NoticeRow } from './notice-row.tsx';

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const cursor = new URL(request.url).searchParams.get('after');
  const { items, next, unread } = await context.services.notifications.list(actor, cursor);
  const days = byDay(items, context.now(), context.locale.timeZone);
  return { days, next, unread, older: cursor !== null };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  await context.services.notifications.markAllRead(actor);
  return redirect('/notifications');
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

export const meta = titled((t) => t('notifications.title'));

export default function NotificationsPage() {
  const t = useT();
  const { days, next, unread, older } = useLoaderData<typeof loader>();
  useFreshList();
  return (
    <Page title={t('notifications.title')} actions={unread > 0 && <MarkAllRead />}>
      {days.length === 0 && (
        <Card edgeToEdge padded={false}>
          <EmptyState icon={BellRing} title={t('notifications.emptyTitle')}>
            {t('notifications.emptyHint')}
          </EmptyState>
        </Card>
      )}
      {days.map((day) => (
        <DayOfNotices key={day.day} day={day} />
      ))}
      <div className="flex flex-wrap items-center justify-center gap-3 py-4">
        {older && (
          <Link to="/notifications" className={buttonStyle({ look: 'quiet' })}>
            {t('notifications.newest')}
          </Link>
        )}
        {next && (
          <Link to={`/notifications?after=${next}`} className={buttonStyle({ look: 'plain' })}>
            {t('notifications.older')}
          </Link>
        )}
        {!next && days.length > 0 && <p className="text-meta text-muted">{t('notifications.end')}</p>}
      </div>
    </Page>
  );
}

/** Loads the list anew when the count changes or a broken connection is back; not while the reader is leaving. */
function useFreshList(): void {
  const refresh = useRefresh();
  useLive('unread', (message) => {
    if (typeof message.notifications === 'number') refresh();
  });
  useCatchUp(refresh);
}

function MarkAllRead() {
  const t = useT();
  const navigation = useNavigation();
  return (
    <Form method="post">
      <Button type="submit" busy={navigation.formAction?.startsWith('/notifications') ?? false}>
        <CheckCheck aria-hidden="true" />
        {t('notifications.markAllRead')}
      </Button>
    </Form>
  );
}

function DayOfNotices({ day: { day, label, items } }: { day: Day }) {
  const t = useT();
  const format = useFormat();
  const id = `day-${day}`;
  return (
    <section aria-labelledby={id} className="mb-5">
      <h2 id={id} className="mb-2 px-4 text-meta font-semibold text-soft md:px-0">
        {label ? t(`common.${label}`) : format.date(day)}
      </h2>
      <Card edgeToEdge padded={false} className="overflow-hidden">
        <ul className="divide-y divide-line">
          {items.map((notice) => (
            <li key={notice.id}>
              <NoticeRow notice={notice} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

export function ErrorBoundary() {
  return <RouteError />;
}
