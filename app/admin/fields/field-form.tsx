import { Form, useNavigation } from '@remix-run/react';
import { VISIBILITIES } from '#app/people/field-labels.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { DefinedField } from '#server/domain/people/fields/company-fields.queries.ts';
import type { FieldsAnswer } from './change-fields.ts';
import { SHOWN_TO } from './shown-to.ts';

type FieldFormProps = {
  /** The field to change; none for a new one. */
  field?: DefinedField;
  failed: FieldsAnswer | undefined;
};

const KINDS = { line: 'fields.kindLine', list: 'fields.kindList' } as const;

/** What makes a field: two names, who writes it, who sees it. Its kind is chosen once. */
export function FieldForm({ field, failed }: FieldFormProps) {
  const t = useT();
  const slug = field?.slug ?? '';
  const errorOf = useFieldError(failed?.errors);
  const sent = useNavigation().formData;
  const busy = sent?.get('slug') === slug && /^(add|change)$/.test(String(sent.get('intent')));
  const id = (name: string) => `${name}-${slug || 'new'}`;
  const typed = failed?.values;
  const whole = errorOf('form');
  const selfEdited = typed ? typed.selfEdited === 'on' : (field?.selfEdited ?? true);
  return (
    <Form method="post" className="grid gap-4 sm:grid-cols-2">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="intent" value={field ? 'change' : 'add'} />
      {whole && (
        <div role="alert" className="sm:col-span-2">
          <Notice tone="bad">{whole}</Notice>
        </div>
      )}
      {(['labelEn', 'labelDe'] as const).map((name) => (
        <Field key={name} label={t(`fields.${name}`)} error={errorOf(name)}>
          <TextInput
            id={id(name)}
            name={name}
            required
            maxLength={60}
            lang={name === 'labelDe' ? 'de' : 'en'}
            defaultValue={typed?.[name] ?? field?.[name] ?? ''}
          />
        </Field>
      ))}
      {(['visibility', 'widest'] as const).map((name) => (
        <Field key={name} label={t(`fields.${name}`)} hint={t(`fields.${name}Hint`)} error={errorOf(name)}>
          <Select
            id={id(name)}
            name={name}
            defaultValue={typed?.[name] ?? field?.[name] ?? (name === 'widest' ? 'everyone' : 'unit')}
          >
            {VISIBILITIES.map((one) => (
              <option key={one} value={one}>
                {t(SHOWN_TO[one])}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {!field && (
        <Field label={t('fields.kind')} hint={t('fields.kindHint')} error={errorOf('kind')}>
          <Select id={id('kind')} name="kind" defaultValue={typed?.kind ?? 'line'}>
            {(['line', 'list'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(KINDS[kind])}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Checkbox
        id={id('selfEdited')}
        name="selfEdited"
        label={t('fields.selfEdited')}
        hint={t('fields.selfEditedHint')}
        defaultChecked={selfEdited}
        className="sm:pt-6"
      />
      <div className="sm:col-span-2">
        <Button type="submit" look={field ? 'plain' : 'primary'} busy={busy}>
          {t(field ? 'common.save' : 'fields.addNow')}
        </Button>
      </div>
    </Form>
  );
}
