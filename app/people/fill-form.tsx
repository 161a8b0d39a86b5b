import { Form, useNavigation } from '@remix-run/react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { FillableField } from '#server/domain/people/fields/fillable-fields.queries.ts';

type Props = {
  fields: FillableField[];
  errors?: FormErrors | undefined;
  values?: Record<string, string> | undefined;
};

/** What people operations fill in for somebody; who sees it, the person decides. */
export function FillForm({ fields, errors, values }: Props) {
  const t = useT();
  const busy = useNavigation().formData?.get('intent') === 'fill';
  const errorOf = useFieldError(errors);
  return (
    <Card as="section" edgeToEdge aria-labelledby="fill-title" id="fill">
      <h2 id="fill-title" className="text-lead font-semibold">
        {t('people.fillTitle')}
      </h2>
      <p className="mt-1 mb-4 text-meta text-muted">{t('people.fillHint')}</p>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="fill" />
        <FormErrorSummary errors={errors} />
        {fields.map(({ slug, kind, label, values: present }) => (
          <Field
            key={slug}
            label={label}
            hint={kind === 'list' ? t('people.commaSeparated') : undefined}
            error={errorOf(`fill.${slug}`)}
          >
            <TextInput
              id={`fill.${slug}`}
              name={`fill.${slug}`}
              defaultValue={values?.[`fill.${slug}`] ?? present.join(', ')}
            />
          </Field>
        ))}
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
