import { useNavigate, useRevalidator } from '@remix-run/react';
import { X } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { type ChartAddress, writeAddress } from '../chart-address.ts';
import type { Done, Dropped } from './edit-desk.ts';
import { EditSections } from './edit-sections.tsx';
import { useEditDesk } from './use-edit-desk.ts';

export type EditPanelProps = {
  address: ChartAddress;
  chartId: string;
  focusId: string | null;
  /** Dragged onto another in the chart. */
  dropped: Dropped | null;
  onClose: () => void;
};

/** Beside the chart, or above the list on a phone: all that can be changed about the seat in focus. */
export function EditPanel({ address, chartId, focusId, dropped, onClose }: EditPanelProps) {
  const t = useT();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const onChanged = (done: Done | null, kind: string) => {
    // A new seat comes into focus; after one that is gone, whoever is above it.
    const focus =
      kind === 'add' ? done?.positionId : kind === 'end' ? desk.desk?.seat?.manager?.id : undefined;
    if (focus) navigate(writeAddress(address, { focus }), { preventScrollReset: true });
    else revalidate();
  };
  const desk = useEditDesk(chartId, focusId, onChanged);
  return (
    <aside
      aria-label={t('orgEdit.title')}
      className="mx-4 mb-4 rounded-lg bg-raised p-4 text-meta shadow-float md:fixed md:end-4 md:top-18 md:bottom-4 md:z-20 md:m-0 md:w-90 md:overflow-y-auto"
    >
      <header className="mb-3 flex items-start justify-between gap-2">
        <h2 className="text-lead font-semibold">{desk.desk?.seat?.label ?? t('orgEdit.title')}</h2>
        <IconButton label={t('orgEdit.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      {desk.desk && <EditSections desk={desk.desk} handle={desk} chartId={chartId} dropped={dropped} />}
    </aside>
  );
}
