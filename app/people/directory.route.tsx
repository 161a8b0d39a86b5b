import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ArrowLeft, ArrowRight, SearchX, Users } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { directoryInput } from '#server/domain/people/people.schema.ts';
import { directoryAddress } from './directory-address.ts';
import { DirectoryFilters } from './directory-filters.tsx';
import { DirectoryList } from './directory-list.tsx';
import { Letters } from './letters.tsx';

export const meta = titled((t) => t('people.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { services } = context;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = directoryInput.parse({ ...empty, ...query });
  const [choices, projects] = await Promise.all([
    services.people.directoryChoices(actor),
    services.projects.projectChoices(actor),
  ]);
  const project = projects.find(({ slug }) => slug === query.project);
  const page = await context.timing.measure('directory', () =>
    services.people.directory(actor, { ...filter, chartId: project?.chartId ?? null }),
  );
  return {
    ...page,
    filter: { ...filter, project: project?.slug ?? null },
    choices: { ...choices, projects: projects.map(({ slug, name }) => ({ id: slug, name })) },
    now: context.now().toISOString(),
  };
});

const empty = { q: '', letter: null, unit: null, site: null, skill: null, language: null, after: null };

export default function Directory() {
  const { rows, total, next, letters, filter, choices, now } = useLoaderData<typeof loader>();
  const t = useT();
  const { after: _page, ...narrowing } = filter;
  const filtered = Object.values(narrowing).some(Boolean);
  return (
    <Page title={t('people.title')}>
      <DirectoryFilters filter={filter} choices={choices} />
      <Letters filter={filter} filled={letters} />
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 px-4 pb-2 text-meta text-muted md:px-0">
        <p role="status">{total > 999 ? t('people.countMany') : t('people.count', { count: total })}</p>
        {filter.unit && (
          <Link
            to={`/units/${filter.unit}`}
            className="rounded-sm font-medium text-brand-ink hover:underline"
          >
            {t('people.unitFeed')}
          </Link>
        )}
        {filtered && rows.length > 0 && (
          <Link to="/people" className="rounded-sm font-medium text-brand-ink hover:underline">
            {t('people.showAll')}
          </Link>
        )}
      </div>
      {rows.length > 0 ? (
        <DirectoryList rows={rows} now={now} />
      ) : (
        <EmptyState
          icon={filtered ? SearchX : Users}
          title={t(filtered ? 'people.nobodyFound' : 'people.nobodyYet')}
          action={
            filtered && (
              <Link to="/people" className={buttonStyle()}>
                {t('people.showAll')}
              </Link>
            )
          }
        >
          {t(filtered ? 'people.nobodyFoundHint' : 'people.nobodyYetHint')}
        </EmptyState>
      )}
      <nav aria-label={t('people.pages')} className="mt-4 flex justify-between gap-2 px-4 md:px-0">
        {filter.after ? (
          <Link to={directoryAddress({ ...filter, after: null })} className={buttonStyle()}>
            <ArrowLeft aria-hidden="true" className="rtl:rotate-180" />
            {t('people.fromTheStart')}
          </Link>
        ) : (
          <span />
        )}
        {next && (
          <Link
            to={directoryAddress({ ...filter, after: next })}
            prefetch="viewport"
            className={buttonStyle()}
          >
            {t('people.nextPage')}
            <ArrowRight aria-hidden="true" className="rtl:rotate-180" />
          </Link>
        )}
      </nav>
    </Page>
  );
}
