import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Newspaper } from 'lucide-react';
import { FeedList } from '#app/feed/feed-list.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

export const meta = titled<{ project: { name: string } }>((t, { project }) =>
  t('projects.feedOf', { project: project.name }),
);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { feed, projects } = context.services;
  const { slug, name, audienceId } = await projects.projectPage(actor, params.slug ?? '');
  const cursor = new URL(request.url).searchParams.get('cursor');
  return { project: { slug, name, audienceId }, feed: await feed.inAudience(actor, audienceId, cursor) };
});

/** Everything that was written for a project: posts beside its status updates. */
export default function ProjectFeed() {
  const t = useT();
  const { project, feed } = useLoaderData<typeof loader>();
  return (
    <Page>
      <BackLink to={`/projects/${project.slug}`} className="mx-4 mb-3 md:mx-0">
        {t('projects.backToProject', { project: project.name })}
      </BackLink>
      <h1 className="mb-4 px-4 text-title font-semibold text-balance break-words md:px-0" dir="auto">
        {t('projects.feedOf', { project: project.name })}
      </h1>
      {feed.items.length === 0 ? (
        <Card>
          <EmptyState icon={Newspaper} title={t('people.unitEmpty')} />
        </Card>
      ) : (
        <FeedList
          key={project.audienceId}
          first={feed}
          list={{ in: project.audienceId }}
          pageAddress={(cursor) => `/projects/${project.slug}/feed?cursor=${cursor}`}
        />
      )}
    </Page>
  );
}
