import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askedComment } from '#app/conversation/comments/asked-comment.ts';
import { Thread } from '#app/conversation/comments/thread.tsx';
import { FeedCard } from '#app/feed/feed-card.tsx';
import { LaterCommentFiles } from '#app/files/later-comment-files.ts';
import { markOpened } from '#app/notifications/mark-opened.ts';
import { typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { StatusQuestions } from './status-questions.tsx';

export const meta = titled<{ status: { project: { name: string } } }>((t, { status }) =>
  t('projects.statusOf', { project: status.project.name }),
);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const id = params.id ?? '';
  const { conversation, feed, projects } = context.services;
  const thread = await conversation.thread(actor, id, undefined, askedComment(request));
  const status = await projects.status(actor, params.slug ?? '', id);
  const item = await feed.ofEntry(actor, thread.entry);
  await markOpened(context, actor, request, id);
  const questions = await projects.questionsOn(actor, id);
  return { thread, item, questions, status: { project: status.project }, key: crypto.randomUUID() };
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const { projects } = context.services;
  const input = {
    text: text('text'),
    attachments: text('attachments'),
    idempotencyKey: text('idempotencyKey') || undefined,
  };
  const questionId = text('questionId');
  const statusId = params.id ?? '';
  try {
    const { id } = await send();
    return redirect(`/projects/${params.slug}/status/${statusId}#comment-${id}`);
  } catch (error) {
    const answer = { intent: text('intent'), questionId, values: typedTexts(form) };
    return data({ errors: fieldErrors(error), ...answer }, { status: 400 });
  }

  function send() {
    switch (text('intent')) {
      case 'answer':
        return projects.answerOnStatus(actor, questionId, input);
      case 'decline':
        return projects.declineOnStatus(actor, questionId, input);
      case 'ask':
        return projects.askOnStatus(actor, statusId, input);
      default:
        throw new Response(null, { status: 400 });
    }
  }
});

/** One status update with everything that was said about it: where links and notices lead. */
export default function Status() {
  const t = useT();
  const { thread, item, questions, status, key } = useLoaderData<typeof loader>();
  const { project } = status;
  return (
    <Page>
      <BackLink to={`/projects/${project.slug}`} className="mx-4 mb-3 md:mx-0">
        {t('projects.backToProject', { project: project.name })}
      </BackLink>
      <h1 className="mb-3 px-4 text-title font-semibold text-balance break-words md:px-0" dir="auto">
        {t('projects.statusOf', { project: project.name })}
      </h1>
      <FeedCard item={{ ...item, entry: thread.entry }} position={1} alone>
        <section id="comments" aria-label={t('conversation.comments')}>
          <Thread
            thread={thread}
            Files={LaterCommentFiles}
            href={`/projects/${project.slug}/status/${thread.entry.id}`}
          />
        </section>
      </FeedCard>
      <StatusQuestions
        questions={questions}
        mayAsk={thread.entry.abilities.comment}
        audienceId={item.where.id}
        idempotencyKey={key}
      />
    </Page>
  );
}
