import { healthWord } from '#app/shell/health-icon.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { Health } from '#server/platform/database/schema.ts';

// Height says the same as colour: nobody has to tell green from red.
const BARS: Record<Health, string> = {
  on_track: 'h-4.5 bg-ok',
  at_risk: 'h-3 bg-warn',
  off_track: 'h-1.5 bg-bad',
};

type HealthTimelineProps = {
  /** Oldest first. */
  trail: readonly Health[];
  /** Writes below it how many there are. */
  labelled?: boolean;
  className?: string;
};

/** The last updates as small bars: full and green on track, lower and amber at risk, low and red off track. */
export function HealthTimeline({ trail, labelled = false, className }: HealthTimelineProps) {
  const t = useT();
  if (trail.length === 0) return null;
  const label = t('projects.lastUpdates', { count: trail.length });
  return (
    <span className={cn('inline-flex flex-col gap-0.5', className)}>
      <span
        role="img"
        aria-label={`${label}: ${trail.map((health) => t(healthWord(health))).join(', ')}`}
        className="flex h-4.5 items-end gap-0.75"
      >
        {trail.map((health, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity but their place
          <span key={index} className={cn('w-1.75 rounded-[2px]', BARS[health])} />
        ))}
      </span>
      {labelled && (
        <span aria-hidden="true" className="text-mini text-muted">
          {label}
        </span>
      )}
    </span>
  );
}
