import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useRef } from 'react';
import { askedComment } from '#app/conversation/comments/asked-comment.ts';
import { Thread } from '#app/conversation/comments/thread.tsx';
import { LaterCommentFiles } from '#app/files/later-comment-files.ts';
import { markOpened } from '#app/notifications/mark-opened.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { FeedCard } from './feed-card.tsx';
import { itemAddress } from './item-address.ts';
import { useTopAnswers } from './use-top-menu.ts';

export const meta = titled<{ title: string }>((t, { title }) => t('feed.postTitle', { name: title }));

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { conversation, feed } = context.services;
  const asked = askedComment(request);
  const thread = await conversation.thread(actor, params.id ?? '', undefined, asked);
  const { entry } = thread;
  if (entry.threadId) throw redirect(`/posts/${entry.threadId}?comment=${entry.id}#comment-${entry.id}`);
  const item = await feed.ofEntry(actor, entry);
  const href = itemAddress(item);
  const place = asked ? `?comment=${encodeURIComponent(asked)}#comment-${encodeURIComponent(asked)}` : '';
  if (href !== new URL(request.url).pathname.replace(/\.data$/, '')) throw redirect(href + place);
  await markOpened(context, actor, request, entry.id);
  return { thread, item, title: entry.office?.name ?? (entry.behalfOf ?? entry.author).name };
});

/** One post with everything said about it. */
export default function PostPage() {
  const t = useT();
  const { thread, item } = useLoaderData<typeof loader>();
  const area = useRef<HTMLTextAreaElement>(null);
  useTopAnswers();
  return (
    <Page>
      <h1 className="sr-only">{t('feed.postTitle', { name: thread.entry.author.name })}</h1>
      <BackLink to="/" className="mx-4 mb-3 md:mx-0">
        {t('feed.backToFeed')}
      </BackLink>
      <FeedCard item={{ ...item, entry: thread.entry }} position={1} alone>
        <section id="comments" aria-label={t('conversation.comments')}>
          <Thread
            thread={thread}
            Files={LaterCommentFiles}
            href={`/posts/${thread.entry.id}`}
            areaRef={area}
          />
        </section>
      </FeedCard>
    </Page>
  );
}
