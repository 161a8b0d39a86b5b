import { Form, Link } from '@remix-run/react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink, usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { ProjectPage } from '#server/domain/projects/project.view.ts';
import type { Failed } from './edit-project-actions.ts';

/** Who works in the project and as what; adding gives a seat in its chart, removing ends it. */
export function EditMembers({ project, failed }: { project: ProjectPage; failed: Failed | undefined }) {
  const t = useT();
  const nameOf = usePersonName();
  const own = failed?.intent === 'add-member' ? failed : undefined;
  const error = useFieldError(own?.errors);
  return (
    <>
      {project.members.length > 0 && (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {project.members.map(({ person, title }) => (
            <li key={person.id} className="flex items-center gap-3 py-2.5">
              <PersonAvatar person={person} size="sm" />
              <p className="min-w-0 flex-1 break-words">
                <PersonLink person={person} />
                <span className="block text-meta text-muted" dir="auto">
                  {title}
                </span>
              </p>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="remove-member" />
                <input type="hidden" name="personId" value={person.id} />
                <Button type="submit" size="sm" look="quiet">
                  {t('common.remove')}
                  <span className="sr-only">: {nameOf(person)}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form
        method="post"
        preventScrollReset
        key={`${project.memberCount}`}
        className="grid items-start gap-3 sm:grid-cols-2"
      >
        <input type="hidden" name="intent" value="add-member" />
        <Field label={t('projects.newMember')} hint={t('projects.personHint')} error={error('person')}>
          <TextInput name="person" required maxLength={200} defaultValue={own?.values.person} />
        </Field>
        <Field label={t('projects.memberRole')} hint={t('projects.memberRoleHint')} error={error('title')}>
          <TextInput name="title" required maxLength={120} defaultValue={own?.values.title} />
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-2">
          <Button type="submit">{t('projects.addMember')}</Button>
          <Link
            to={`/org?chart=${project.slug}`}
            className="rounded-sm text-meta font-medium text-brand-ink hover:underline"
          >
            {t('projects.allMembers')}
          </Link>
        </div>
      </Form>
    </>
  );
}
