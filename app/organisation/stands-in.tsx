import { useFormat, useT } from '#app/shell/i18n.tsx';
import type { SeatRef } from '#server/domain/organisation/chart.view.ts';
import { DeputyName } from './deputy-name.tsx';

type StandsInProps = { seat: { deputy: SeatRef | null; standsInFor: readonly SeatRef[] } };

/** On a profile: who stands in on a seat, and for whom it does. */
export function StandsIn({ seat }: StandsInProps) {
  const t = useT();
  const format = useFormat();
  const { deputy, standsInFor } = seat;
  return (
    <>
      {deputy && (
        <p className="text-meta text-muted">
          <DeputyName deputy={deputy} />
        </p>
      )}
      {standsInFor.length > 0 && (
        <p className="text-meta text-muted">
          {t('organisation.standsInFor', { names: format.list(standsInFor.map((other) => other.label)) })}
        </p>
      )}
    </>
  );
}
