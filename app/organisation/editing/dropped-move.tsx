import { useT } from '#app/shell/i18n.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Dropped } from './edit-desk.ts';
import { EditForm } from './edit-form.tsx';
import { ofSeat, type SeatFormProps } from './seat-forms.tsx';

/** A card dragged onto another: what would follow is said at once; nothing is done before somebody says so. */
export function DroppedMove({ seat, dropped, send, onDone }: SeatFormProps & { dropped: Dropped }) {
  const t = useT();
  return (
    <section
      className="flex flex-col gap-3 pb-3"
      aria-label={t('orgEdit.dropped', { name: dropped.managerName })}
    >
      <h3 className="font-medium">{t('orgEdit.dropped', { name: dropped.managerName })}</h3>
      <EditForm
        edit="move"
        hidden={{ ...ofSeat(seat), managerId: dropped.managerId }}
        from={seat.from}
        send={send}
        onDone={onDone}
        atOnce
      >
        {({ errorOf }) => errorOf('managerId') && <Notice tone="bad">{errorOf('managerId')}</Notice>}
      </EditForm>
    </section>
  );
}
