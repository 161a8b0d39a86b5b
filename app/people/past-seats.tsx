import { Link } from '@remix-run/react';
import { Dotted, useFormat, useT } from '#app/shell/i18n.tsx';
import type { PastSeat } from '#server/domain/organisation/history/past-seat.view.ts';

/** What somebody held before, latest first; each leads to its chart as it was on the last day. */
export function PastSeats({ seats }: { seats: PastSeat[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <ul className="flex flex-col gap-2">
      {seats.map((seat) => (
        <li key={seat.assignmentId + seat.from}>
          <SeatTitle seat={seat} />
          <p className="text-meta text-muted">
            <Dotted
              parts={[
                t('people.fromTo', { from: format.month(seat.from), to: format.month(seat.until) }),
                seat.chart.kind === 'project' ? seat.chart.name : seat.unit,
                seat.site,
                seat.share < 100 && format.percent(seat.share / 100),
              ]}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

function SeatTitle({ seat }: { seat: PastSeat }) {
  const title = seat.title || seat.chart.name;
  if (!seat.chart.readable) return <span className="font-medium break-words">{title}</span>;
  return (
    <Link
      to={`/org?chart=${seat.chart.id}&focus=${seat.positionId}&on=${seat.until}`}
      className="rounded-sm font-medium break-words hover:underline"
    >
      {title}
    </Link>
  );
}
