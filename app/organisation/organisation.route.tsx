import { Link, useLoaderData } from '@remix-run/react';
import { CalendarDays, History, Network } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { titled } from '#app/shell/meta.ts';
import { RouteError } from '#app/shell/route-error.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ChartCanvas } from './canvas/chart-canvas.tsx';
import { cardLabel } from './card-text.ts';
import { ChangeList } from './changes/change-list.tsx';
import { writeAddress } from './chart-address.ts';
import { ChartToolbar } from './chart-toolbar.tsx';
import { ChartTree } from './chart-tree.tsx';
import { DrillDown } from './drill-down.tsx';
import { EditBeside } from './editing/edit-beside.tsx';
import { useMoves } from './editing/use-moves.ts';
import { useLiveChart } from './live/use-live-chart.ts';
import { loadOrganisation, type OrganisationPage } from './organisation-page.ts';
import { PathStrip } from './path/path-strip.tsx';
import { ChartTable } from './table/chart-table.tsx';
import { useChart } from './use-chart.ts';

export const loader = withErrors(loadOrganisation);

export const meta = titled<OrganisationPage>((t, { address, choices }) => {
  const chart = choices.find((choice) => choice.key === address.chart);
  return chart && chart.key !== 'company'
    ? `${t('organisation.title')} · ${chart.name}`
    : t('organisation.title');
});

export { RouteError as ErrorBoundary };

export default function OrganisationRoute() {
  const page = useLoaderData<typeof loader>() as OrganisationPage;
  const t = useT();
  const { address, view } = page;
  const chart = useChart(view, page.leads, page.drawn);
  const choice = page.choices.find((one) => one.key === address.chart);
  const chartName = !choice || choice.key === 'company' ? t('organisation.company') : choice.name;
  const focusName = useFocusName(page);
  const moves = useMoves(page);
  const drawn = address.view === null || address.view === 'chart';
  useLiveChart(chart, address.view === 'table' || address.view === 'changes');
  return (
    <div
      className={cn(
        'flex flex-col',
        drawn && (address.view === 'chart' ? HIGH.chart : HIGH.usual),
        page.mayEdit && address.edit && 'md:pe-94',
      )}
    >
      <h1 className="sr-only">
        {t('organisation.title')} · {chartName}
      </h1>
      <ChartToolbar page={page} />
      <Notes page={page} />
      {page.path && <PathStrip path={page.path} address={address} focusId={view.focusId} />}
      {page.mayEdit && address.edit && (
        <EditBeside
          address={address}
          chartId={view.chart.id}
          focusId={view.focusId}
          dropped={moves.dropped}
        />
      )}
      {view.size === 0 ? (
        <NoPositions page={page} />
      ) : (
        <>
          {drawn && (
            <div
              className={cn('min-h-0 flex-1 flex-col', address.view === 'chart' ? 'flex' : 'hidden md:flex')}
            >
              <ChartCanvas
                chart={chart}
                address={address}
                chartName={chartName}
                meHandle={page.me.handle}
                way={page.drawn}
                onMove={page.mayEdit && address.edit ? moves.onMove : undefined}
              />
            </div>
          )}
          {address.view === null && (
            <div className="md:hidden">
              <DrillDown chart={chart} address={address} />
            </div>
          )}
          {address.view === 'tree' && (
            <div className="px-4 pb-6 md:px-6">
              <ChartTree chart={chart} address={address} chartName={chartName} />
            </div>
          )}
          {address.view === 'changes' && page.changes && (
            <div className="px-4 pb-6 md:px-6">
              <ChangeList page={page.changes} address={address} />
            </div>
          )}
          {address.view === 'table' && page.table && (
            <div className="px-4 pb-6 md:px-6">
              <ChartTable
                page={page.table}
                address={address}
                chartName={chartName}
                focusId={view.focusId}
                focusName={focusName}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** The chart fills the window below the header (and above the phone's bottom bar). */
const HIGH = {
  chart: 'h-[calc(100dvh-7rem)] md:h-[calc(100dvh-3.5rem)]',
  usual: 'md:h-[calc(100dvh-3.5rem)]',
};

function useFocusName({ view }: OrganisationPage): string | null {
  const t = useT();
  const format = useFormat();
  const card = view.cards.find((one) => one.id === view.focusId);
  return card && card.direct > 0 ? cardLabel(t, format, card) : null;
}

/** What differs from what one might expect: another day, nobody by that name. */
function Notes({ page }: { page: OrganisationPage }) {
  const t = useT();
  const format = useFormat();
  const { address, view } = page;
  return (
    <>
      {!view.isToday && (
        <Note>
          <CalendarDays aria-hidden="true" className="size-4 shrink-0" />
          {t('organisation.notToday', { date: format.date(view.on) })}
          <Link to={writeAddress(address, { on: null })} className="font-medium underline underline-offset-4">
            {t('organisation.backToToday')}
          </Link>
        </Note>
      )}
      {view.since && address.view !== 'changes' && (
        <Note>
          <History aria-hidden="true" className="size-4 shrink-0" />
          {t('chart.comparing', { date: format.date(view.since) })}
          <Link
            to={writeAddress(address, { view: 'changes' })}
            className="font-medium underline underline-offset-4"
          >
            {t('chart.seeList')}
          </Link>
          <Link
            to={writeAddress(address, { since: null })}
            className="font-medium underline underline-offset-4"
          >
            {t('chart.stopComparing')}
          </Link>
        </Note>
      )}
      {view.focusMissing && (
        <Note>
          {page.person
            ? t('organisation.noSeat', { name: page.person.name || t('common.nameWithheld') })
            : t('organisation.noSeatHere')}
        </Note>
      )}
      {page.notFound && <Note>{t('organisation.notFoundInChart', { text: page.notFound })}</Note>}
    </>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p
      role="status"
      className="mx-4 mb-2 flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-3 py-2 text-meta text-warn md:mx-6"
    >
      {children}
    </p>
  );
}

function NoPositions({ page }: { page: OrganisationPage }) {
  const t = useT();
  return (
    <EmptyState
      icon={Network}
      title={t('organisation.emptyTitle')}
      action={
        page.mayImport && page.view.isToday ? (
          <Link to="/admin/import" className={buttonStyle({ look: 'primary' })}>
            {t('organisation.import')}
          </Link>
        ) : undefined
      }
    >
      {t(page.view.isToday ? 'organisation.emptyText' : 'organisation.emptyDayText')}
    </EmptyState>
  );
}
