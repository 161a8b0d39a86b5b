import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';
import { EditBasics } from '#app/projects/edit/edit-basics.tsx';
import { EditMembers } from '#app/projects/edit/edit-members.tsx';
import { EditMilestones } from '#app/projects/edit/edit-milestones.tsx';
import { EditPeople } from '#app/projects/edit/edit-people.tsx';
import { EditPhase } from '#app/projects/edit/edit-phase.tsx';
import { EditPlace } from '#app/projects/edit/edit-place.tsx';
import { editProject, type Failed } from '#app/projects/edit/edit-project-actions.ts';
import { type MessageKey, useT } from '#app/shell/i18n.tsx';
import { type FlurfunkContext, requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { asDomainError, withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { Actor } from '#server/domain/identity/actor.ts';

export const meta = titled<{ edit: { project: { name: string } } }>((t, { edit }) =>
  t('projects.editOf', { project: edit.project.name }),
);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { organisation, projects } = context.services;
  const edit = await projects.projectEdit(actor, params.slug ?? '');
  const [units, parents] = await Promise.all([organisation.units(), projects.projectChoices(actor)]);
  return {
    edit,
    parents,
    units: units.map(({ id, name }) => ({ id, name })),
    now: context.now().toISOString(),
    done: new URL(request.url).searchParams.get('done'),
  };
});

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const slug = params.slug ?? '';
  const form = await request.formData();
  const failed = await editProject(context.services, actor, slug, form);
  if (failed) return data(failed, { status: 400 });
  const intent = String(form.get('intent'));
  return redirect(await whereNext(context, actor, slug, intent));
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** Back to what was changed; but whoever has just handed the project over may no longer edit, or even read, it. */
async function whereNext({ services }: FlurfunkContext, actor: Actor, slug: string, intent: string) {
  try {
    const { abilities } = await services.projects.projectPage(actor, slug);
    if (!abilities.manage) return `/projects/${slug}`;
    return `/projects/${slug}/edit?done=${intent}#${SECTIONS[intent] ?? 'basics'}`;
  } catch (error) {
    if (asDomainError(error)?.code !== 'not_found') throw error;
    return '/projects';
  }
}

const SECTIONS: Record<string, string> = {
  'hand-over': 'people',
  'add-member': 'members',
  'remove-member': 'members',
  milestone: 'milestones',
  'milestone-move': 'milestones',
  'milestone-rename': 'milestones',
  'milestone-remove': 'milestones',
  parent: 'place',
  cadence: 'place',
  lifecycle: 'phase',
};

/** Everything about a project that whoever answers for it may change, one sheet a subject. */
export default function EditProject() {
  const t = useT();
  const { edit, units, parents, now, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failed | undefined;
  const toast = useToast();
  useEffect(() => {
    if (done) toast({ text: t('common.saved') });
  }, [done, t, toast]);
  const { project } = edit;
  return (
    <Page>
      <BackLink to={`/projects/${project.slug}`} className="mx-4 mb-3 md:mx-0">
        {t('projects.backToProject', { project: project.name })}
      </BackLink>
      <h1 className="mb-4 px-4 text-title font-semibold text-balance break-words md:px-0" dir="auto">
        {t('projects.editOf', { project: project.name })}
      </h1>
      <div className="flex flex-col gap-5">
        <Section id="basics" title="projects.editBasics">
          <EditBasics edit={edit} units={units} failed={failed} />
        </Section>
        <Section id="people" title="projects.people" text="projects.handOverText">
          <EditPeople edit={edit} failed={failed} />
        </Section>
        <Section id="members" title="projects.editMembers" text="projects.editMembersText">
          <EditMembers project={project} failed={failed} />
        </Section>
        <Section id="milestones" title="projects.milestones" text="projects.editMilestonesText">
          <EditMilestones project={project} now={now} failed={failed} />
        </Section>
        <Section id="place" title="projects.editPlace">
          <EditPlace project={project} parents={parents} failed={failed} />
        </Section>
        <Section id="phase" title="projects.phase">
          <EditPhase project={project} />
        </Section>
      </div>
    </Page>
  );
}

type SectionProps = { id: string; title: MessageKey; text?: MessageKey; children: ReactNode };

function Section({ id, title, text, children }: SectionProps) {
  const t = useT();
  return (
    <Card as="section" id={id} edgeToEdge aria-labelledby={`${id}-title`} className="scroll-mt-20">
      <h2 id={`${id}-title`} className="text-lead font-semibold">
        {t(title)}
      </h2>
      {text && <p className="mt-0.5 text-meta text-pretty text-muted">{t(text)}</p>}
      <div className="mt-4">{children}</div>
    </Card>
  );
}
