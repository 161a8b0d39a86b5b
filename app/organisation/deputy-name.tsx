import { Link } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import type { SeatRef } from '#server/domain/organisation/chart.view.ts';

type DeputyNameProps = {
  deputy: SeatRef;
  /** Where a tree moves the Tab key from row to row. */
  tabIndex?: number;
};

/** "deputy Jonas Böttger", who is one click away; a vacant deputy's seat is called by its title. */
export function DeputyName({ deputy, tabIndex }: DeputyNameProps) {
  const t = useT();
  const { label, person } = deputy;
  return t.rich('organisation.deputy', {
    name: person ? (
      <Link to={`/people/${person.handle}`} tabIndex={tabIndex} className="py-1 hover:underline">
        <bdi>{label}</bdi>
      </Link>
    ) : (
      <bdi>{label}</bdi>
    ),
  });
}
