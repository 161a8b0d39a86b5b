import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useWeekday } from '#app/shell/use-weekday.ts';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';

const CADENCES = {
  weekly: 'projects.cadenceWeekly',
  fortnightly: 'projects.cadenceFortnightly',
  monthly: 'projects.cadenceMonthly',
  none: 'projects.cadenceNone',
} as const;

type CadenceFieldsProps = { values: Record<string, string>; errors: FormErrors | undefined };

/** How often a status is due, on which weekday and at which hour. */
export function CadenceFields({ values, errors }: CadenceFieldsProps) {
  const t = useT();
  const weekday = useWeekday('long');
  const error = useFieldError(errors);
  return (
    <>
      <Field label={t('projects.cadence')} error={error('cadence')}>
        <Select name="cadence" defaultValue={values.cadence ?? 'weekly'}>
          {Object.entries(CADENCES).map(([cadence, word]) => (
            <option key={cadence} value={cadence}>
              {t(word)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('projects.cadenceWeekday')} error={error('cadenceWeekday')}>
        <Select name="cadenceWeekday" defaultValue={values.cadenceWeekday ?? '5'}>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <option key={day} value={day}>
              {weekday(day)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('projects.cadenceHour')} hint={t('projects.cadenceHint')} error={error('cadenceHour')}>
        <Select name="cadenceHour" defaultValue={values.cadenceHour ?? '12'}>
          {Array.from({ length: 24 }, (_, hour) => String(hour)).map((hour) => (
            <option key={hour} value={hour}>
              {hour.padStart(2, '0')}:00
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
