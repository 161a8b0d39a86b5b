import { Link } from '@remix-run/react';
import { ArrowRight, History, Pencil, SquareMinus } from 'lucide-react';
import { PageLinks } from '#app/organisation/page-links.tsx';
import { type MessageKey, useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { pillStyle } from '#app/ui/pill.tsx';
import type {
  ChangeKind,
  ChangePage,
  ChartChange,
  SeatThen,
} from '#server/domain/organisation/changes/change.view.ts';
import { type ChartAddress, writeAddress } from '../chart-address.ts';
import { MarkIcon } from './mark-icon.tsx';

const WORDS: Record<ChangeKind, MessageKey> = {
  joined: 'chart.kindJoined',
  left: 'chart.kindLeft',
  moved: 'chart.kindMoved',
  renamed: 'chart.kindRenamed',
  added: 'chart.kindAdded',
  ended: 'chart.kindEnded',
};

/** What is different between two days, as a list: who joined, left and moved, and which seats changed. */
export function ChangeList({ page, address }: { page: ChangePage; address: ChartAddress }) {
  const t = useT();
  const format = useFormat();
  const kinds = Object.entries(page.counts) as [ChangeKind, number][];
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const days = { since: format.date(page.since), on: format.date(page.on) };
  return (
    <section aria-label={t('chart.changesBetween', days)} className="flex max-w-4xl flex-col gap-3">
      <h2 className="text-meta font-medium text-muted">{t('chart.changesBetween', days)}</h2>
      {total === 0 ? (
        <EmptyState icon={History} title={t('chart.noChanges')}>
          {t('chart.noChangesText')}
        </EmptyState>
      ) : (
        <>
          <nav aria-label={t('chart.changeKinds')} className="flex flex-wrap gap-1.5 text-meta">
            <KindLink kind={null} count={total} address={address} />
            {kinds.map(
              ([kind, count]) =>
                count > 0 && <KindLink key={kind} kind={kind} count={count} address={address} />,
            )}
          </nav>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {page.rows.map((row) => (
              <ChangeRow key={`${row.kind} ${row.id}`} row={row} address={address} page={page} />
            ))}
          </ul>
          <PageLinks address={address} next={page.next} />
        </>
      )}
    </section>
  );
}

type KindLinkProps = { kind: ChangeKind | null; count: number; address: ChartAddress };

function KindLink({ kind, count, address }: KindLinkProps) {
  const t = useT();
  const format = useFormat();
  const active = address.kind === kind;
  return (
    <Link
      to={writeAddress(address, { kind })}
      preventScrollReset
      aria-current={active ? 'page' : undefined}
      className={pillStyle({ active })}
    >
      {t(kind ? WORDS[kind] : 'chart.kindAll')}
      <span className="font-normal tabular-nums">{format.number(count)}</span>
    </Link>
  );
}

type ChangeRowProps = { row: ChartChange; address: ChartAddress; page: ChangePage };

function ChangeRow({ row, address, page }: ChangeRowProps) {
  const t = useT();
  const format = useFormat();
  const { kind, person, holders, before, after } = row;
  const seat = after ?? before;
  const who = person ? person.name || t('common.nameWithheld') : seat?.title || t('organisation.noTitle');
  // Who is gone is looked at on the day when they still were there.
  const to = writeAddress(address, {
    focus: seat?.positionId ?? null,
    view: null,
    ...(after ? {} : { on: page.since, since: null }),
  });
  return (
    <li className="border-b border-line last:border-0">
      <Link to={to} className="flex items-start gap-3 px-3 py-2.5 hover:bg-sunk">
        <KindIcon kind={kind} />
        {person && <Avatar name={person.name} personId={person.id} photoUrl={person.photo} size="sm" />}
        <span className="min-w-0 flex-1 text-meta">
          <span className="font-semibold">
            <bdi>{who}</bdi>
          </span>
          <span className="text-muted"> · {t(WORDS[kind])}</span>
          {holders.length > 0 && (
            <span className="text-soft">
              {' '}
              · {format.list(holders.map((holder) => holder.name || t('common.nameWithheld')))}
            </span>
          )}
          <span className="flex flex-wrap items-center gap-x-2 text-soft">
            <Then before={before} after={after} />
          </span>
        </span>
      </Link>
    </li>
  );
}

/** Only what is different: the seat's title, its unit, its location, whom it reports to. */
function Then({ before, after }: { before: SeatThen | null; after: SeatThen | null }) {
  const t = useT();
  const seat = after ?? before;
  if (!before || !after) {
    return <span>{[seat?.title, seat?.unit, seat?.site].filter(Boolean).join(' · ')}</span>;
  }
  const reportsTo = (name: string | null) => name && t('chart.reportsToName', { name });
  const pairs: [string | null, string | null][] = [
    [before.title, after.title],
    [before.unit, after.unit],
    [before.site, after.site],
    [reportsTo(before.manager), reportsTo(after.manager)],
  ];
  return pairs
    .filter(([old, now]) => old !== now)
    .map(([old, now]) => (
      <span key={`${old} ${now}`} className="flex flex-wrap items-center gap-x-1.5">
        <del className="text-muted no-underline">
          <span className="sr-only">{t('chart.was')} </span>
          {old ?? '–'}
        </del>
        <ArrowRight aria-hidden="true" className="size-3.5 text-muted rtl:-scale-x-100" />
        <ins className="no-underline">
          <span className="sr-only">{t('chart.is')} </span>
          {now ?? '–'}
        </ins>
      </span>
    ));
}

const OWN_ICONS = { renamed: Pencil, ended: SquareMinus };

function KindIcon({ kind }: { kind: ChangeKind }) {
  if (kind !== 'renamed' && kind !== 'ended') return <MarkIcon mark={kind} className="mt-1" />;
  const Icon = OWN_ICONS[kind];
  return (
    <span
      aria-hidden="true"
      className={cn('mt-1 grid size-5 shrink-0 place-items-center rounded-full bg-sunk text-soft')}
    >
      <Icon className="size-3" />
    </span>
  );
}
