import { Form } from '@remix-run/react';
import { useDay } from '#app/projects/use-day.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink, usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { ProjectEdit } from '#server/domain/projects/project.view.ts';
import type { Failed } from './edit-project-actions.ts';

const ROLES = ['lead', 'deputy', 'sponsor'] as const;

/** Who answers for the project, each with a way to hand it over, and who did before. */
export function EditPeople({ edit, failed }: { edit: ProjectEdit; failed: Failed | undefined }) {
  const t = useT();
  const day = useDay();
  const { project, history } = edit;
  const before = history.filter((held) => held.until !== null);
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {ROLES.map((role) => (
          <RoleRow key={role} role={role} person={project[role]} failed={failed} />
        ))}
      </ul>
      {before.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
            {t('projects.heldBefore')}
          </summary>
          <ul className="mt-2 flex flex-col gap-1.5 text-meta">
            {before.map((held) => (
              <li key={`${held.role}-${held.person.id}-${held.from}`}>
                <PersonLink person={held.person} />{' '}
                <span className="text-muted">
                  · {t(`projects.${held.role}`)} · {day(held.from)} – {held.until && day(held.until)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type RoleRowProps = {
  role: (typeof ROLES)[number];
  person: PersonRef | null;
  failed: Failed | undefined;
};

function RoleRow({ role, person, failed }: RoleRowProps) {
  const t = useT();
  const nameOf = usePersonName();
  const own = failed?.intent === 'hand-over' && failed.values.role === role ? failed : undefined;
  const error = useFieldError(own?.errors);
  const word = t(`projects.${role}`);
  return (
    <li className="flex flex-col gap-3 py-3">
      <div className="flex items-center gap-3">
        {person && <PersonAvatar person={person} size="sm" />}
        <p className="min-w-0 break-words">
          <span className="block text-meta text-muted">{word}</span>
          {person ? <PersonLink person={person} /> : t('projects.nobody')}
        </p>
      </div>
      <details open={own !== undefined}>
        <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
          {t(person ? 'projects.handOver' : 'projects.entrust')}
          <span className="sr-only">
            : {word}
            {person && `, ${nameOf(person)}`}
          </span>
        </summary>
        <Form
          method="post"
          preventScrollReset
          key={person?.id}
          className="mt-2 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="intent" value="hand-over" />
          <input type="hidden" name="role" value={role} />
          <Field
            label={t('projects.handOverTo')}
            hint={t(role === 'lead' ? 'projects.personHint' : 'projects.personOrNobody')}
            error={error('person')}
            className="w-80 max-w-full"
          >
            <TextInput
              name="person"
              required={role === 'lead'}
              maxLength={200}
              defaultValue={own?.values.person}
            />
          </Field>
          <Button type="submit" className="mb-6">
            {t(person ? 'projects.handOver' : 'projects.entrust')}
          </Button>
        </Form>
      </details>
    </li>
  );
}
