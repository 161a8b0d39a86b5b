import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { ReactionBar } from '#app/conversation/reaction-bar.tsx';
import { Thread } from '#app/conversation/thread.tsx';
import { useEntry } from '#app/conversation/use-entry.ts';
import { markOpened } from '#app/notifications/mark-opened.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Card } from '#app/ui/card.tsx';
import { StatusHead } from './status-item.tsx';
import { StatusPanel } from './status-panel.tsx';

export const meta = titled<{ status: { project: { name: string } } }>((t, { status }) =>
  t('projects.statusOf', { project: status.project.name }),
);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const id = params.id ?? '';
  const thread = await context.services.conversation.thread(actor, id);
  const status = await context.services.projects.status(actor, params.slug ?? '', id);
  await markOpened(context, actor, request, id);
  return { thread, status };
});

/** One status update with everything that was said about it: where links and notices lead. */
export default function Status() {
  const t = useT();
  const { thread, status } = useLoaderData<typeof loader>();
  const live = useEntry(thread);
  const { project } = status;
  const href = `/projects/${project.slug}/status/${status.entryId}`;
  return (
    <Page>
      <Link
        to={`/projects/${project.slug}`}
        className="mb-3 flex w-fit items-center gap-1.5 rounded-sm px-4 text-meta font-medium text-soft hover:text-ink md:px-0"
      >
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" />
        {t('projects.backToProject', { project: project.name })}
      </Link>
      <Card as="article" edgeToEdge className="flex flex-col gap-3">
        <h1 className="text-title font-semibold text-balance break-words" dir="auto">
          {t('projects.statusOf', { project: project.name })}
        </h1>
        <StatusHead entry={live.entry} status={status} />
        <EntryBody entry={live.entry} />
        <StatusPanel status={status} at={status.at} />
        <ReactionBar entry={live.entry} onReact={(emoji) => live.act({ intent: 'react', emoji })} />
        <div className="border-t border-line pt-3">
          <Thread thread={thread} href={href} />
        </div>
      </Card>
    </Page>
  );
}
