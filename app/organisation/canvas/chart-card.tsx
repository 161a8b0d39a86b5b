import { Link } from '@remix-run/react';
import { ChevronDown, ChevronUp, LoaderCircle, UserPlus } from 'lucide-react';
import { memo } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { ChartCard, Holder } from '#server/domain/organisation/chart.view.ts';
import { cardLabel, cardSentence } from '../card-text.ts';
import { CardMarks } from '../changes/card-marks.tsx';
import { CARD, type Placed } from '../chart-layout.ts';
import type { Leads } from '../chart-model.ts';
import { type Swatch, swatchWord } from '../colours.ts';
import { ColourStripe } from './colour-stripe.tsx';
import { LastLine, tellsOnlyPlace } from './last-line.tsx';

type CardProps = {
  card: ChartCard;
  placed: Placed;
  leads: Leads;
  swatch: Swatch | null;
  focused: boolean;
  /** Lies on the way between two that is shown. */
  onWay: boolean;
  /** Takes the Tab key. */
  active: boolean;
  open: boolean;
  loading: boolean;
  /** Where "focus here" leads. */
  focusTo: string;
  /** Leads to the first position it also works for of which no line tells. */
  beyondTo: string | null;
  onToggle: (id: string) => void;
};

/** One position in the chart. A press on it brings it into focus, its name leads to the profile. */
export const PositionCard = memo(function PositionCard(props: CardProps) {
  const { card, placed, swatch, focused, onWay, active, open } = props;
  const t = useT();
  const format = useFormat();
  return (
    <div
      role="treeitem"
      data-node={card.id}
      tabIndex={active ? 0 : -1}
      aria-label={[
        cardSentence(t, format, card),
        swatch && swatch.label !== card.unit && swatchWord(t, swatch),
      ]
        .filter(Boolean)
        .join(', ')}
      aria-level={placed.level}
      aria-posinset={placed.place}
      aria-setsize={placed.of}
      aria-selected={focused}
      aria-expanded={card.direct > 0 ? open : undefined}
      style={{ transform: `translate(${placed.x}px, ${placed.y}px)`, width: CARD.width, height: CARD.height }}
      className={cn(
        'group/card absolute top-0 left-0 cursor-pointer rounded-lg border transition-[transform,border-color] duration-200 outline-offset-3',
        focused
          ? 'z-1 border-brand bg-surface shadow-float ring-1 ring-brand'
          : onWay
            ? 'border-brand bg-brand-soft'
            : card.vacantSince
              ? 'border-dashed border-control-line bg-bg hover:border-muted'
              : 'border-line bg-surface hover:border-control-line',
      )}
    >
      {swatch && <ColourStripe swatch={swatch} className="absolute inset-y-2 start-1 w-1" />}
      {card.marks && <CardMarks marks={card.marks} className="absolute -end-1.5 -top-2 flex -space-x-1" />}
      <div className="flex h-full items-center gap-3 px-3">
        <Faces holders={card.holders} />
        <Words {...props} />
      </div>
      {card.direct > 0 && <ReportsChip {...props} />}
    </div>
  );
});

function Faces({ holders }: { holders: Holder[] }) {
  const [first, second] = holders;
  if (!first) {
    return (
      <span className="grid size-10 shrink-0 place-items-center rounded-full border border-dashed border-control-line text-muted">
        <UserPlus aria-hidden="true" className="size-4" />
      </span>
    );
  }
  if (!second) return <Face holder={first} size="lg" />;
  return (
    <span className="relative size-10 shrink-0">
      <Face holder={first} size="sm" className="absolute start-0 top-0" />
      <Face holder={second} size="sm" className="absolute end-0 bottom-0 ring-2 ring-surface" />
    </span>
  );
}

function Face({ holder, size, className }: { holder: Holder; size: 'sm' | 'lg'; className?: string }) {
  const { person } = holder;
  return (
    <Avatar
      name={person.name}
      personId={person.id}
      photoUrl={person.photo}
      size={size}
      className={className}
    />
  );
}

/** A title longer than this takes a second line, where there is room for it above the chip. */
const LONG_TITLE = 21;

function Words({ card, leads, active, beyondTo }: CardProps) {
  const t = useT();
  const long = card.title.length > LONG_TITLE;
  const placeGivesWay = long && card.direct > 0 && tellsOnlyPlace(card, leads, beyondTo);
  // On a shared seat both names count more than a last line.
  const shared = card.holders.length > 1;
  const others = card.holders.length - 2;
  const lastLine = !placeGivesWay && !(shared && card.direct > 0);
  const wraps = placeGivesWay || (long && card.direct === 0 && !shared);
  return (
    <div className="min-w-0 flex-1">
      {card.holders.length === 0 && (
        <p className="truncate leading-5 font-semibold text-muted">{t('organisation.vacant')}</p>
      )}
      {card.holders.slice(0, 2).map((holder, n) => (
        <p
          key={holder.person.id}
          className={cn('truncate font-semibold', shared ? 'leading-[1.125rem]' : 'leading-5')}
        >
          <HolderName holder={holder} active={active} />
          {n === 1 && others > 0 && <span className="font-normal text-muted"> +{others}</span>}
        </p>
      ))}
      <p
        className={cn(
          'text-meta leading-[1.125rem] text-soft',
          wraps ? 'line-clamp-2 break-words hyphens-auto' : 'truncate',
        )}
        title={card.title}
      >
        {card.title || t('organisation.noTitle')}
      </p>
      {lastLine && <LastLine card={card} leads={leads} active={active} beyondTo={beyondTo} />}
    </div>
  );
}

function HolderName({ holder, active }: { holder: Holder; active: boolean }) {
  const t = useT();
  const { handle, name } = holder.person;
  if (!name) return <span className="font-medium text-muted">{t('common.nameWithheld')}</span>;
  return (
    <Link
      to={`/people/${handle}`}
      prefetch="intent"
      tabIndex={active ? 0 : -1}
      title={name}
      className="py-1 hover:underline"
    >
      <bdi>{name}</bdi>
    </Link>
  );
}

/** How many stand below, and what opens and closes them; without script it leads to the position itself. */
function ReportsChip({ card, open, loading, active, focusTo, onToggle }: CardProps) {
  const t = useT();
  const format = useFormat();
  const name = cardLabel(t, format, card);
  const label = open
    ? t('organisation.hideReports', { name, total: card.total })
    : t('organisation.showReports', { name, direct: card.direct, total: card.total });
  const Icon = loading ? LoaderCircle : open ? ChevronUp : ChevronDown;
  return (
    <Link
      to={focusTo}
      preventScrollReset
      tabIndex={active ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onToggle(card.id);
      }}
      className="absolute -bottom-[0.875rem] left-1/2 flex h-[1.625rem] min-w-11 -translate-x-1/2 items-center justify-center gap-0.5 rounded-full border border-line bg-surface px-2 text-mini font-semibold text-soft tabular-nums transition-colors hover:border-control-line hover:text-ink"
    >
      {format.number(card.total)}
      <Icon aria-hidden="true" className={cn('size-3', loading && 'animate-spin')} />
    </Link>
  );
}

type FoldProps = { placed: Placed; count: number; name: string | null; active: boolean; loading: boolean };

/** "+25 more": the rest of a wide team. */
export function FoldCard({ placed, count, name, active, loading }: FoldProps) {
  const t = useT();
  const label =
    name === null
      ? t('organisation.moreAtTop', { count })
      : t('organisation.moreFoldedLabel', { count, name });
  return (
    <div
      role="treeitem"
      data-node={placed.id}
      tabIndex={active ? 0 : -1}
      aria-label={label}
      aria-level={placed.level}
      aria-posinset={placed.place}
      aria-setsize={placed.of}
      aria-selected={false}
      aria-busy={loading}
      style={{
        transform: `translate(${placed.x}px, ${placed.y}px)`,
        width: placed.width,
        height: placed.height,
      }}
      className="absolute top-0 left-0 grid cursor-pointer place-items-center rounded-lg border border-dashed border-control-line bg-bg text-meta font-medium text-soft transition-transform duration-200 outline-offset-3 hover:bg-sunk hover:text-ink"
    >
      {t('organisation.moreFolded', { count })}
    </div>
  );
}
