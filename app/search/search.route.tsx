import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Search, SearchX } from 'lucide-react';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { RouteError } from '#app/shell/route-error.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { searchSchema } from '#server/domain/search/search.schema.ts';
import type { SearchResults } from '#server/domain/search/search.view.ts';
import { KindFilter } from './kind-filter.tsx';
import { ResultRow, resultKey } from './result-row.tsx';
import { isNarrowed, type SearchQuery, searchAddress } from './search-address.ts';
import type { SearchChoices } from './search-filters.tsx';
import { SearchForm } from './search-form.tsx';

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const input = searchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { search, people, projects } = context.services;
  const [answer, { units }, running, authors] = await Promise.all([
    context.timing.measure('search', () => answerTo(search.search(actor, input))),
    people.directoryChoices(actor),
    projects.projectChoices(actor),
    search.searchesByAuthor(),
  ]);
  const choices: SearchChoices = {
    units,
    projects: running.map(({ slug, name }) => ({ id: slug, name })),
    authors,
    me: actor.handle,
  };
  return data({ query: input, choices, ...answer }, { status: answer.errors ? 400 : 200 });
});

/** What is wrong with the question stands at its field, beside an empty list. */
async function answerTo(search: Promise<SearchResults>): Promise<SearchResults & { errors?: FormErrors }> {
  try {
    return await search;
  } catch (error) {
    return { results: [], next: null, near: false, errors: fieldErrors(error) };
  }
}

export const meta = titled<Awaited<ReturnType<typeof loader>>['data']>((t, { query: { q } }) =>
  q ? `${t('search.titleFor', { query: q })} – ${t('search.title')}` : t('search.title'),
);

export default function SearchPage() {
  const t = useT();
  const { query, choices, results, next, near, errors } = useLoaderData<typeof loader>();
  const { q, cursor } = query;
  return (
    <Page title={t('search.title')}>
      <SearchForm query={query} choices={choices} errors={errors} />
      {q && <KindFilter query={query} />}
      {q && near && results.length > 0 && (
        <p className="mb-3 px-4 text-meta text-soft md:px-0">{t('search.near', { query: q })}</p>
      )}
      {!errors && (
        <Card edgeToEdge padded={false} as="section" aria-label={t('search.results')}>
          {results.length > 0 ? (
            <ol className="divide-y divide-line">
              {results.map((result) => (
                <li key={resultKey(result)}>
                  <ResultRow result={result} />
                </li>
              ))}
            </ol>
          ) : (
            <Nothing query={query} />
          )}
        </Card>
      )}
      <div className="flex flex-wrap items-center justify-center gap-3 py-5" aria-live="polite">
        {cursor && (
          <Link to={searchAddress({ ...query, cursor: null })} className={buttonStyle({ look: 'quiet' })}>
            {t('search.first')}
          </Link>
        )}
        {next && (
          <Link to={searchAddress({ ...query, cursor: next })} className={buttonStyle({ look: 'plain' })}>
            {t('search.more')}
          </Link>
        )}
        {!next && results.length > 5 && <p className="text-meta text-muted">{t('search.end')}</p>}
      </div>
    </Page>
  );
}

function Nothing({ query }: { query: SearchQuery }) {
  const t = useT();
  const { q, kind } = query;
  if (q === '') {
    return (
      <EmptyState icon={Search} title={t('search.startTitle')}>
        {t('search.startHint')}
      </EmptyState>
    );
  }
  const elsewhere = (kind || isNarrowed(query)) && (
    <Link to={searchAddress({ q })} className={buttonStyle({ look: 'plain' })}>
      {t('search.emptyElsewhere')}
    </Link>
  );
  return (
    <EmptyState icon={SearchX} title={t('search.emptyTitle', { query: q })} action={elsewhere}>
      {t('search.emptyHint')}
    </EmptyState>
  );
}

export function ErrorBoundary() {
  return <RouteError />;
}
