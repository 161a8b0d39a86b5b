import { Form, useNavigation } from '@remix-run/react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useWeekday } from '#app/shell/use-weekday.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { WorkingHoursInput } from '#server/domain/people/people.schema.ts';
import { VISIBILITY_LABELS } from './field-labels.ts';
import { clockTime } from './use-hours.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7];

type Props = {
  /** Null where they are the site's. */
  hours: WorkingHoursInput | null;
  errors?: FormErrors | undefined;
  values?: Record<string, string> | undefined;
};

/** When one works, where that differs from the site; questions are due, and mails come, within these hours. */
export function WorkingHoursForm({ hours, errors, values }: Props) {
  const t = useT();
  const weekday = useWeekday('short');
  const busy = useNavigation().formData?.get('intent') === 'hours';
  const errorOf = useFieldError(errors);
  const noDay = errorOf('workday');
  return (
    <Card as="section" edgeToEdge aria-labelledby="hours-title" id="hours">
      <h2 id="hours-title" className="text-lead font-semibold">
        {t('people.hours')}
      </h2>
      <p className="mt-1 mb-4 text-meta text-muted">{t(hours ? 'people.hoursOwn' : 'people.hoursOfSite')}</p>
      <Form method="post" key={JSON.stringify(hours)} className="grid gap-4 sm:grid-cols-3">
        <input type="hidden" name="intent" value="hours" />
        <div className="empty:hidden sm:col-span-3">
          <FormErrorSummary errors={errors} />
        </div>
        <fieldset className="sm:col-span-3" aria-describedby={noDay ? 'workday-error' : undefined}>
          <legend className="mb-1 text-meta font-medium">{t('people.hoursDaysLabel')}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {DAYS.map((day) => (
              <Checkbox
                key={day}
                id={day === 1 ? 'workday' : `workday-${day}`}
                name="workday[]"
                value={day}
                label={weekday(day)}
                defaultChecked={hours ? hours.workdays.includes(day) : day < 6}
              />
            ))}
          </div>
          {noDay && <FieldError id="workday-error">{noDay}</FieldError>}
        </fieldset>
        <Field label={t('people.hoursStart')} error={errorOf('start')}>
          <TextInput
            id="start"
            name="start"
            type="time"
            required
            defaultValue={values?.start ?? clockTime(hours?.startMinute ?? 480)}
          />
        </Field>
        <Field label={t('people.hoursEnd')} hint={t('people.hoursNight')} error={errorOf('end')}>
          <TextInput
            id="end"
            name="end"
            type="time"
            required
            defaultValue={values?.end ?? clockTime(hours?.endMinute ?? 1_020)}
          />
        </Field>
        <Field label={t('people.visibleTo')}>
          <Select
            id="hoursVisibility"
            name="hoursVisibility"
            defaultValue={values?.hoursVisibility ?? hours?.visibility ?? 'unit'}
          >
            {Object.entries(VISIBILITY_LABELS).map(([value, key]) => (
              <option key={value} value={value}>
                {t(key)}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex flex-wrap gap-2 sm:col-span-3">
          <Button type="submit" look="primary" busy={busy}>
            {t('common.save')}
          </Button>
          {hours && (
            <Button type="submit" name="as" value="site" look="quiet" formNoValidate>
              {t('people.hoursAsSite')}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
