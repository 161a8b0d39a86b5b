import { Link } from '@remix-run/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { PageLinks } from '#app/organisation/page-links.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { Cell, HeadCell, Row, Table } from '#app/ui/table.tsx';
import type { TablePage } from '#server/domain/organisation/chart.view.ts';
import { cardName } from '../card-text.ts';
import { type ChartAddress, writeAddress } from '../chart-address.ts';
import { type Column, useColumns } from './table-columns.tsx';
import { TableFilter } from './table-filter.tsx';
import { type Grid, useGrid } from './use-grid.ts';

type TableProps = {
  page: TablePage;
  address: ChartAddress;
  chartName: string;
  focusId: string | null;
  /** Who is in focus, for "below …". */
  focusName: string | null;
};

/** The chart as a grid of rows that can be sorted and filtered; pages by links, so that each has its address. */
export function ChartTable({ page, address, chartName, focusId, focusName }: TableProps) {
  const t = useT();
  const format = useFormat();
  const columns = useColumns(address);
  const names = page.rows.map((row) => cardName(t, format, row));
  const focusRow = page.rows.findIndex((row) => row.id === focusId) + 1;
  const { grid, cell, inside } = useGrid(names, columns.length, focusRow);
  return (
    <div className="flex flex-col gap-3">
      <TableFilter address={address} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-meta">
        {focusName && <ScopeSwitch address={address} focusName={focusName} />}
        <span role="status" className="text-muted">
          {t('organisation.size', { count: page.total })}
        </span>
      </div>
      <Table caption={t('organisation.tableLabel', { chart: chartName })} table={grid}>
        <thead>
          <tr>
            {columns.map((column, n) => (
              <SortHead
                key={column.key}
                column={column}
                address={address}
                place={cell(0, n)}
                tabIndex={inside(0, n)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row, r) => (
            <Row
              key={row.id}
              aria-selected={row.id === focusId}
              className={row.id === focusId ? 'bg-brand-soft' : 'hover:bg-sunk/60'}
            >
              {columns.map((column, n) => (
                <Cell
                  key={column.key}
                  {...cell(r + 1, n)}
                  className={cn('-outline-offset-2', column.className)}
                >
                  {column.cell(row, inside(r + 1, n))}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      {page.rows.length === 0 && <p className="text-meta text-muted">{t('chart.noRows')}</p>}
      <PageLinks address={address} next={page.next} />
    </div>
  );
}

function ScopeSwitch({ address, focusName }: { address: ChartAddress; focusName: string }) {
  const t = useT();
  return (
    <nav aria-label={t('organisation.scope')} className="flex gap-1">
      {[false, true].map((below) => (
        <Link
          key={String(below)}
          to={writeAddress(address, { below })}
          preventScrollReset
          aria-current={address.below === below ? 'page' : undefined}
          className={cn(
            'rounded-full px-3 py-1 font-medium',
            address.below === below ? 'bg-brand-soft text-brand-ink' : 'text-soft hover:bg-sunk',
          )}
        >
          {below ? t('organisation.belowOnly', { name: focusName }) : t('organisation.wholeChart')}
        </Link>
      ))}
    </nav>
  );
}

type SortHeadProps = {
  column: Column;
  address: ChartAddress;
  place: ReturnType<Grid['cell']>;
  tabIndex: number | undefined;
};

function SortHead({ column, address, place, tabIndex }: SortHeadProps) {
  const t = useT();
  const { sort } = column;
  const current = address.sort === sort;
  if (sort === null) return <HeadCell {...place}>{t(column.label)}</HeadCell>;
  const Icon = address.descending ? ArrowDown : ArrowUp;
  // Numbers first come largest first, names from A.
  const descending = current ? !address.descending : sort === 'reports';
  return (
    <HeadCell
      {...place}
      aria-sort={current ? (address.descending ? 'descending' : 'ascending') : undefined}
      className={cn('-outline-offset-2', sort === 'reports' && 'text-end')}
    >
      <Link
        to={writeAddress(address, { sort, descending })}
        preventScrollReset
        tabIndex={tabIndex}
        className={cn('inline-flex min-h-6 items-center gap-1 hover:text-ink', current && 'text-ink')}
      >
        {t(column.label)}
        <Icon aria-hidden="true" className={cn('size-3.5', !current && 'invisible')} />
      </Link>
    </HeadCell>
  );
}
