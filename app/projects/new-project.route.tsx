import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type FormErrors, typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { ProjectForm } from './project-form.tsx';

export const meta = titled((t) => t('projects.new'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  context.services.projects.assertMayCreate(actor);
  const { organisation, projects } = context.services;
  const [units, parents] = await Promise.all([organisation.units(), projects.projectChoices(actor)]);
  const toChoice = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return { units: units.map(toChoice), parents: parents.map(toChoice) };
});

const PEOPLE = { lead: 'leadId', deputy: 'deputyId', sponsor: 'sponsorId' } as const;

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { people, projects } = context.services;
  const form = await request.formData();
  const values = typedTexts(form);
  const errors: FormErrors = {};
  const ids: Record<string, string> = {};
  for (const [field, key] of Object.entries(PEOPLE)) {
    const typed = values[field]?.trim();
    if (!typed) continue;
    const id = await people.findColleague(actor, typed);
    if (id) ids[key] = id;
    else errors[field] = ['projects.personUnknown'];
  }
  if (!values.lead?.trim()) errors.lead = ['error.required'];
  if (Object.keys(errors).length > 0) return data({ errors, values }, { status: 400 });
  try {
    const { slug, readable } = await projects.createProject(actor, { ...values, ...ids } as never);
    return redirect(readable ? `/projects/${slug}` : '/projects?made=members');
  } catch (error) {
    return data({ errors: fieldErrors(error), values }, { status: 400 });
  }
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

/** A new project: its name, who may read it, who answers for it, and the day first promised. */
export default function NewProject() {
  const t = useT();
  const { units, parents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t('projects.new')} intro={t('projects.newIntro')}>
      <ProjectForm units={units} parents={parents} errors={answer?.errors} values={answer?.values ?? {}} />
    </Page>
  );
}
