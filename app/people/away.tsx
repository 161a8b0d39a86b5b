import { CalendarOff } from 'lucide-react';
import { languageTag } from '#app/messages/locale.ts';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';

const WEEK_MS = 7 * 86_400_000;

/** The first day back, as short as it is clear: a weekday within the week, else the date. */
export function useBackOn(): (until: string, now: string) => string {
  const t = useT();
  const format = useFormat();
  return (until, now) => {
    if (Date.parse(until) - Date.parse(now) >= WEEK_MS) return format.date(until);
    const weekday = new Intl.DateTimeFormat(languageTag(t.locale), { weekday: 'short', timeZone: 'UTC' });
    return weekday.format(new Date(until));
  };
}

type AwayMarkProps = { until: string; now: string; className?: string };

/** "away until Thu" as a quiet mark, with the full date on hover. */
export function AwayMark({ until, now, className }: AwayMarkProps) {
  const t = useT();
  const format = useFormat();
  const backOn = useBackOn();
  return (
    <span
      title={t('people.awayUntil', { day: format.dateTime(until) })}
      className={cn(
        'inline-flex items-center gap-1 rounded-full bg-warn-soft px-2 py-px text-mini font-medium whitespace-nowrap text-warn',
        className,
      )}
    >
      <CalendarOff aria-hidden="true" className="size-3" />
      {t('people.awayUntil', { day: backOn(until, now) })}
    </span>
  );
}
