import { Form, useActionData } from '@remix-run/react';
import { useFieldError } from '#app/shell/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { ProjectPage } from '#server/domain/projects/project.view.ts';
import { CadenceFields } from './cadence-fields.tsx';
import { LIFECYCLES } from './lifecycle-words.ts';
import type { action } from './project.route.tsx';

type ManageProjectProps = { project: ProjectPage; parents: { slug: string; name: string }[] };

/** For whoever answers for it: a milestone more, another rhythm, parent or phase. Folded: nobody needs it every week. */
export function ManageProject({ project, parents }: ManageProjectProps) {
  const t = useT();
  const answer = useActionData<typeof action>();
  const failed = answer?.intent === 'milestone' ? answer : undefined;
  const error = useFieldError(failed?.errors);
  // One that has ended is no choice any more, but it stays until somebody takes it away.
  const { parent: current } = project;
  const known = !current || parents.some((parent) => parent.slug === current.slug);
  const parentChoices = known ? parents : [current, ...parents];
  const parentError = useFieldError(answer?.intent === 'parent' ? answer.errors : undefined);
  return (
    <details className="mt-6 px-4 md:px-0" open={answer !== undefined}>
      <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
        {t('projects.manage')}
      </summary>
      <Card className="mt-2 flex flex-col gap-6">
        <Form
          method="post"
          preventScrollReset
          className="grid gap-3 sm:grid-cols-2"
          key={project.milestones.length}
        >
          <input type="hidden" name="intent" value="milestone" />
          <Field label={t('projects.milestoneNameEn')} error={error('nameEn')}>
            <TextInput name="nameEn" required maxLength={120} defaultValue={failed?.values.nameEn} />
          </Field>
          <Field label={t('projects.milestoneNameDe')} error={error('nameDe')}>
            <TextInput name="nameDe" required maxLength={120} defaultValue={failed?.values.nameDe} />
          </Field>
          <Field label={t('projects.milestoneOn')} error={error('targetOn')}>
            <TextInput name="targetOn" type="date" required defaultValue={failed?.values.targetOn} />
          </Field>
          <div className="flex items-end">
            <Button type="submit">{t('projects.addMilestone')}</Button>
          </div>
        </Form>
        <Form method="post" preventScrollReset className="grid gap-3 sm:grid-cols-3">
          <input type="hidden" name="intent" value="cadence" />
          <CadenceFields
            values={{
              cadence: project.cadence.every,
              cadenceWeekday: String(project.cadence.weekday),
              cadenceHour: String(project.cadence.hour),
            }}
            errors={answer?.intent === 'cadence' ? answer.errors : undefined}
          />
          <div>
            <Button type="submit">{t('projects.changeCadence')}</Button>
          </div>
        </Form>
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="parent" />
          <Field
            label={t('projects.partOf')}
            className="w-72 max-w-full"
            error={parentError('parent') ?? parentError('form')}
          >
            <Select name="parent" defaultValue={project.parent?.slug ?? ''}>
              <option value="">{t('projects.partOfNone')}</option>
              {parentChoices
                .filter((parent) => parent.slug !== project.slug)
                .map((parent) => (
                  <option key={parent.slug} value={parent.slug}>
                    {parent.name}
                  </option>
                ))}
            </Select>
          </Field>
          <Button type="submit">{t('common.save')}</Button>
        </Form>
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="lifecycle" />
          <Field label={t('projects.phase')} className="w-48">
            <Select name="lifecycle" defaultValue={project.lifecycle}>
              {Object.entries(LIFECYCLES).map(([phase, word]) => (
                <option key={phase} value={phase}>
                  {t(word)}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit">{t('projects.changePhase')}</Button>
        </Form>
      </Card>
    </details>
  );
}
