import { Link } from '@remix-run/react';
import { HealthIcon } from '#app/shell/health-icon.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import { AwayLine } from '../away-line.tsx';
import type { Leads } from '../chart-model.ts';
import { DeputyName } from '../deputy-name.tsx';

type LastLineProps = {
  card: ChartCard;
  leads: Leads;
  /** Takes the Tab key. */
  active: boolean;
  beyondTo: string | null;
};

/** Whether the last line has nothing better to say than where a position belongs. */
export function tellsOnlyPlace(card: ChartCard, leads: Leads, beyondTo: string | null): boolean {
  const [holder, second] = card.holders;
  if (!holder || second || holder.awayUntil || beyondTo || card.deputy) return false;
  return (leads[holder.person.id] ?? []).length === 0;
}

/** The one thing worth saying besides: vacant since, away, what is led, job share, who else, the deputy, else the unit. */
export function LastLine({ card, leads, active, beyondTo }: LastLineProps) {
  const t = useT();
  const format = useFormat();
  const line = 'flex items-center gap-1 truncate text-mini text-muted';
  const away = card.holders.find((holder) => holder.awayUntil);
  const led = card.holders.flatMap((holder) => leads[holder.person.id] ?? []);
  const [project] = led;
  if (card.vacantSince) {
    const since = t('organisation.since', { month: format.month(card.vacantSince) });
    return (
      <p className={cn(line, 'block')}>
        {since}
        {card.deputy && (
          <>
            {' · '}
            <DeputyName deputy={card.deputy} tabIndex={active ? 0 : -1} />
          </>
        )}
      </p>
    );
  }
  if (away) {
    return (
      <p className={cn(line, 'text-warn')}>
        <AwayLine holder={away} tabIndex={active ? 0 : -1} compact />
      </p>
    );
  }
  if (project) {
    return (
      <p className={line}>
        <HealthIcon health={project.health} className="!size-3" />
        <Link
          to={`/projects/${project.slug}`}
          tabIndex={active ? 0 : -1}
          title={format.list(led.map((one) => one.name))}
          className="-my-1 truncate py-1 hover:underline"
        >
          {t('organisation.leads', { project: project.name })}
          {led.length > 1 && ` +${led.length - 1}`}
        </Link>
      </p>
    );
  }
  if (card.holders.length > 1) {
    const shares = card.holders.map((holder) => format.percent(holder.share / 100)).join(' / ');
    return (
      <p className={line}>
        {t('organisation.jobShare')} · {shares}
      </p>
    );
  }
  const [other] = card.dotted;
  if (beyondTo && other) {
    return (
      <p className={line}>
        <svg aria-hidden="true" width="12" height="4" className="shrink-0">
          <path d="M0 2H12" strokeWidth="1.5" className="stroke-brand [stroke-dasharray:3_2]" />
        </svg>
        <Link to={beyondTo} tabIndex={active ? 0 : -1} className="-my-1 truncate py-1 hover:underline">
          {t('organisation.alsoWorksFor', { name: other.label })}
        </Link>
      </p>
    );
  }
  if (card.deputy) {
    return (
      <p className={cn(line, 'block')}>
        <DeputyName deputy={card.deputy} tabIndex={active ? 0 : -1} />
      </p>
    );
  }
  const place = [card.unit, card.site].filter(Boolean).join(' · ');
  return place ? (
    <p className={cn(line, 'block')} title={place}>
      {place}
    </p>
  ) : null;
}
