import { useCallback } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { EditForm } from './edit-form.tsx';
import { findSeats } from './find-choices.ts';
import { Picker } from './picker.tsx';
import { ofSeat, type SeatFormProps } from './seat-forms.tsx';

/** The seat that stands in for this one: to name, to change, to end. */
export function DeputySection({ seat, send, onDone }: SeatFormProps) {
  const t = useT();
  const find = useCallback(
    (text: string, signal: AbortSignal) => findSeats(seat.chartId, text, signal),
    [seat.chartId],
  );
  const deputy = seat.deputy && { ...seat.deputy, detail: '' };
  const shared = { from: seat.from, send, onDone };
  return (
    <>
      <EditForm edit="deputy" hidden={ofSeat(seat)} {...shared}>
        {({ errorOf, picked }) => (
          <Field
            label={t('orgEdit.standsIn')}
            hint={t('orgEdit.standsInExplained')}
            error={errorOf('deputyId')}
          >
            <Picker name="deputyId" find={find} {...picked('deputyId', deputy)} />
          </Field>
        )}
      </EditForm>
      {seat.deputy && (
        <EditForm edit="undeputy" hidden={ofSeat(seat)} {...shared}>
          {() => (
            <p className="font-medium">{t('orgEdit.noLongerStandsIn', { name: seat.deputy?.label ?? '' })}</p>
          )}
        </EditForm>
      )}
    </>
  );
}
