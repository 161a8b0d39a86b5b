import { Form, useNavigation } from '@remix-run/react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { EditableField } from '#server/domain/people/editable-fields.queries.ts';
import { FIELD_LABELS, VISIBILITIES, VISIBILITY_LABELS } from './field-labels.ts';

type ProfileFormProps = {
  fields: EditableField[];
  errors?: FormErrors | undefined;
  values?: Record<string, string> | undefined;
};

const INPUTS: Record<string, { type: string; autoComplete?: string }> = {
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
  mobile: { type: 'tel', autoComplete: 'tel' },
};

/** What one tells about oneself, each line with its own circle of readers. */
export function ProfileForm({ fields, errors, values }: ProfileFormProps) {
  const t = useT();
  const navigation = useNavigation();
  const busy = navigation.formData?.get('intent') === 'profile';
  const errorOf = useFieldError(errors);
  const hintFor = (field: EditableField) =>
    field.filledForMe ? t('people.filledForYou') : field.many ? t('people.commaSeparated') : undefined;
  return (
    <Card as="section" edgeToEdge aria-labelledby="profile-title">
      <h2 id="profile-title" className="text-lead font-semibold">
        {t('people.aboutMe')}
      </h2>
      <p className="mt-1 mb-4 text-meta text-muted">{t('people.aboutMeHint')}</p>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="profile" />
        <FormErrorSummary errors={errors} />
        {fields.map((field) => {
          const known = FIELD_LABELS[field.key];
          const label = field.label ?? (known ? t(known) : field.key);
          return (
            <div key={field.key} className="grid items-start gap-2 sm:grid-cols-[minmax(0,1fr)_11rem]">
              <Field label={label} hint={hintFor(field)} error={errorOf(field.key)}>
                <TextInput
                  id={field.key}
                  {...(field.filledForMe ? { readOnly: true } : { name: field.key })}
                  defaultValue={values?.[field.key] ?? field.values.join(', ')}
                  {...INPUTS[field.key]}
                />
              </Field>
              <Field label={t('people.visibleTo')} labelHidden className="sm:pt-6">
                <Select
                  id={`${field.key}Visibility`}
                  name={`${field.key}Visibility`}
                  aria-label={t('people.visibleToOf', { field: label })}
                  defaultValue={values?.[`${field.key}Visibility`] ?? field.visibility}
                >
                  {(field.choices ?? VISIBILITIES).map((value) => (
                    <option key={value} value={value}>
                      {t(VISIBILITY_LABELS[value])}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
          );
        })}
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
