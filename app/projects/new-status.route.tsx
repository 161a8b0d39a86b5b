import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { statusSchema } from '#server/domain/projects/status.schema.ts';
import { StatusForm } from './status-form.tsx';

export const meta = titled<{ project: { name: string } }>((t, { project }) =>
  t('projects.newStatus', { project: project.name }),
);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const slug = params.slug ?? '';
  const { projects } = context.services;
  const [project, draft] = await Promise.all([
    projects.projectToUpdate(actor, slug),
    projects.statusDraft(actor, slug),
  ]);
  const draftKey = actor.terminal ? null : `status:${project.id}:${actor.personId}`;
  return { project, draft, draftKey, key: crypto.randomUUID() };
});

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const slug = params.slug ?? '';
  const form = await request.formData();
  const parsed = parseForm(statusSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const values = typedTexts(form);
  try {
    await context.services.projects.publishStatus(actor, slug, values as never);
  } catch (error) {
    return data({ errors: fieldErrors(error), values }, { status: 400 });
  }
  return redirect(`/projects/${slug}`);
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

/** Writing a status in under a minute: the last one is there, one changes what has changed. */
export default function NewStatus() {
  const t = useT();
  const { project, draft, draftKey, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={t('projects.newStatus', { project: project.name })}
      intro={draft.text ? t('projects.newStatusIntro') : undefined}
      actions={
        <BackLink to={`/projects/${project.slug}`}>
          {t('projects.backToProject', { project: project.name })}
        </BackLink>
      }
    >
      <StatusForm
        project={project}
        draft={draft}
        draftKey={draftKey}
        idempotencyKey={key}
        errors={answer?.errors}
        values={answer?.values}
      />
    </Page>
  );
}
