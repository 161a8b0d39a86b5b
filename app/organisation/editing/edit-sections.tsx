import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { DeputySection } from './deputy-section.tsx';
import { DroppedMove } from './dropped-move.tsx';
import type { Dropped, EditDesk } from './edit-desk.ts';
import { EditList } from './edit-list.tsx';
import { HoldersSection } from './holders-section.tsx';
import { LinesSection } from './lines-section.tsx';
import { useAnswered } from './plain-answer.ts';
import { AddForm, ChangeForm, EndForm } from './seat-forms.tsx';
import type { EditDeskHandle } from './use-edit-desk.ts';

type EditSectionsProps = {
  desk: EditDesk;
  handle: EditDeskHandle;
  chartId: string;
  dropped: Dropped | null;
};

/** All that can be changed about a seat, each in its own fold, and what was changed of late. */
export function EditSections({ desk, handle, chartId, dropped }: EditSectionsProps) {
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
          <Section title={t('orgEdit.lines')} edits={['move', 'dotted', 'undotted']}>
            <LinesSection key={stamp} seat={seat} {...shared} />
          </Section>
          <Section title={t('orgEdit.people')} edits={['fill', 'vacate']}>
            <HoldersSection key={stamp} seat={seat} {...shared} />
          </Section>
          <Section title={t('orgEdit.deputies')} edits={['deputy', 'undeputy']}>
            <DeputySection key={stamp} seat={seat} {...shared} />
          </Section>
          <Section title={t('orgEdit.seat')} edits={['change']}>
            <ChangeForm key={stamp} seat={seat} {...shared} />
          </Section>
        </>
      )}
      <Section title={seat ? t('orgEdit.addBelow') : t('orgEdit.addOnTop')} edits={['add']}>
        <AddForm key={stamp} seat={seat} chartId={chartId} {...shared} />
      </Section>
      {seat && (
        <Section title={t('orgEdit.end')} edits={['end']}>
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

type SectionProps = { title: ReactNode; edits?: string[]; children: ReactNode };

/** `edits`: those whose forms stand in it; it is open where one of them was just answered. */
function Section({ title, edits = [], children }: SectionProps) {
  return (
    <details open={useAnswered(edits)} className="group py-1">
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
