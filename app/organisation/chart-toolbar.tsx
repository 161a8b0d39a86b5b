import { Link } from '@remix-run/react';
import { History, List, ListTree, Network, Table2 } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { type ChartAddress, writeAddress } from './chart-address.ts';
import { ChartSwitcher } from './chart-switcher.tsx';
import { DayPicker } from './day-picker.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { EditLink } from './editing/edit-link.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { FindInChart } from './find-in-chart.tsx';
import type { OrganisationPage } from './organisation-page.ts';
import { PathMenu } from './path/path-menu.tsx';

/** Which chart, who in it, how it is drawn, and of which day. */
export function ChartToolbar({ page }: { page: OrganisationPage }) {
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6">
      <ChartSwitcher choices={page.choices} address={page.address} person={page.person} />
      <FindInChart address={page.address} chartId={page.view.chart.id} />
      <div className="flex flex-wrap items-center gap-2 md:ms-auto md:justify-end">
        <ViewSwitch address={page.address} />
        <PathMenu page={page} />
        {isDrawn(page.address) && (
          // On a phone the usual view is the list, of which nothing is drawn.
          <span className={cn(page.address.view === null && 'max-md:hidden')}>
            <DisplayMenu address={page.address} />
          </span>
        )}
        <DayPicker page={page} />
        {page.mayEdit && <EditLink address={page.address} />}
        {page.view.size > 0 && <ExportMenu address={page.address} view={page.view} />}
      </div>
    </div>
  );
}

function isDrawn({ view }: ChartAddress): boolean {
  return view === null || view === 'chart';
}

function ViewSwitch({ address }: { address: ChartAddress }) {
  const t = useT();
  const { view } = address;
  return (
    <nav aria-label={t('organisation.view')} className="rounded-lg border border-line bg-surface p-1">
      <ul className="flex gap-0.5">
        {/* On a phone the usual view is the list, elsewhere the chart. */}
        <ViewLink to={writeAddress(address, { view: null })} active={view === null} className="md:hidden">
          <List aria-hidden="true" />
          {t('organisation.viewList')}
        </ViewLink>
        <ViewLink
          to={writeAddress(address, { view: 'chart' })}
          active={view === 'chart'}
          alsoWide={view === null}
        >
          <Network aria-hidden="true" />
          {t('organisation.viewChart')}
        </ViewLink>
        <ViewLink to={writeAddress(address, { view: 'tree' })} active={view === 'tree'}>
          <ListTree aria-hidden="true" />
          {t('organisation.viewTree')}
        </ViewLink>
        <ViewLink to={writeAddress(address, { view: 'table' })} active={view === 'table'}>
          <Table2 aria-hidden="true" />
          {t('organisation.viewTable')}
        </ViewLink>
        <ViewLink to={writeAddress(address, { view: 'changes' })} active={view === 'changes'}>
          <History aria-hidden="true" />
          {t('chart.viewChanges')}
        </ViewLink>
      </ul>
    </nav>
  );
}

type ViewLinkProps = {
  to: string;
  active: boolean;
  /** Active from 768 px on. */
  alsoWide?: boolean;
  className?: string;
  children: React.ReactNode;
};

function ViewLink({ to, active, alsoWide = false, className, children }: ViewLinkProps) {
  return (
    <li className={className}>
      <Link
        to={to}
        preventScrollReset
        aria-current={active || alsoWide ? 'page' : undefined}
        className={cn(
          'flex h-8 items-center gap-2 rounded-md px-2 text-meta font-medium transition-colors sm:px-3 [&_svg]:size-4 max-2xl:[&_svg]:hidden',
          active ? 'bg-brand-soft text-brand-ink' : 'text-soft hover:bg-sunk hover:text-ink',
          alsoWide && 'md:bg-brand-soft md:!text-brand-ink',
        )}
      >
        {children}
      </Link>
    </li>
  );
}
