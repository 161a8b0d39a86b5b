import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import type { NoticeView } from '#server/domain/statutory/notice.view.ts';

type Props = { notice: Pick<NoticeView, 'site' | 'validFrom' | 'lastDay' | 'state'> };

/** Where a notice hangs, and from when until when. */
export function NoticeState({ notice: { site, validFrom, lastDay, state } }: Props) {
  const t = useT();
  const format = useFormat();
  const period = (date: (iso: string) => string) => {
    const from = date(validFrom);
    return lastDay ? t('statutory.fromTo', { from, to: date(lastDay) }) : t('statutory.from', { from });
  };
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-muted">
      <span>{site?.name ?? t('statutory.allSites')}</span>
      <span aria-hidden="true">·</span>
      <span className="print:hidden">{period(format.date)}</span>
      {/* On paper, and as proof later, a day has its year. */}
      <span className="hidden print:inline">{period(format.dateTime)}</span>
      {state === 'upcoming' && <Badge>{t('statutory.upcoming')}</Badge>}
      {state === 'past' && <Badge>{t('statutory.past')}</Badge>}
      {state === 'withdrawn' && <Badge tone="warn">{t('statutory.withdrawn')}</Badge>}
    </p>
  );
}
