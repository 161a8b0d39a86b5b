import { Link } from '@remix-run/react';
import { ArrowDown, ArrowUp, Equal, X } from 'lucide-react';
import { Fragment } from 'react';
import { type MessageKey, useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import { iconButtonStyle } from '#app/ui/icon-button.tsx';
import type { StepKind } from '#server/domain/organisation/path/connection.view.ts';
import { type ChartAddress, writeAddress } from '../chart-address.ts';
import type { PathView, PathWay } from './load-path.ts';

type StripProps = { path: PathView; address: ChartAddress; focusId: string | null };

/** How two are connected, step by step, for every chart that has both; each step leads to its card. */
export function PathStrip({ path, address, focusId }: StripProps) {
  const t = useT();
  const { ways } = path;
  return (
    <section
      aria-label={t('chart.pathTitle')}
      className="mx-4 mb-2 flex items-start gap-2 rounded-lg border border-line bg-surface py-1.5 ps-3 pe-1.5 md:mx-6"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {ways === null && <p className="py-2 text-meta text-soft">{t('chart.pathNoSeat')}</p>}
        {ways?.length === 0 && <p className="py-2 text-meta text-soft">{t('chart.pathNone')}</p>}
        {ways?.map((way) => (
          <WayRow key={way.chart ?? ''} way={way} address={address} focusId={focusId} />
        ))}
      </div>
      <Link
        to={writeAddress(address, { path: null })}
        preventScrollReset
        title={t('chart.pathClose')}
        aria-label={t('chart.pathClose')}
        className={iconButtonStyle()}
      >
        <X aria-hidden="true" />
      </Link>
    </section>
  );
}

function WayRow({ way, address, focusId }: { way: PathWay; address: ChartAddress; focusId: string | null }) {
  const t = useT();
  const steps = way.steps.filter((step) => step.by !== 'start' && step.by !== 'sameSeat').length;
  const chartName =
    way.chart === 'company' ? t('organisation.company') : (way.chartName ?? t('chart.pathSeveral'));
  return (
    <div className="flex gap-x-3 max-md:flex-col md:items-center">
      <p className="flex min-w-0 gap-x-1.5 text-mini text-muted md:w-28 md:shrink-0 md:flex-col">
        <span className="truncate font-medium text-soft">{chartName}</span>
        {t('chart.pathSteps', { count: steps })}
      </p>
      <ol
        aria-label={t('chart.pathIn', { chart: chartName, count: steps })}
        className="flex min-w-0 flex-1 items-center gap-1 py-0.5 max-md:flex-wrap md:overflow-x-auto"
      >
        {way.steps.map((step, n) => (
          <Fragment key={step.position.id}>
            <li className="flex shrink-0 items-center gap-1">
              {n > 0 && <Join by={step.by} chartName={step.chartName} chart={step.chart} />}
              <StepLink step={step} address={address} current={step.position.id === focusId} />
            </li>
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

const JOINS: Record<Exclude<StepKind, 'start'>, { icon: typeof ArrowUp; word: MessageKey }> = {
  up: { icon: ArrowUp, word: 'chart.stepUp' },
  down: { icon: ArrowDown, word: 'chart.stepDown' },
  dottedUp: { icon: ArrowUp, word: 'chart.stepDottedUp' },
  dottedDown: { icon: ArrowDown, word: 'chart.stepDottedDown' },
  sameSeat: { icon: Equal, word: 'chart.stepSameSeat' },
};

function Join({ by, chart, chartName }: { by: StepKind; chart: string; chartName: string }) {
  const t = useT();
  if (by === 'start') return null;
  const { icon: Icon, word } = JOINS[by];
  const dotted = by === 'dottedUp' || by === 'dottedDown';
  return (
    <span className="flex items-center gap-1 px-1 text-mini text-muted">
      <Icon
        aria-hidden="true"
        className={cn('size-3.5 rtl:-scale-x-100', dotted && 'text-brand [stroke-dasharray:3_2]')}
      />
      {t(word, { chart: chart === 'company' ? t('organisation.company') : chartName })}
    </span>
  );
}

function StepLink({
  step,
  address,
  current,
}: {
  step: PathWay['steps'][number];
  address: ChartAddress;
  current: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const { id, title, holders } = step.position;
  const [first] = holders;
  const name = first
    ? format.list(holders.map(({ person }) => person.name || t('common.nameWithheld')))
    : t('organisation.vacant');
  return (
    <Link
      to={writeAddress(address, { chart: step.chart, focus: id })}
      preventScrollReset
      aria-current={current ? 'location' : undefined}
      title={title}
      className={cn(
        'flex h-9 max-w-52 items-center gap-2 rounded-full py-1 ps-1 pe-3 text-meta font-medium',
        current ? 'bg-brand-soft text-brand-ink' : 'hover:bg-sunk',
      )}
    >
      <Avatar
        name={first?.person.name ?? '?'}
        personId={first?.person.id ?? id}
        photoUrl={first?.person.photo}
        size="sm"
      />
      <span className="truncate">
        <bdi>{name}</bdi>
        {!first && ` · ${title}`}
      </span>
    </Link>
  );
}
