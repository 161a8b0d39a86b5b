import { useNavigate } from '@remix-run/react';
import { useCallback, useState } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { cardLabel } from '../card-text.ts';
import { writeAddress } from '../chart-address.ts';
import type { OrganisationPage } from '../organisation-page.ts';
import type { Dropped } from './edit-desk.ts';

/** What was dragged onto what: the one dragged comes into focus, and the panel says what would follow. */
export function useMoves({ address, view }: Pick<OrganisationPage, 'address' | 'view'>) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const onMove = useCallback(
    (positionId: string, managerId: string) => {
      const manager = view.cards.find((card) => card.id === managerId);
      const managerName = manager ? cardLabel(t, format, manager) : '';
      setDropped({ positionId, managerId, managerName, at: Date.now() });
      navigate(writeAddress(address, { focus: positionId }), { preventScrollReset: true });
    },
    [address, view, navigate, t, format],
  );
  return { dropped, onMove };
}
