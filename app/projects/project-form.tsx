import { Form, Link, useNavigation } from '@remix-run/react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { CadenceFields } from './cadence-fields.tsx';
import { ParentField } from './parent-field.tsx';

type ProjectFormProps = {
  units: { id: string; name: string }[];
  parents: { id: string; name: string }[];
  errors: FormErrors | undefined;
  values: Record<string, string>;
};

/** One short form; whoever answers for the project is named as people name each other. */
export function ProjectForm({ units, parents, errors, values }: ProjectFormProps) {
  const t = useT();
  const error = useFieldError(errors);
  const { state } = useNavigation();
  const people = [
    ['lead', t('projects.lead')],
    ['deputy', t('projects.deputy')],
    ['sponsor', t('projects.sponsor')],
  ] as const;
  return (
    <Form method="post" className="px-4 md:px-0">
      <Card className="flex flex-col gap-5">
        <FormErrorSummary errors={errors} />
        <Field label={t('projects.name')} error={error('name')}>
          <TextInput id="name" name="name" required maxLength={80} defaultValue={values.name} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          {(['descriptionEn', 'descriptionDe'] as const).map((name) => (
            <Field key={name} label={t(`projects.${name}`)} note={t('common.optional')} error={error(name)}>
              <TextArea id={name} name={name} rows={3} maxLength={4_000} defaultValue={values[name]} />
            </Field>
          ))}
          {people.map(([name, label]) => (
            <Field
              key={name}
              label={label}
              hint={t('projects.personHint')}
              note={name === 'lead' ? undefined : t('common.optional')}
              error={error(name)}
            >
              <TextInput id={name} name={name} required={name === 'lead'} defaultValue={values[name]} />
            </Field>
          ))}
          <Field label={t('projects.unit')} error={error('unitId')}>
            <Select id="unitId" name="unitId" defaultValue={values.unitId ?? ''}>
              <option value="">{t('projects.noUnit')}</option>
              {units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('projects.startedOn')} note={t('common.optional')} error={error('startedOn')}>
            <TextInput id="startedOn" name="startedOn" type="date" defaultValue={values.startedOn} />
          </Field>
          <Field label={t('projects.targetDate')} note={t('common.optional')} error={error('targetOn')}>
            <TextInput id="targetOn" name="targetOn" type="date" defaultValue={values.targetOn} />
          </Field>
          <Field label={t('projects.visibility')} error={error('visibility')}>
            <Select id="visibility" name="visibility" defaultValue={values.visibility ?? 'open'}>
              <option value="open">{t('projects.visibilityOpen')}</option>
              <option value="members">{t('projects.visibilityMembers')}</option>
            </Select>
          </Field>
          <ParentField
            name="parentId"
            choices={parents.map(({ id, name }) => ({ value: id, name }))}
            value={values.parentId}
            error={error('parentId')}
          />
          <CadenceFields values={values} errors={errors} />
        </div>
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          <Button type="submit" look="primary" busy={state === 'submitting'}>
            {t('projects.create')}
          </Button>
          <Link to="/projects" className={buttonStyle({ look: 'quiet' })}>
            {t('common.cancel')}
          </Link>
        </div>
      </Card>
    </Form>
  );
}
