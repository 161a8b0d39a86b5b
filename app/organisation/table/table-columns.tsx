import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { type MessageKey, useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { Holder, TablePage } from '#server/domain/organisation/chart.view.ts';
import { AwayLine } from '../away-line.tsx';
import { type ChartAddress, type ColumnKey, type TableSortKey, writeAddress } from '../chart-address.ts';
import { COLUMN_WORDS } from './table-filter.tsx';

type TableRow = TablePage['rows'][number];
/** One column: its head, and what stands in a row. `tabIndex` is for the links in the cell. */
export type Column = {
  key: 'name' | ColumnKey;
  label: MessageKey;
  sort: TableSortKey | null;
  className: string;
  cell: (row: TableRow, tabIndex: number | undefined) => ReactNode;
};

/** The columns that are shown: names always, the others as the reader wants them. */
export function useColumns(address: ChartAddress): Column[] {
  const t = useT();
  const format = useFormat();
  const all: Column[] = [
    {
      key: 'name',
      label: 'organisation.columnName',
      sort: 'name',
      className: 'min-w-40 md:min-w-56',
      cell: (row, tabIndex) => <Names row={row} tabIndex={tabIndex} />,
    },
    {
      key: 'title',
      label: COLUMN_WORDS.title,
      sort: 'title',
      className: 'min-w-48',
      cell: (row, tabIndex) => <Position row={row} address={address} tabIndex={tabIndex} />,
    },
    {
      key: 'unit',
      label: COLUMN_WORDS.unit,
      sort: 'unit',
      className: 'min-w-32 text-soft',
      cell: (row) => row.unit,
    },
    { key: 'site', label: COLUMN_WORDS.site, sort: 'site', className: 'text-soft', cell: (row) => row.site },
    {
      key: 'manager',
      label: COLUMN_WORDS.manager,
      sort: null,
      className: 'min-w-36 text-soft',
      cell: ({ manager }, tabIndex) =>
        manager && (
          <Link to={writeAddress(address, { focus: manager.id })} tabIndex={tabIndex} className={LINK}>
            {manager.label}
          </Link>
        ),
    },
    {
      key: 'reports',
      label: COLUMN_WORDS.reports,
      sort: 'reports',
      className: 'text-end whitespace-nowrap text-soft tabular-nums',
      cell: ({ direct, total }) =>
        direct > 0 && (
          <span title={t('organisation.reportsInAll', { direct, total })}>
            {format.number(direct)}
            {total > direct && <span className="text-muted"> / {format.number(total)}</span>}
          </span>
        ),
    },
  ];
  return all.filter(({ key }) => key === 'name' || !address.hidden.includes(key));
}

/** 24 px high, as the cell around it can be pressed, too. */
const LINK = '-my-0.5 inline-block py-0.5 hover:underline';

type CellProps = { row: TableRow; tabIndex: number | undefined };

function Position({ row, address, tabIndex }: CellProps & { address: ChartAddress }) {
  const t = useT();
  return (
    <>
      <Link
        to={writeAddress(address, { focus: row.id, view: null })}
        title={t('organisation.focusHere')}
        tabIndex={tabIndex}
        className={LINK}
      >
        {row.title || t('organisation.noTitle')}
      </Link>
      {row.dotted.map((line) => (
        <span key={line.id} className="block text-mini text-muted">
          {t('organisation.alsoWorksFor', { name: line.label })}
        </span>
      ))}
    </>
  );
}

function Names({ row, tabIndex }: CellProps) {
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
          <HolderCell holder={holder} tabIndex={tabIndex} />
        </li>
      ))}
    </ul>
  );
}

function HolderCell({ holder, tabIndex }: { holder: Holder; tabIndex: number | undefined }) {
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
          <Link to={`/people/${person.handle}`} tabIndex={tabIndex} className={cn(LINK, 'font-semibold')}>
            <bdi>{person.name}</bdi>
          </Link>
        ) : (
          <span className="text-muted">{t('common.nameWithheld')}</span>
        )}
        {share < 100 && <span className="ms-2 text-mini text-muted">{format.percent(share / 100)}</span>}
        {awayUntil && (
          <span className="flex items-center gap-1 text-mini text-warn">
            <AwayLine holder={holder} tabIndex={tabIndex} />
          </span>
        )}
      </span>
    </>
  );
}
