import { useNavigate, useRevalidator } from '@remix-run/react';
import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { type ChartAddress, writeAddress } from '../chart-address.ts';
import { DeputySection } from './deputy-section.tsx';
import { DroppedMove } from './dropped-move.tsx';
import type { Done, Dropped, EditDesk } from './edit-desk.ts';
import { EditList } from './edit-list.tsx';
import { HoldersSection } from './holders-section.tsx';
import { LinesSection } from './lines-section.tsx';
import { AddForm, ChangeForm, EndForm } from './seat-forms.tsx';
import { type EditDeskHandle, useEditDesk } from './use-edit-desk.ts';

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
      {desk.desk && <Sections desk={desk.desk} handle={desk} chartId={chartId} dropped={dropped} />}
    </aside>
  );
}

type SectionsProps = {
  desk: EditDesk;
  handle: EditDeskHandle;
  chartId: string;
  dropped: Dropped | null;
};

function Sections({ desk, handle, chartId, dropped }: SectionsProps) {
  const t = useT();
  const { seat, edits } = desk;
  const shared = { desk, send: handle.send, onDone: handle.finish };
  const planned = edits.filter((edit) => edit.state === 'planned');
  const past = edits.filter((edit) => edit.state !== 'planned');
  // Another seat, or the same after a change: its forms begin anew, and what was open stays open.
  const stamp = `${seat?.positionId} ${seat?.version}`;
  return (
    <div className="flex flex-col divide-y divide-line">
      {seat && dropped?.positionId === seat.positionId && (
        <DroppedMove
          key={`${stamp} ${dropped.managerId} ${dropped.at}`}
          seat={seat}
          dropped={dropped}
          {...shared}
        />
      )}
      {seat && (
        <>
          <Section title={t('orgEdit.lines')}>
            <LinesSection key={stamp} seat={seat} {...shared} />
          </Section>
          <Section title={t('orgEdit.people')}>
            <HoldersSection key={stamp} seat={seat} {...shared} />
          </Section>
          <Section title={t('orgEdit.deputies')}>
            <DeputySection key={stamp} seat={seat} {...shared} />
          </Section>
          <Section title={t('orgEdit.seat')}>
            <ChangeForm key={stamp} seat={seat} {...shared} />
          </Section>
        </>
      )}
      <Section title={seat ? t('orgEdit.addBelow') : t('orgEdit.addOnTop')}>
        <AddForm key={stamp} seat={seat} chartId={chartId} {...shared} />
      </Section>
      {seat && (
        <Section title={t('orgEdit.end')}>
          <EndForm key={stamp} seat={seat} {...shared} />
        </Section>
      )}
      <Section title={t('orgEdit.planned', { count: planned.length })}>
        <EditList edits={planned} onUndo={handle.undo} />
      </Section>
      <Section title={t('orgEdit.latest')}>
        <EditList edits={past} onUndo={handle.undo} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="group py-1">
      <summary className="flex min-h-10 cursor-pointer items-center justify-between gap-2 font-medium">
        <h3>{title}</h3>
        <ChevronDown
          aria-hidden="true"
          className="size-4 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="flex flex-col gap-4 pb-4">{children}</div>
    </details>
  );
}
