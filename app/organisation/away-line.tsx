import { Link } from '@remix-run/react';
import { CalendarOff } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import type { Holder } from '#server/domain/organisation/chart.view.ts';

type AwayLineProps = {
  holder: Holder;
  /** Where a tree moves the Tab key from row to row. */
  tabIndex?: number;
  /** On a card: the deputy's face instead of the name, which a press or a hover tells. */
  compact?: boolean;
};

/** "away until Thu 3 Dec, deputy Jonas Böttger": until when and who stands in, never why. */
export function AwayLine({ holder, tabIndex, compact = false }: AwayLineProps) {
  const t = useT();
  const format = useFormat();
  const { awayUntil, deputy } = holder;
  if (!awayUntil) return null;
  const date = format.date(awayUntil);
  const until = t('organisation.awayUntil', { date });
  const known = deputy?.name ? deputy : undefined;
  if (compact) {
    const standsIn = known && t('organisation.deputy', { name: known.name });
    return (
      <>
        <CalendarOff aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="truncate" title={until}>
          {t('organisation.until', { date })}
        </span>
        {known && (
          <Link
            to={`/people/${known.handle}`}
            tabIndex={tabIndex}
            title={standsIn}
            aria-label={standsIn}
            className="-my-1 grid size-6 shrink-0 place-items-center rounded-full"
          >
            <Avatar name={known.name} personId={known.id} photoUrl={known.photo} size="xs" />
          </Link>
        )}
      </>
    );
  }
  return (
    <>
      <CalendarOff aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="min-w-0 truncate" title={known?.name}>
        {until}
        {known && (
          <>
            {', '}
            {t.rich('organisation.deputy', {
              name: (
                <Link
                  to={`/people/${known.handle}`}
                  tabIndex={tabIndex}
                  className="py-1 font-medium underline decoration-current/40 underline-offset-2 hover:decoration-current"
                >
                  <bdi>{known.name}</bdi>
                </Link>
              ),
            })}
          </>
        )}
      </span>
    </>
  );
}
