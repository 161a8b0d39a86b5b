import { useCallback } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { EditForm } from './edit-form.tsx';
import { findSeats } from './find-choices.ts';
import { Picker } from './picker.tsx';
import { ofSeat, type SeatFormProps } from './seat-forms.tsx';

/** To whom the seat reports, and for whom else it works. */
export function LinesSection({ seat, send, onDone }: SeatFormProps) {
  const t = useT();
  const find = useCallback(
    (text: string, signal: AbortSignal) => findSeats(seat.chartId, text, signal),
    [seat.chartId],
  );
  const shared = { from: seat.from, send, onDone };
  const manager = seat.manager && { ...seat.manager, detail: '' };
  return (
    <>
      <EditForm edit="move" hidden={ofSeat(seat)} {...shared}>
        {({ errorOf, picked }) => (
          <Field
            label={t('organisation.reportsTo')}
            hint={t('orgEdit.emptyIsTop')}
            error={errorOf('managerId')}
          >
            <Picker name="managerId" find={find} {...picked('managerId', manager)} />
          </Field>
        )}
      </EditForm>
      <EditForm edit="dotted" hidden={ofSeat(seat)} {...shared}>
        {({ errorOf, picked }) => (
          <Field label={t('orgEdit.alsoWorksFor')} error={errorOf('managerId')}>
            <Picker name="managerId" find={find} {...picked('managerId')} />
          </Field>
        )}
      </EditForm>
      {seat.dotted.map(({ id, label }) => (
        <EditForm key={id} edit="undotted" hidden={{ ...ofSeat(seat), managerId: id }} {...shared}>
          {() => <p className="font-medium">{t('orgEdit.noLongerFor', { name: label })}</p>}
        </EditForm>
      ))}
    </>
  );
}
