import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Download, FolderKanban, LayoutGrid, ListTodo, Plus, Rows3 } from 'lucide-react';
import { typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { pillStyle } from '#app/ui/pill.tsx';
import { portfolioSchema } from '#server/domain/projects/portfolio/portfolio.schema.ts';
import { PortfolioFilters } from './portfolio-filters.tsx';
import { PortfolioTable } from './portfolio-table.tsx';
import { PortfolioViews } from './portfolio-views.tsx';
import { ProjectCardItem } from './project-card.tsx';
import { useDay } from './use-day.ts';

export const meta = titled((t) => t('projects.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { projects } = context.services;
  const search = new URL(request.url).searchParams;
  const given = Object.fromEntries([...search].filter(([, value]) => value !== ''));
  const filter = portfolioSchema.parse(given);
  const [page, choices, views] = await Promise.all([
    projects.portfolio(actor, filter),
    projects.portfolioChoices(actor),
    projects.portfolioViews(actor),
  ]);
  const filtered = ['health', 'lead', 'unit', 'mine', 'lifecycle', 'stale', 'awaited'].some(
    (name) => name in given,
  );
  const view = given.view === 'table' ? ('table' as const) : ('cards' as const);
  return {
    page,
    choices,
    views,
    filter,
    filtered,
    view,
    madeForMembers: given.made === 'members',
    mayCreate: projects.mayCreate(actor),
    now: context.now().toISOString(),
  };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const { projects } = context.services;
  try {
    if (text('intent') === 'remove') await projects.removeView(actor, text('id'));
    else await projects.saveView(actor, { name: text('name'), query: text('query') });
  } catch (error) {
    return data({ errors: fieldErrors(error), values: typedTexts(form) }, { status: 400 });
  }
  return redirect(`/projects?${new URLSearchParams(text('query'))}`);
});

/** All projects the reader may know of: how they stand, who leads them, what was promised and what holds now. */
export default function Portfolio() {
  const t = useT();
  const { page, choices, views, filter, filtered, view, madeForMembers, mayCreate, now } =
    useLoaderData<typeof loader>();
  const { projects, next, total } = page;
  const day = useDay();
  const query = address({ ...filter, after: undefined, view });
  return (
    <Page
      wide
      title={t('projects.title')}
      intro={t('projects.intro', { count: total })}
      className="mx-auto max-w-[80rem]"
      actions={
        <div data-no-print className="contents">
          <ViewSwitch view={view} filter={filter} />
          <a href={`/projects/portfolio.csv?${query}`} className={buttonStyle({ look: 'quiet' })}>
            <Download aria-hidden="true" />
            {t('projects.csv')}
          </a>
          <Link to="/owed" prefetch="intent" className={buttonStyle({ look: 'quiet' })}>
            <ListTodo aria-hidden="true" />
            {t('projects.owed')}
          </Link>
          {mayCreate && (
            <Link to="/projects/new" className={buttonStyle({ look: 'primary' })}>
              <Plus aria-hidden="true" />
              {t('projects.new')}
            </Link>
          )}
        </div>
      }
    >
      <p className="mb-3 hidden text-meta text-muted print:block">
        {t('projects.asOf', { when: day(now.slice(0, 10)) })}
      </p>
      {madeForMembers && (
        <div role="status" className="mb-4 px-4 md:px-0" data-no-print>
          <Notice tone="ok">{t('projects.madeForMembers')}</Notice>
        </div>
      )}
      <div className="mb-4 px-4 md:px-0">
        <PortfolioFilters filter={filter} view={view} filtered={filtered} choices={choices} />
        <PortfolioViews views={views} query={query} />
      </div>
      {projects.length === 0 ? (
        <EmptyState icon={FolderKanban} title={t(filtered ? 'projects.emptyTitle' : 'projects.noneTitle')}>
          {t(filtered ? 'projects.emptyText' : 'projects.noneText')}
        </EmptyState>
      ) : view === 'table' ? (
        <PortfolioTable projects={projects} now={now} />
      ) : (
        <ul className="grid gap-3 px-4 md:grid-cols-2 md:px-0 2xl:grid-cols-3">
          {projects.map((project) => (
            <ProjectCardItem key={project.id} project={project} now={now} />
          ))}
        </ul>
      )}
      {next && (
        <p className="mt-4 text-center" data-no-print>
          <Link to={`?${address({ ...filter, view, after: next })}`} className={buttonStyle()}>
            {t('common.loadMore')}
          </Link>
        </p>
      )}
    </Page>
  );
}

type Filter = ReturnType<typeof useLoaderData<typeof loader>>['filter'];

function ViewSwitch({ view, filter }: { view: 'cards' | 'table'; filter: Filter }) {
  const t = useT();
  const choices = [
    { key: 'cards', icon: LayoutGrid, word: t('projects.asCards') },
    { key: 'table', icon: Rows3, word: t('projects.asTable') },
  ] as const;
  return (
    <nav aria-label={t('projects.view')} className="flex gap-1.5">
      {choices.map(({ key, icon: Icon, word }) => (
        <Link
          key={key}
          to={`?${address({ ...filter, after: undefined, view: key })}`}
          aria-current={view === key ? 'true' : undefined}
          preventScrollReset
          className={pillStyle({ active: view === key })}
        >
          <Icon aria-hidden="true" />
          {word}
        </Link>
      ))}
    </nav>
  );
}

function address(filter: Partial<Filter> & { view: string }): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && !(name === 'view' && value === 'cards')) search.set(name, String(value));
  return search.toString();
}
