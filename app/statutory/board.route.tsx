import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { ScrollText } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Select } from '#app/ui/select.tsx';
import { NoticeState } from './notice-state.tsx';

export const meta = titled((t) => t('statutory.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const search = new URL(request.url).searchParams;
  const past = search.has('past');
  const board = await context.services.statutory.board(actor, { site: search.get('site'), past });
  return { ...board, past };
});

/** What hangs at a site, as on the board by the gate. */
export default function NoticeBoard() {
  const t = useT();
  const { site, sites, notices, mayHang, past } = useLoaderData<typeof loader>();
  const at = site ? `site=${site.slug}` : '';
  const hang = mayHang && (
    <Link to="/notices/new" className={buttonStyle({ look: 'primary' })}>
      {t('statutory.hang')}
    </Link>
  );
  return (
    <Page title={t('statutory.title')} intro={t('statutory.intro')} actions={hang}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2 px-4 md:px-0">
        <Form method="get" className="flex items-center gap-2 text-meta">
          <label htmlFor="site" className="text-muted">
            {t('statutory.site')}
          </label>
          <Select
            key={site?.slug}
            id="site"
            name="site"
            controlSize="sm"
            className="w-44"
            defaultValue={site?.slug}
          >
            {sites.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
          {past && <input type="hidden" name="past" value="" />}
          <Button type="submit" size="sm">
            {t('statutory.show')}
          </Button>
        </Form>
        <Link
          to={past ? `/notices?${at}` : `/notices?${at}&past`}
          className="text-meta text-brand-ink hover:underline"
        >
          {t(past ? 'statutory.showCurrent' : 'statutory.showPast')}
        </Link>
      </div>
      {notices.length === 0 ? (
        <Card>
          <EmptyState
            icon={ScrollText}
            title={t(past ? 'statutory.nothingPast' : 'statutory.nothingHangs')}
          />
        </Card>
      ) : (
        <Card edgeToEdge>
          <ul className="flex flex-col divide-y divide-line">
            {notices.map((notice) => (
              <li key={notice.id} className="relative py-3 first:pt-0 last:pb-0">
                <h2 className="font-semibold" dir="auto" lang={notice.language}>
                  <Link to={`/notices/${notice.id}`} className="after:absolute after:inset-0 hover:underline">
                    {notice.title}
                  </Link>
                </h2>
                <NoticeState notice={notice} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
