import { Form } from '@remix-run/react';
import { CadenceFields } from '#app/projects/cadence-fields.tsx';
import { ParentField } from '#app/projects/parent-field.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import type { ProjectPage } from '#server/domain/projects/project.view.ts';
import type { Failed } from './edit-project-actions.ts';

type EditPlaceProps = {
  project: ProjectPage;
  parents: { slug: string; name: string }[];
  failed: Failed | undefined;
};

/** Of which project it is a part, and how often a status is due. */
export function EditPlace({ project, parents, failed }: EditPlaceProps) {
  const t = useT();
  const errorsOf = (intent: string) => (failed?.intent === intent ? failed.errors : undefined);
  const error = useFieldError(errorsOf('parent'));
  // One that has ended is no choice any more, but it stays until somebody takes it away.
  const { parent: current } = project;
  const known = !current || parents.some((parent) => parent.slug === current.slug);
  const choices = (known ? parents : [current, ...parents]).filter(({ slug }) => slug !== project.slug);
  return (
    <div className="flex flex-col gap-6">
      <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="parent" />
        <ParentField
          name="parent"
          choices={choices.map(({ slug, name }) => ({ value: slug, name }))}
          value={project.parent?.slug}
          error={error('parent')}
          className="w-72 max-w-full"
        />
        <Button type="submit">{t('common.save')}</Button>
      </Form>
      <Form method="post" preventScrollReset className="grid items-start gap-3 sm:grid-cols-3">
        <input type="hidden" name="intent" value="cadence" />
        <CadenceFields
          values={{
            cadence: project.cadence.every,
            cadenceWeekday: String(project.cadence.weekday),
            cadenceHour: String(project.cadence.hour),
          }}
          errors={errorsOf('cadence')}
        />
        <div>
          <Button type="submit">{t('projects.changeCadence')}</Button>
        </div>
      </Form>
    </div>
  );
}
