import { Form, useNavigation } from '@remix-run/react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { AbsenceView } from '#server/domain/people/absence.queries.ts';

type AbsenceFormProps = {
  /** Whose it is; null for one's own. */
  name: string | null;
  absences: AbsenceView[];
  /** Likely deputies; anybody else can be typed. */
  colleagues: PersonRef[];
  today: string;
  errors?: FormErrors | undefined;
  values?: Record<string, string> | undefined;
};

/** Away from, back on, and who deputises. Nobody is asked why. */
export function AbsenceForm({ name, absences, colleagues, today, errors, values }: AbsenceFormProps) {
  const t = useT();
  const format = useFormat();
  const navigation = useNavigation();
  const busy = navigation.formData?.get('intent') === 'absence';
  const errorOf = useFieldError(errors);
  return (
    <Card as="section" edgeToEdge aria-labelledby="absence-title">
      <h2 id="absence-title" className="text-lead font-semibold">
        {t('people.absence')}
      </h2>
      <p className="mt-1 mb-4 text-meta text-muted">{t('people.absenceHint')}</p>
      {absences.length > 0 && (
        <ul className="mb-4 flex flex-col gap-2">
          {absences.map((absence) => (
            <li
              key={absence.id}
              className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-sunk py-2 ps-3 pe-2"
            >
              <span className="min-w-0 text-meta">
                <span className="font-medium">
                  {t('people.absencePeriod', {
                    from: format.date(absence.from),
                    until: format.date(absence.until),
                  })}
                </span>
                {absence.deputy && (
                  <span className="block text-soft">
                    {t('people.deputyNamed', { name: absence.deputy.name })}
                  </span>
                )}
              </span>
              <Form method="post">
                <input type="hidden" name="intent" value="clear-absence" />
                <input type="hidden" name="absenceId" value={absence.id} />
                <Button type="submit" size="sm">
                  {t(absence.from <= today ? 'people.imBack' : 'people.cancelAbsence')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form
        key={absences.map((absence) => absence.id).join()}
        method="post"
        className="grid gap-4 sm:grid-cols-2"
      >
        <input type="hidden" name="intent" value="absence" />
        <div className="empty:hidden sm:col-span-2">
          <FormErrorSummary errors={errors} />
        </div>
        <Field label={t('people.absentFrom')} error={errorOf('from')}>
          <TextInput id="from" name="from" type="date" required defaultValue={values?.from ?? today} />
        </Field>
        <Field label={t('people.firstDayBack')} error={errorOf('until')}>
          <TextInput id="until" name="until" type="date" required min={today} defaultValue={values?.until} />
        </Field>
        <Field
          label={t('people.deputy')}
          note={t('common.optional')}
          hint={name ? t('people.deputyHintOf', { name }) : t('people.deputyHint')}
          error={errorOf('deputy')}
          className="sm:col-span-2"
        >
          <TextInput
            id="deputy"
            name="deputy"
            list="deputies"
            autoComplete="off"
            defaultValue={values?.deputy}
            placeholder={t('people.deputyPlaceholder')}
          />
        </Field>
        <datalist id="deputies">
          {colleagues.map((colleague) => (
            <option key={colleague.id} value={`${colleague.name} · @${colleague.handle}`} />
          ))}
        </datalist>
        <div className="sm:col-span-2">
          <Button type="submit" look="primary" busy={busy}>
            {t('people.noteAbsence')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
