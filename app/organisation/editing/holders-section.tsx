import { Link } from '@remix-run/react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { EditForm } from './edit-form.tsx';
import { findPeople } from './find-choices.ts';
import { Picker } from './picker.tsx';
import { ofSeat, type SeatFormProps } from './seat-forms.tsx';

/** Who sits there and until when, who follows, and who stands in for them meanwhile. */
export function HoldersSection({ seat, send, onDone }: SeatFormProps) {
  const t = useT();
  const format = useFormat();
  const shared = { send, onDone };
  return (
    <>
      {seat.holders.map(({ assignmentId, person, share, from, until }) => (
        <div key={assignmentId} className="flex flex-col gap-2">
          <p>
            <span className="font-medium">{person.name || t('common.nameWithheld')}</span>
            <span className="block text-mini text-muted">
              {[
                share < 100 && format.percent(share / 100),
                t('orgEdit.since', { date: format.date(from) }),
                until && t('organisation.until', { date: format.date(until) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          <Link to={`/people/${person.handle}/edit`} className="self-start underline underline-offset-4">
            {t('orgEdit.deputy')}
          </Link>
          <EditForm
            edit="vacate"
            hidden={{ ...ofSeat(seat), assignmentId }}
            from={from > seat.from ? from : seat.from}
            {...shared}
          >
            {() => <p className="font-medium">{t('orgEdit.leaves')}</p>}
          </EditForm>
        </div>
      ))}
      <EditForm edit="fill" hidden={ofSeat(seat)} from={seat.from} {...shared}>
        {({ errorOf, typed, picked }) => (
          <>
            <Field
              label={seat.holders.length > 0 ? t('orgEdit.sharedBy') : t('orgEdit.filledBy')}
              error={errorOf('personId')}
            >
              <Picker name="personId" find={findPeople} {...picked('personId')} />
            </Field>
            <Field label={t('orgExport.columnShare')} error={errorOf('share')}>
              <TextInput name="share" type="number" min={1} max={100} defaultValue={typed('share', '100')} />
            </Field>
            <Field label={t('orgEdit.until')} note={t('orgEdit.optional')} error={errorOf('until')}>
              <TextInput name="until" type="date" min={seat.from} defaultValue={typed('until')} />
            </Field>
          </>
        )}
      </EditForm>
    </>
  );
}
