import { Link } from '@remix-run/react';
import { ArrowDown, ArrowUp, ChevronRight } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Cell, HeadCell, Row, Table } from '#app/ui/table.tsx';
import type { Holder, TablePage } from '#server/domain/organisation/chart.view.ts';
import { AwayLine } from './away-line.tsx';
import { type ChartAddress, type TableSortKey, writeAddress } from './chart-address.ts';

type TableProps = {
  page: TablePage;
  address: ChartAddress;
  chartName: string;
  focusId: string | null;
  /** Who is in focus, for "below …". */
  focusName: string | null;
};

/** The chart as rows that can be sorted; pages by links, so that each has its address. */
export function ChartTable({ page, address, chartName, focusId, focusName }: TableProps) {
  const t = useT();
  const format = useFormat();
  const columns: [TableSortKey | null, string][] = [
    ['name', t('organisation.columnName')],
    ['title', t('organisation.columnPosition')],
    ['unit', t('organisation.unit')],
    ['site', t('organisation.site')],
    [null, t('organisation.reportsTo')],
    ['reports', t('organisation.columnReports')],
  ];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-meta">
        {focusName && (
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
        )}
        <span className="text-muted">{t('organisation.size', { count: page.total })}</span>
      </div>
      <Table caption={t('organisation.tableLabel', { chart: chartName })}>
        <thead>
          <tr>
            {columns.map(([key, label]) => (
              <SortHead key={label} sortKey={key} label={label} address={address} />
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Row key={row.id} className={row.id === focusId ? 'bg-brand-soft' : 'hover:bg-sunk/60'}>
              <Cell className="min-w-56">
                <Names row={row} />
              </Cell>
              <Cell className="min-w-48">
                <Link
                  to={writeAddress(address, { focus: row.id, view: null })}
                  title={t('organisation.focusHere')}
                  className="hover:underline"
                >
                  {row.title || t('organisation.noTitle')}
                </Link>
                {row.dotted.map((line) => (
                  <span key={line.id} className="block text-mini text-muted">
                    {t('organisation.alsoWorksFor', { name: line.label })}
                  </span>
                ))}
              </Cell>
              <Cell className="min-w-32 text-soft">{row.unit}</Cell>
              <Cell className="text-soft">{row.site}</Cell>
              <Cell className="min-w-36 text-soft">
                {row.manager && (
                  <Link to={writeAddress(address, { focus: row.manager.id })} className="hover:underline">
                    {row.manager.label}
                  </Link>
                )}
              </Cell>
              <Cell className="text-end whitespace-nowrap text-soft tabular-nums">
                {row.direct > 0 && (
                  <span title={t('organisation.reportsInAll', { direct: row.direct, total: row.total })}>
                    {format.number(row.direct)}
                    {row.total > row.direct && (
                      <span className="text-muted"> / {format.number(row.total)}</span>
                    )}
                  </span>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <div className="flex gap-2">
        {address.after && (
          <Link to={writeAddress(address)} className={buttonStyle()}>
            {t('organisation.firstPage')}
          </Link>
        )}
        {page.next && (
          <Link to={writeAddress(address, { after: page.next })} className={buttonStyle()}>
            {t('organisation.nextPage')}
            <ChevronRight aria-hidden="true" />
          </Link>
        )}
      </div>
    </div>
  );
}

type SortHeadProps = { sortKey: TableSortKey | null; label: string; address: ChartAddress };

function SortHead({ sortKey, label, address }: SortHeadProps) {
  const current = address.sort === sortKey;
  if (sortKey === null) return <HeadCell>{label}</HeadCell>;
  const Icon = address.descending ? ArrowDown : ArrowUp;
  // Numbers first come largest first, names from A.
  const descending = current ? !address.descending : sortKey === 'reports';
  return (
    <HeadCell
      aria-sort={current ? (address.descending ? 'descending' : 'ascending') : undefined}
      className={sortKey === 'reports' ? 'text-end' : undefined}
    >
      <Link
        to={writeAddress(address, { sort: sortKey, descending })}
        preventScrollReset
        className={cn('inline-flex min-h-6 items-center gap-1 hover:text-ink', current && 'text-ink')}
      >
        {label}
        <Icon aria-hidden="true" className={cn('size-3.5', !current && 'invisible')} />
      </Link>
    </HeadCell>
  );
}

function Names({ row }: { row: TablePage['rows'][number] }) {
  const t = useT();
  const format = useFormat();
  if (row.holders.length === 0) {
    return (
      <span className="text-muted">
        {row.vacantSince && t('organisation.vacantSince', { month: format.month(row.vacantSince) })}
      </span>
    );
  }
  return (
    <ul className="flex flex-col gap-1">
      {row.holders.map((holder) => (
        <li key={holder.person.id} className="flex items-start gap-2">
          <HolderCell holder={holder} />
        </li>
      ))}
    </ul>
  );
}

function HolderCell({ holder }: { holder: Holder }) {
  const t = useT();
  const format = useFormat();
  const { person, share, awayUntil } = holder;
  return (
    <>
      <Avatar
        name={person.name}
        personId={person.id}
        photoUrl={person.photo}
        size="sm"
        // As high as the line beside it, so that the row's columns stand on one line.
        className="-my-1"
      />
      <span className="min-w-0">
        {person.name ? (
          <Link to={`/people/${person.handle}`} className="font-semibold hover:underline">
            <bdi>{person.name}</bdi>
          </Link>
        ) : (
          <span className="text-muted">{t('common.nameWithheld')}</span>
        )}
        {share < 100 && <span className="ms-2 text-mini text-muted">{format.percent(share / 100)}</span>}
        {awayUntil && (
          <span className="flex items-center gap-1 text-mini text-warn">
            <AwayLine holder={holder} />
          </span>
        )}
      </span>
    </>
  );
}
