import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { SeatToEdit } from '#server/domain/organisation/editing/edits.queries.ts';
import type { Done, EditDesk, Named } from './edit-desk.ts';
import { EditForm, type FormHelp } from './edit-form.tsx';
import type { Send } from './use-edit-desk.ts';

export type FormProps = { desk: EditDesk; send: Send; onDone: (done: Done, edit: string) => void };
export type SeatFormProps = FormProps & { seat: SeatToEdit };

/** What the forms of a seat send besides their fields. */
export const ofSeat = (seat: SeatToEdit) => ({ positionId: seat.positionId, version: seat.version });

/** Title, unit and location. */
export function ChangeForm({ seat, desk, send, onDone }: SeatFormProps) {
  return (
    <EditForm edit="change" hidden={ofSeat(seat)} from={seat.from} send={send} onDone={onDone}>
      {(help) => <SeatFields seat={seat} desk={desk} help={help} />}
    </EditForm>
  );
}

/** A new seat below the one in focus, in the same unit and location until somebody says otherwise. */
export function AddForm({
  seat,
  chartId,
  desk,
  send,
  onDone,
}: FormProps & { seat: SeatToEdit | null; chartId: string }) {
  const from = seat?.from ?? new Date().toISOString().slice(0, 10);
  const hidden = { chartId, managerId: seat?.positionId ?? '' };
  return (
    <EditForm edit="add" hidden={hidden} from={from} send={send} onDone={onDone}>
      {(help) => <SeatFields seat={seat && { ...seat, title: '' }} desk={desk} help={help} />}
    </EditForm>
  );
}

/** Whoever reports to it then reports to the one above. */
export function EndForm({ seat, send, onDone }: SeatFormProps) {
  const t = useT();
  return (
    <EditForm edit="end" hidden={ofSeat(seat)} from={seat.from} send={send} onDone={onDone} danger>
      {() => <p className="text-soft">{t('orgEdit.endExplained')}</p>}
    </EditForm>
  );
}

type SeatFieldsProps = {
  seat: Pick<SeatToEdit, 'title' | 'unitId' | 'siteId'> | null;
  desk: EditDesk;
  help: FormHelp;
};

function SeatFields({ seat, desk, help: { errorOf, typed } }: SeatFieldsProps) {
  const t = useT();
  return (
    <>
      <Field label={t('organisation.columnPosition')} error={errorOf('title')}>
        <TextInput name="title" defaultValue={typed('title', seat?.title)} maxLength={300} required />
      </Field>
      <Field label={t('organisation.unit')} error={errorOf('unitId')}>
        <Choose name="unitId" among={desk.units} chosen={typed('unitId', seat?.unitId)} />
      </Field>
      <Field label={t('organisation.site')} error={errorOf('siteId')}>
        <Choose name="siteId" among={desk.sites} chosen={typed('siteId', seat?.siteId)} />
      </Field>
    </>
  );
}

function Choose({ among, chosen, ...field }: { name: string; among: Named[]; chosen: string }) {
  const t = useT();
  return (
    <Select {...field} defaultValue={chosen}>
      <option value="">{t('orgEdit.none')}</option>
      {among.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
