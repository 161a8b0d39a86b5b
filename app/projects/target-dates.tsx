import { ArrowRight } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { useDay } from './use-day.ts';

type TargetDatesProps = {
  /** The day that was promised before; struck out where it differs. */
  from: string | null;
  to: string | null;
  /** Years that equal this one's are left out. */
  beside?: string | null;
  className?: string;
};

/** "15 Dec → 29 Dec": what was promised, and what holds now. */
export function TargetDates({ from, to, beside, className }: TargetDatesProps) {
  const t = useT();
  const day = useDay();
  if (!to) return <span className={cn('text-muted', className)}>{t('projects.noTarget')}</span>;
  if (!from || from === to) return <time dateTime={to}>{day(to, beside)}</time>;
  return (
    <span className={cn('inline-flex flex-wrap items-center gap-x-1.5', className)}>
      <del className="font-normal text-muted">
        <span className="sr-only">{t('projects.originally')} </span>
        <time dateTime={from}>{day(from, beside)}</time>
      </del>
      <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-muted rtl:rotate-180" />
      <span>
        <span className="sr-only">{t('projects.now')} </span>
        <time dateTime={to}>{day(to, beside)}</time>
      </span>
    </span>
  );
}
