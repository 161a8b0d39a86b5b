import { Link, useNavigate } from '@remix-run/react';
import { ChevronRight, UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import { AwayLine } from './away-line.tsx';
import { cardLabel, cardName, cardSentence } from './card-text.ts';
import { CardMarks } from './changes/card-marks.tsx';
import { type ChartAddress, writeAddress } from './chart-address.ts';
import { foldId } from './chart-layout.ts';
import { type Model, TOP, teamSize } from './chart-model.ts';
import { DeputyName } from './deputy-name.tsx';
import { isLetter, NOTHING_TYPED, typeAhead } from './type-ahead.ts';
import type { ChartHandle } from './use-chart.ts';

type Row = { id: string; parent: string; level: number; place: number; of: number; card: ChartCard | null };
type TreeProps = { chart: ChartHandle; address: ChartAddress; chartName: string };

/** The same positions as an ARIA tree (WAI-ARIA Authoring Practices, "Tree View"): one row each. */
export function ChartTree({ chart, address, chartName }: TreeProps) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const { model, view } = chart;
  const rows = rowsOf(model);
  const [active, setActive] = useState<string | null>(view.focusId);
  const tree = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const typed = useRef(NOTHING_TYPED);
  const current = rows.find((row) => row.id === active) ?? rows[0];

  useEffect(() => setActive(view.focusId), [view.focusId]);
  useEffect(() => {
    if (!wantsFocus.current || !active) return;
    wantsFocus.current = false;
    tree.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(active)}"]`)?.focus();
  });

  const moveTo = (row: Row | undefined) => {
    if (!row) return;
    wantsFocus.current = true;
    setActive(row.id);
  };
  const choose = (row: Row) => {
    if (row.card === null) chart.loadMore(row.parent);
    else navigate(writeAddress(address, { focus: row.id }), { preventScrollReset: true });
  };
  const find = (letter: string) => {
    const from = current ? rows.indexOf(current) : 0;
    const names = rows.map((row) => (row.card ? cardName(t, format, row.card) : ''));
    const found = typeAhead(typed.current, letter, names, from);
    typed.current = found.typed;
    moveTo(rows[found.at]);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!current || event.altKey || event.metaKey || event.ctrlKey) return;
    const n = rows.indexOf(current);
    const expandable = current.card !== null && current.card.direct > 0;
    const open = expandable && model.open.has(current.id);
    const onRow = event.target instanceof HTMLElement && event.target.dataset.node !== undefined;
    if (event.key === 'ArrowDown') moveTo(rows[n + 1]);
    else if (event.key === 'ArrowUp') moveTo(rows[n - 1]);
    else if (event.key === 'Home') moveTo(rows[0]);
    else if (event.key === 'End') moveTo(rows.at(-1));
    else if (event.key === 'ArrowRight') {
      if (open) moveTo(rows[n + 1]);
      else if (expandable) chart.toggle(current.id);
    } else if (event.key === 'ArrowLeft') {
      if (open) chart.toggle(current.id);
      else moveTo(rows.find((row) => row.id === current.parent));
    } else if (event.key === 'Enter' && onRow) choose(current);
    else if (event.key === ' ' && onRow && expandable) chart.toggle(current.id);
    else if (event.key === ' ' && onRow && !current.card) choose(current);
    else if (isLetter(event.key)) find(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={-1}
      aria-label={t('organisation.treeLabel', { chart: chartName })}
      onKeyDown={onKeyDown}
      className="rounded-lg border border-line bg-surface p-2 outline-none"
    >
      {rows.map((row) => (
        <TreeRow
          key={row.id}
          row={row}
          model={model}
          active={row === current}
          focused={row.id === view.focusId}
          address={address}
          loading={chart.loading.has(row.card ? row.id : row.parent)}
          onToggle={() => (row.card ? chart.toggle(row.id) : chart.loadMore(row.parent))}
          onActive={() => setActive(row.id)}
        />
      ))}
    </div>
  );
}

type TreeRowProps = {
  row: Row;
  model: Model;
  active: boolean;
  focused: boolean;
  loading: boolean;
  address: ChartAddress;
  onToggle: () => void;
  onActive: () => void;
};

function TreeRow({ row, model, active, focused, loading, address, onToggle, onActive }: TreeRowProps) {
  const t = useT();
  const format = useFormat();
  const { card } = row;
  const open = model.open.has(row.id);
  const above = model.cards.get(row.parent);
  const count = card ? 0 : teamSize(model, row.parent) - (model.teams.get(row.parent)?.ids.length ?? 0);
  const label = card
    ? cardSentence(t, format, card)
    : above
      ? t('organisation.moreFoldedLabel', { count, name: cardLabel(t, format, above) })
      : t('organisation.moreAtTop', { count });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
    <div
      role="treeitem"
      data-node={row.id}
      tabIndex={active ? 0 : -1}
      aria-label={label}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-selected={focused}
      aria-expanded={card && card.direct > 0 ? open : undefined}
      aria-busy={loading || undefined}
      onFocus={onActive}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a')) return;
        onActive();
        if (!card || card.direct > 0) onToggle();
      }}
      style={{ paddingInlineStart: `${0.25 + (row.level - 1) * 1.5}rem` }}
      className={cn(
        'flex min-h-11 items-center gap-2.5 rounded-md pe-3 text-meta -outline-offset-2',
        focused ? 'bg-brand-soft' : 'hover:bg-sunk',
        (!card || card.direct > 0) && 'cursor-pointer',
      )}
    >
      <ChevronRight
        aria-hidden="true"
        className={cn(
          'size-4 shrink-0 text-muted transition-transform',
          open && 'rotate-90',
          !(card && card.direct > 0) && 'invisible',
        )}
      />
      {card ? (
        <TreeCard card={card} active={active} focusTo={writeAddress(address, { focus: card.id })} />
      ) : (
        <span className="font-medium text-brand-ink">{t('organisation.moreFolded', { count })}</span>
      )}
    </div>
  );
}

function TreeCard({ card, active, focusTo }: { card: ChartCard; active: boolean; focusTo: string }) {
  const t = useT();
  const format = useFormat();
  const [first] = card.holders;
  const away = card.holders.find((holder) => holder.awayUntil);
  const tabIndex = active ? 0 : -1;
  return (
    <>
      {first ? (
        <Avatar name={first.person.name} personId={first.person.id} photoUrl={first.person.photo} size="sm" />
      ) : (
        <span className="grid size-7 shrink-0 place-items-center rounded-full border border-dashed border-control-line text-muted">
          <UserPlus aria-hidden="true" className="size-3.5" />
        </span>
      )}
      <span className="min-w-0 flex-1 truncate">
        {card.holders.length === 0 && (
          <span className="text-muted">
            {card.vacantSince && t('organisation.vacantSince', { month: format.month(card.vacantSince) })}
          </span>
        )}
        {card.holders.map(({ person }, n) => (
          <span key={person.id}>
            {n > 0 && ' · '}
            {person.name ? (
              <Link
                to={`/people/${person.handle}`}
                tabIndex={tabIndex}
                className="py-1 font-semibold hover:underline"
              >
                <bdi>{person.name}</bdi>
              </Link>
            ) : (
              <span className="text-muted">{t('common.nameWithheld')}</span>
            )}
          </span>
        ))}
        {card.title && <span className="text-soft"> · {card.title}</span>}
        {card.dotted.map((line) => (
          <span key={line.id} className="text-muted">
            {' · '}
            {t('organisation.alsoWorksFor', { name: line.label })}
          </span>
        ))}
        {card.deputy && (
          <span className="text-muted">
            {' · '}
            <DeputyName deputy={card.deputy} tabIndex={tabIndex} />
          </span>
        )}
      </span>
      {card.marks && <CardMarks marks={card.marks} className="flex shrink-0 gap-0.5" />}
      {away && (
        <span className="flex max-w-72 shrink-0 items-center gap-1 text-mini text-warn max-md:hidden">
          <AwayLine holder={away} tabIndex={tabIndex} />
        </span>
      )}
      <span className="w-44 shrink-0 truncate text-muted max-lg:hidden">{card.unit}</span>
      {card.direct > 0 ? (
        <Link
          to={focusTo}
          preventScrollReset
          tabIndex={tabIndex}
          title={t('organisation.focusHere')}
          aria-label={`${format.number(card.total)} · ${t('organisation.focusHere')}`}
          className="min-w-11 shrink-0 rounded-full bg-sunk px-2 py-1 text-center text-mini font-semibold text-soft tabular-nums hover:text-ink"
        >
          {format.number(card.total)}
        </Link>
      ) : (
        <span className="w-11 shrink-0" />
      )}
    </>
  );
}

/** The open part, top to bottom. */
function rowsOf(model: Model): Row[] {
  const rows: Row[] = [];
  const seen = new Set<string>();
  const add = (parent: string, level: number) => {
    const ids = model.teams.get(parent)?.ids ?? [];
    const of = teamSize(model, parent);
    ids.forEach((id, n) => {
      const card = model.cards.get(id);
      if (!card || seen.has(id)) return;
      seen.add(id);
      rows.push({ id, parent, level, place: n + 1, of, card });
      if (model.open.has(id)) add(id, level + 1);
    });
    if (of > ids.length && ids.length > 0) {
      rows.push({ id: foldId(parent), parent, level, place: ids.length + 1, of, card: null });
    }
  };
  add(TOP, 1);
  return rows;
}
