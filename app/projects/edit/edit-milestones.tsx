import { Form } from '@remix-run/react';
import { TargetDates } from '#app/projects/target-dates.tsx';
import { useDay } from '#app/projects/use-day.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { MilestoneView, ProjectPage } from '#server/domain/projects/project.view.ts';
import type { Failed } from './edit-project-actions.ts';

type EditMilestonesProps = { project: ProjectPage; now: string; failed: Failed | undefined };

/** The steps on the way: each can be moved with a reason, called something else, or taken out; and a new one. */
export function EditMilestones({ project, now, failed }: EditMilestonesProps) {
  const t = useT();
  const adding = failed?.intent === 'milestone' ? failed : undefined;
  const error = useFieldError(adding?.errors);
  return (
    <>
      {project.milestones.length > 0 && (
        <ol className="mb-4 divide-y divide-line border-y border-line">
          {project.milestones.map((milestone) => (
            <MilestoneRow
              key={milestone.id}
              milestone={milestone}
              now={now}
              failed={failed?.values.milestoneId === milestone.id ? failed : undefined}
            />
          ))}
        </ol>
      )}
      <Form
        method="post"
        preventScrollReset
        className="grid gap-3 sm:grid-cols-2"
        key={project.milestones.length}
      >
        <input type="hidden" name="intent" value="milestone" />
        <Field label={t('projects.milestoneNameEn')} error={error('nameEn')}>
          <TextInput name="nameEn" required maxLength={120} defaultValue={adding?.values.nameEn} />
        </Field>
        <Field label={t('projects.milestoneNameDe')} error={error('nameDe')}>
          <TextInput name="nameDe" required maxLength={120} defaultValue={adding?.values.nameDe} />
        </Field>
        <Field label={t('projects.milestoneOn')} error={error('targetOn')}>
          <TextInput name="targetOn" type="date" required defaultValue={adding?.values.targetOn} />
        </Field>
        <div className="flex items-end">
          <Button type="submit">{t('projects.addMilestone')}</Button>
        </div>
      </Form>
    </>
  );
}

type RowProps = { milestone: MilestoneView; now: string; failed: Failed | undefined };

function MilestoneRow({ milestone, now, failed }: RowProps) {
  const t = useT();
  const day = useDay();
  const name = t.locale === 'en' ? milestone.nameEn : milestone.nameDe;
  return (
    <li className="py-3">
      <p className="font-medium break-words" dir="auto">
        {name}
      </p>
      <p className="text-meta text-muted">
        {milestone.doneOn ? (
          t('projects.milestoneDone', { when: day(milestone.doneOn, now) })
        ) : (
          <TargetDates from={milestone.originalOn} to={milestone.targetOn} beside={now} />
        )}
      </p>
      <div className="mt-1.5 flex flex-col gap-2">
        {!milestone.doneOn && <Move milestone={milestone} name={name} failed={failed} />}
        <Rename milestone={milestone} name={name} failed={failed} />
      </div>
    </li>
  );
}

type PartProps = { milestone: MilestoneView; name: string; failed: Failed | undefined };
const SUMMARY = 'w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink';

function Move({ milestone, name, failed }: PartProps) {
  const t = useT();
  const own = failed?.intent === 'milestone-move' ? failed : undefined;
  const error = useFieldError(own?.errors);
  return (
    <details open={own !== undefined}>
      <summary className={SUMMARY}>
        {t('projects.moveMilestone')}
        <span className="sr-only">: {name}</span>
      </summary>
      <Form
        method="post"
        preventScrollReset
        key={milestone.targetOn}
        className="mt-2 grid items-start gap-3 sm:grid-cols-[11rem_1fr]"
      >
        <input type="hidden" name="intent" value="milestone-move" />
        <input type="hidden" name="milestoneId" value={milestone.id} />
        <Field label={t('projects.milestoneOn')} error={error('targetOn')}>
          <TextInput
            name="targetOn"
            type="date"
            required
            defaultValue={own?.values.targetOn ?? milestone.targetOn}
          />
        </Field>
        <Field label={t('projects.slipReason')} hint={t('projects.slipReasonHint')} error={error('reason')}>
          <TextInput name="reason" required maxLength={500} defaultValue={own?.values.reason} />
        </Field>
        <div>
          <Button type="submit" size="sm">
            {t('projects.moveMilestone')}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function Rename({ milestone, name, failed }: PartProps) {
  const t = useT();
  const own = failed?.intent === 'milestone-rename' ? failed : undefined;
  const error = useFieldError(own?.errors);
  return (
    <details open={own !== undefined}>
      <summary className={SUMMARY}>
        {t('projects.renameMilestone')}
        <span className="sr-only">: {name}</span>
      </summary>
      <Form
        method="post"
        preventScrollReset
        key={milestone.nameEn + milestone.nameDe}
        className="mt-2 grid gap-3 sm:grid-cols-2"
      >
        <input type="hidden" name="milestoneId" value={milestone.id} />
        <Field label={t('projects.milestoneNameEn')} error={error('nameEn')}>
          <TextInput
            name="nameEn"
            required
            maxLength={120}
            defaultValue={own?.values.nameEn ?? milestone.nameEn}
          />
        </Field>
        <Field label={t('projects.milestoneNameDe')} error={error('nameDe')}>
          <TextInput
            name="nameDe"
            required
            maxLength={120}
            defaultValue={own?.values.nameDe ?? milestone.nameDe}
          />
        </Field>
        <div className="flex gap-2 sm:col-span-2">
          <Button type="submit" size="sm" name="intent" value="milestone-rename">
            {t('common.save')}
          </Button>
          <Button type="submit" size="sm" look="quiet" name="intent" value="milestone-remove" formNoValidate>
            {t('projects.removeMilestone')}
          </Button>
        </div>
      </Form>
    </details>
  );
}
