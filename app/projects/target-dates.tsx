import { ArrowRight } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { useDay } from './use-day.ts';

type TargetDatesProps = {
  /** The day that was promised before; struck out where it differs. */
  from: string | null;
  to: string | null;
  /** True where `from` is what held until this one move, not what was promised first. */
  step?: boolean;
  /** Years that equal this one's are left out. */
  beside?: string | null;
};

/** "15 Dec → 29 Dec": what was promised, and what holds now; "15 Dec → No date" where none does. */
export function TargetDates({ from, to, step = false, beside }: TargetDatesProps) {
  const t = useT();
  const day = useDay();
  const held = to ? (
    <time dateTime={to}>{day(to, beside)}</time>
  ) : (
    <span className="text-muted">{t('projects.noTarget')}</span>
  );
  if (!from || from === to) return held;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <del className="font-normal text-muted">
        <span className="sr-only">{t(step ? 'projects.before' : 'projects.originally')} </span>
        <time dateTime={from}>{day(from, beside)}</time>
      </del>
      <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-muted rtl:rotate-180" />
      <span>
        <span className="sr-only">{t('projects.now')} </span>
        {held}
      </span>
    </span>
  );
}
