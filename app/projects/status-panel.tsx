import type { ReactNode } from 'react';
import { HealthTimeline } from '#app/projects/health/health-timeline.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { StatusWords } from '#server/domain/projects/status-words.ts';
import type { Health } from '#server/platform/database/schema.ts';
import { TargetDates } from './target-dates.tsx';
import { useDay } from './use-day.ts';
import { WordsIn } from './words-in.tsx';

/** What the panel shows of a status update; the feed's and the project's views both have it. */
export type StatusFacts = StatusWords & {
  targetOn: string | null;
  previousTargetOn: string | null;
  originalTargetOn: string | null;
  nextMilestone: { name: string; on: string } | null;
  trail: readonly Health[];
};

type StatusPanelProps = {
  status: StatusFacts;
  /** When it was written: years that equal this one's are left out. */
  at: string;
  className?: string;
};

/** The facts of a status update below its text: target, blockers, help wanted, next milestone, recent health. */
export function StatusPanel({ status, at, className }: StatusPanelProps) {
  const t = useT();
  const day = useDay();
  const { targetOn, blockers, helpWanted, nextMilestone, slipReason, trail } = status;
  const from = status.previousTargetOn ?? status.originalTargetOn;
  return (
    <div className={cn('rounded-md bg-sunk px-3.5 py-3 text-meta', className)}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <dl className="flex min-w-0 flex-1 flex-wrap gap-x-6 gap-y-2">
          {(targetOn || from) && (
            <Fact name={t('projects.target')}>
              <TargetDates step from={from} to={targetOn} beside={at} />
            </Fact>
          )}
          {blockers && (
            <Fact name={t('projects.blockers')}>
              <WordsIn words={blockers} />
            </Fact>
          )}
          {helpWanted && (
            <Fact name={t('projects.helpWanted')}>
              <WordsIn words={helpWanted} />
            </Fact>
          )}
          {nextMilestone && (
            <Fact name={t('projects.nextMilestone')}>
              {nextMilestone.name}, <time dateTime={nextMilestone.on}>{day(nextMilestone.on, at)}</time>
            </Fact>
          )}
        </dl>
        <HealthTimeline trail={trail} labelled className="shrink-0" />
      </div>
      {slipReason && (
        <p className="mt-2.5 border-t border-line pt-2 text-soft">
          <span className="font-medium text-ink">{t('projects.whyMoved')}</span>{' '}
          <WordsIn words={slipReason} />
        </p>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0 max-w-full">
      <dt className="text-soft">{name}</dt>
      <dd className="font-semibold break-words" dir="auto">
        {children}
      </dd>
    </div>
  );
}
