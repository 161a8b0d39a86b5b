import { Link } from '@remix-run/react';
import { CalendarOff, ChevronRight, ChevronUp, CornerLeftUp, UserPlus } from 'lucide-react';
import { HealthIcon } from '#app/shell/health-icon.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { Button } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import { AwayLine } from './away-line.tsx';
import { cardName } from './card-text.ts';
import { CardMarks } from './changes/card-marks.tsx';
import { type ChartAddress, writeAddress } from './chart-address.ts';
import { chainOf, type Model, TOP, teamSize } from './chart-model.ts';
import { DeputyName } from './deputy-name.tsx';
import type { ChartHandle } from './use-chart.ts';

/** The chart on a phone: the chain above, the one in focus, who reports to it; each row leads one step on. */
export function DrillDown({ chart, address }: { chart: ChartHandle; address: ChartAddress }) {
  const t = useT();
  const { model, view } = chart;
  const card = view.focusId ? model.cards.get(view.focusId) : undefined;
  if (!card) return null;
  const chain = chainOf(model, card.id).slice(0, -1);
  const parent = card.parentId ?? TOP;
  const peers = (model.teams.get(parent)?.ids ?? []).filter((id) => id !== card.id);
  return (
    <div className="flex flex-col gap-4 px-4 pb-6">
      {chain.length > 0 && (
        <nav aria-label={t('organisation.pathLabel')}>
          <ol>
            {chain.map((id, level) => {
              const above = model.cards.get(id);
              return above && <Step key={id} card={above} level={level} address={address} />;
            })}
          </ol>
        </nav>
      )}
      <FocusCard card={card} model={model} />
      <section aria-labelledby="drill-below">
        <h2 id="drill-below" className="mb-1.5 text-meta font-medium text-muted">
          {t('organisation.below')}
          {card.direct > 0 &&
            ` · ${t('organisation.reportsInAll', { direct: card.direct, total: card.total })}`}
        </h2>
        {card.direct === 0 ? (
          <p className="text-meta text-muted">{t('organisation.noReports')}</p>
        ) : (
          <RowList
            ids={model.teams.get(card.id)?.ids ?? []}
            chart={chart}
            address={address}
            parent={card.id}
          />
        )}
      </section>
      {peers.length > 0 && (
        <section aria-labelledby="drill-peers">
          <h2 id="drill-peers" className="mb-1.5 text-meta font-medium text-muted">
            {t('organisation.peers')}
          </h2>
          <RowList ids={peers} chart={chart} address={address} parent={parent} />
        </section>
      )}
    </div>
  );
}

function Step({ card, level, address }: { card: ChartCard; level: number; address: ChartAddress }) {
  const t = useT();
  const format = useFormat();
  return (
    <li>
      <Link
        to={writeAddress(address, { focus: card.id })}
        style={{ paddingInlineStart: `${Math.min(level, 5) * 0.75}rem` }}
        className="flex min-h-10 items-center gap-2 text-meta text-soft"
      >
        {level === 0 ? (
          <ChevronUp aria-hidden="true" className="size-4 shrink-0 text-muted" />
        ) : (
          <CornerLeftUp aria-hidden="true" className="size-4 shrink-0 text-muted" />
        )}
        <span className="min-w-0 truncate">
          <span className="font-medium text-ink">{cardName(t, format, card)}</span>
          {card.title && ` · ${card.title}`}
        </span>
      </Link>
    </li>
  );
}

function FocusCard({ card, model }: { card: ChartCard; model: Model }) {
  const t = useT();
  const format = useFormat();
  return (
    <section
      aria-label={cardName(t, format, card)}
      className={cn(
        'flex flex-col gap-3 rounded-lg border p-4',
        card.vacantSince ? 'border-dashed border-control-line' : 'border-brand bg-surface ring-1 ring-brand',
      )}
    >
      {card.vacantSince && (
        <p className="flex items-center gap-2 font-semibold text-muted">
          <UserPlus aria-hidden="true" className="size-5" />
          {t('organisation.vacantSince', { month: format.month(card.vacantSince) })}
        </p>
      )}
      {card.holders.map((holder) => {
        const { person, share, awayUntil } = holder;
        return (
          <div key={person.id} className="flex items-center gap-3">
            <Avatar name={person.name} personId={person.id} photoUrl={person.photo} size="lg" />
            <div className="min-w-0">
              <p className="font-semibold break-words">
                {person.name ? (
                  <Link
                    to={`/people/${person.handle}`}
                    className="inline-block min-h-6 underline decoration-line underline-offset-4"
                  >
                    <bdi>{person.name}</bdi>
                  </Link>
                ) : (
                  <span className="text-muted">{t('common.nameWithheld')}</span>
                )}
                {card.holders.length > 1 && (
                  <span className="ms-2 text-mini font-normal text-muted">{format.percent(share / 100)}</span>
                )}
              </p>
              {awayUntil && (
                <p className="flex items-center gap-1.5 text-meta text-warn">
                  <AwayLine holder={holder} />
                </p>
              )}
              {(model.leads[person.id] ?? []).map((project) => (
                <p key={project.slug} className="flex items-center gap-1.5 text-meta text-soft">
                  <HealthIcon health={project.health} />
                  <Link
                    to={`/projects/${project.slug}`}
                    className="inline-block min-h-6 underline decoration-line underline-offset-4"
                  >
                    {t('organisation.leads', { project: project.name })}
                  </Link>
                </p>
              ))}
            </div>
          </div>
        );
      })}
      <p className="text-meta text-soft">
        {[card.title, card.unitId ? null : card.unit, card.site].filter(Boolean).join(' · ')}
        {card.unitId && (
          <Link
            to={`/units/${card.unitId}`}
            className="block min-h-6 w-fit underline decoration-line underline-offset-4"
          >
            {card.unit}
          </Link>
        )}
        {card.dotted.map((line) => (
          <span key={line.id} className="block text-muted">
            {t('organisation.alsoWorksFor', { name: line.label })}
          </span>
        ))}
        {card.deputy && (
          <span className="block text-muted">
            <DeputyName deputy={card.deputy} />
          </span>
        )}
      </p>
    </section>
  );
}

type RowListProps = { ids: readonly string[]; chart: ChartHandle; address: ChartAddress; parent: string };

function RowList({ ids, chart, address, parent }: RowListProps) {
  const t = useT();
  const { model } = chart;
  const missing = teamSize(model, parent) - (model.teams.get(parent)?.ids.length ?? 0);
  return (
    <>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {ids.map((id) => {
          const card = model.cards.get(id);
          return card && <DrillRow key={id} card={card} address={address} />;
        })}
      </ul>
      {missing > 0 && (
        <Button
          className="mt-2 w-full"
          busy={chart.loading.has(parent)}
          onClick={() => chart.loadMore(parent)}
        >
          {t('organisation.moreFolded', { count: missing })}
        </Button>
      )}
    </>
  );
}

function DrillRow({ card, address }: { card: ChartCard; address: ChartAddress }) {
  const t = useT();
  const format = useFormat();
  const [first] = card.holders;
  const awayUntil = card.holders.find((holder) => holder.awayUntil)?.awayUntil;
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to={writeAddress(address, { focus: card.id })}
        className="flex min-h-14 items-center gap-3 px-3 py-2 hover:bg-sunk"
      >
        {first ? (
          <Avatar name={first.person.name} personId={first.person.id} photoUrl={first.person.photo} />
        ) : (
          <span className="grid size-9 shrink-0 place-items-center rounded-full border border-dashed border-control-line text-muted">
            <UserPlus aria-hidden="true" className="size-4" />
          </span>
        )}
        <span className="min-w-0 flex-1">
          <span className={cn('block truncate font-medium', !first && 'text-muted')}>
            {cardName(t, format, card)}
          </span>
          <span className="line-clamp-2 text-meta break-words text-soft">{card.title}</span>
          {awayUntil && (
            <span className="flex items-center gap-1 text-mini text-warn">
              <CalendarOff aria-hidden="true" className="size-3.5 shrink-0" />
              {t('organisation.awayUntil', { date: format.date(awayUntil) })}
            </span>
          )}
        </span>
        {card.marks && <CardMarks marks={card.marks} className="flex shrink-0 gap-0.5" />}
        {card.direct > 0 && (
          <span className="rounded-full bg-sunk px-2 py-0.5 text-mini font-semibold text-soft tabular-nums">
            <span aria-hidden="true">{format.number(card.total)}</span>
            <span className="sr-only">
              {t('organisation.reportsInAll', { direct: card.direct, total: card.total })}
            </span>
          </span>
        )}
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
      </Link>
    </li>
  );
}
