import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Search, SearchX } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { RouteError } from '#app/shell/route-error.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { searchSchema } from '#server/domain/search/search.schema.ts';
import { KindFilter } from './kind-filter.tsx';
import { ResultRow, resultKey } from './result-row.tsx';
import { searchAddress } from './search-address.ts';
import { SearchForm } from './search-form.tsx';

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const input = searchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await context.timing.measure('search', () => context.services.search.search(actor, input));
  return { ...input, ...found };
});

export const meta = titled<Awaited<ReturnType<typeof loader>>>((t, { q }) =>
  q ? `${t('search.titleFor', { query: q })} – ${t('search.title')}` : t('search.title'),
);

export default function SearchPage() {
  const t = useT();
  const { q, kind, cursor, results, next, near } = useLoaderData<typeof loader>();
  return (
    <Page title={t('search.title')}>
      <SearchForm q={q} kind={kind} />
      {q && <KindFilter q={q} kind={kind} />}
      {q && near && results.length > 0 && (
        <p className="mb-3 px-4 text-meta text-soft md:px-0">{t('search.near', { query: q })}</p>
      )}
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
          <Nothing q={q} kind={kind} />
        )}
      </Card>
      <div className="flex flex-wrap items-center justify-center gap-3 py-5" aria-live="polite">
        {cursor && (
          <Link to={searchAddress({ q, kind })} className={buttonStyle({ look: 'quiet' })}>
            {t('search.first')}
          </Link>
        )}
        {next && (
          <Link to={searchAddress({ q, kind, cursor: next })} className={buttonStyle({ look: 'plain' })}>
            {t('search.more')}
          </Link>
        )}
        {!next && results.length > 5 && <p className="text-meta text-muted">{t('search.end')}</p>}
      </div>
    </Page>
  );
}

function Nothing({ q, kind }: { q: string; kind: string | null }) {
  const t = useT();
  if (q === '') {
    return (
      <EmptyState icon={Search} title={t('search.startTitle')}>
        {t('search.startHint')}
      </EmptyState>
    );
  }
  const elsewhere = kind && (
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
