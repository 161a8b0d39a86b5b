import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { MessageSquareText } from 'lucide-react';
import { HealthChart } from '#app/projects/health/health-chart.tsx';
import { HealthTable } from '#app/projects/health/health-table.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { useCatchUp, useLive, useLiveRoom } from '#app/shell/live.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { useRefresh } from '#app/shell/use-refresh.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { performOnProject } from './project-actions.ts';
import { ProjectHeader } from './project-header.tsx';
import { ProjectRail } from './project-rail.tsx';
import { StatusItem } from './status-item.tsx';

export const meta = titled<{ project: { name: string } }>((_t, { project }) => project.name);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { projects, conversation } = context.services;
  const slug = params.slug ?? '';
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const [project, timeline, history] = await Promise.all([
    projects.projectPage(actor, slug),
    projects.healthTimeline(actor, slug),
    projects.statusHistory(actor, slug, { after, limit: 10 }),
  ]);
  const [entries, statuses] = await Promise.all([
    conversation.entryViews(actor, history.entryIds),
    projects.statusViews(actor, history.entryIds),
  ]);
  const updates = history.entryIds.flatMap((id) => {
    const entry = entries.get(id);
    const status = statuses.get(id);
    return entry && status ? [{ entry, status }] : [];
  });
  return {
    project,
    timeline,
    updates,
    next: history.next,
    paged: after !== undefined,
    now: context.now().toISOString(),
  };
});

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const slug = params.slug ?? '';
  const result = await performOnProject(context.services.projects, actor, slug, await request.formData());
  if (result) return data(result, { status: 400 });
  return redirect(`/projects/${slug}`);
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** One project: how it stands, who answers for it, what was promised, and everything that was said about it. */
export default function Project() {
  const t = useT();
  const { project, timeline, updates, next, paged, now } = useLoaderData<typeof loader>();
  useProjectUpdates(project.id);
  const address = `/projects/${project.slug}`;
  return (
    <Page rail={<ProjectRail project={project} now={now} />}>
      <ProjectHeader project={project} now={now} />
      <section aria-labelledby="timeline" className="mt-6 px-4 md:px-0">
        <h2 id="timeline" className="mb-2 text-lead font-semibold">
          {t('projects.timeline')}
        </h2>
        {timeline.length === 0 ? (
          <p className="text-meta text-muted">{t('projects.timelineEmpty')}</p>
        ) : (
          <Card className="flex flex-col gap-3">
            <HealthChart points={timeline} />
            <details>
              <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
                {t('projects.timelineTable')}
              </summary>
              <div className="mt-2">
                <HealthTable points={timeline} slug={project.slug} />
              </div>
            </details>
          </Card>
        )}
      </section>
      <section aria-labelledby="history" className="mt-6">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 px-4 md:px-0">
          <h2 id="history" className="text-lead font-semibold">
            {t('projects.history')}
          </h2>
          <Link
            to={`${address}/feed`}
            className="inline-block min-h-6 rounded-sm text-meta font-medium text-brand-ink hover:underline"
          >
            {t('projects.allPosts')}
          </Link>
        </div>
        {updates.length === 0 ? (
          <EmptyState icon={MessageSquareText} title={t('projects.historyEmpty')}>
            {project.abilities.publishStatus && t('projects.historyEmptyLead')}
          </EmptyState>
        ) : (
          <ol className="flex flex-col gap-3">
            {updates.map(({ entry, status }) => (
              <li key={entry.id}>
                <StatusItem entry={entry} status={status} />
              </li>
            ))}
          </ol>
        )}
        {(next || paged) && (
          <nav aria-label={t('projects.history')} className="mt-4 flex justify-center gap-2">
            {paged && (
              <Link to={`${address}#history`} className={buttonStyle()}>
                {t('projects.newest')}
              </Link>
            )}
            {next && (
              <Link to={`${address}?after=${encodeURIComponent(next)}#history`} className={buttonStyle()}>
                {t('projects.older')}
              </Link>
            )}
          </nav>
        )}
      </section>
    </Page>
  );
}

/** Whoever has the project open sees its new status without asking. */
function useProjectUpdates(projectId: string): void {
  const refresh = useRefresh();
  const reload = () => void setTimeout(refresh, Math.random() * 800);
  useLiveRoom(`project:${projectId}`);
  useLive('status.published', (message) => message.projectId === projectId && reload());
  useLive('project.changed', (message) => message.projectId === projectId && reload());
  useCatchUp(refresh);
}
