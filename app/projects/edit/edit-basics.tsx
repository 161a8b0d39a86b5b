import { Form } from '@remix-run/react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { ProjectEdit } from '#server/domain/projects/project.view.ts';
import type { Failed } from './edit-project-actions.ts';

type EditBasicsProps = {
  edit: ProjectEdit;
  units: { id: string; name: string }[];
  failed: Failed | undefined;
};

/** Name, description, unit, and who may read it, with what another choice would mean from now on. */
export function EditBasics({ edit, units, failed }: EditBasicsProps) {
  const t = useT();
  const { project } = edit;
  const own = failed?.intent === 'basics' ? failed : undefined;
  const error = useFieldError(own?.errors);
  const typed = own?.values;
  const open = project.visibility === 'open';
  return (
    <Form method="post" preventScrollReset className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="basics" />
      <FormErrorSummary errors={own?.errors} />
      <Field label={t('projects.name')} hint={t('projects.nameHint')} error={error('name')}>
        <TextInput id="name" name="name" required maxLength={80} defaultValue={typed?.name ?? project.name} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['descriptionEn', 'descriptionDe'] as const).map((name) => (
          <Field key={name} label={t(`projects.${name}`)} note={t('common.optional')} error={error(name)}>
            <TextArea
              id={name}
              name={name}
              rows={4}
              maxLength={4_000}
              defaultValue={typed?.[name] ?? project[name]}
            />
          </Field>
        ))}
        <Field label={t('projects.unit')} error={error('unitId')}>
          <Select id="unitId" name="unitId" defaultValue={typed?.unitId ?? project.unit?.id ?? ''}>
            <option value="">{t('projects.noUnit')}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={t('projects.visibility')}
          hint={
            open
              ? t('projects.ifClosed', { members: project.memberCount, followers: edit.followersOutside })
              : t('projects.ifOpened', { count: edit.statuses })
          }
          error={error('visibility')}
        >
          <Select id="visibility" name="visibility" defaultValue={typed?.visibility ?? project.visibility}>
            <option value="open">{t('projects.visibilityOpen')}</option>
            <option value="members">{t('projects.visibilityMembers')}</option>
          </Select>
        </Field>
      </div>
      {!open && (
        <div className="flex flex-col gap-1">
          <Checkbox
            id="sure"
            name="sure"
            label={t('projects.openSure')}
            hint={t('projects.openSureHint')}
            aria-describedby={error('sure') ? 'sure-error' : undefined}
          />
          {error('sure') && <FieldError id="sure-error">{error('sure')}</FieldError>}
        </div>
      )}
      <div>
        <Button type="submit" look="primary">
          {t('common.save')}
        </Button>
      </div>
    </Form>
  );
}
