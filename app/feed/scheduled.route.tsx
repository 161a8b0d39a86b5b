import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CalendarClock } from 'lucide-react';
import { markScheduledOpened } from '#app/notifications/mark-opened.ts';
import { type FormErrors, parseForm, typedText, typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { type FlurfunkContext, requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { changeScheduledSchema, waitingWordsSchema } from '#server/domain/feed/scheduling/schedule.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { ScheduledPost } from './scheduled-post.tsx';

export const meta = titled((t) => t('feed.scheduledTitle'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { feed } = context.services;
  await markScheduledOpened(context, actor, request);
  const [posts, audiences] = await Promise.all([feed.scheduled(actor), feed.audienceChoices(actor)]);
  return { posts, audiences, timeZone: actor.timeZone };
});

type Done = {
  done: 'saved' | 'published' | 'deleted';
  /** It may not be demanded of those who are to read it now. */
  mustReadDropped?: boolean;
};

/** `entryId` says which of the forms was sent. */
export type ScheduledAnswer = Partial<Done> & {
  entryId: string;
  errors?: FormErrors;
  values?: Record<string, string>;
};

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const entryId = typedText(form, 'entryId');
  const refuse = (errors: FormErrors, values = typedTexts(form)) =>
    data<ScheduledAnswer>({ entryId, errors, values }, { status: 400 });
  try {
    const done = await perform(context, actor, form, entryId);
    return 'errors' in done ? refuse(done.errors) : data<ScheduledAnswer>({ entryId, ...done });
  } catch (error) {
    return refuse(fieldErrors(error));
  }
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** What was done, or what was wrong. */
async function perform(
  { services: { feed, conversation } }: FlurfunkContext,
  actor: Actor,
  form: FormData,
  entryId: string,
): Promise<Done | { errors: FormErrors }> {
  switch (form.get('intent')) {
    case 'change-scheduled': {
      const parsed = parseForm(changeScheduledSchema, form);
      if (!parsed.ok) return parsed;
      return { done: 'saved', ...(await feed.changeScheduled(actor, parsed.value)) };
    }
    // What is published is what stands in the form, not what was saved of it once.
    case 'publish-scheduled': {
      const parsed = parseForm(waitingWordsSchema, form);
      if (!parsed.ok) return parsed;
      return { done: 'published', ...(await feed.publishScheduled(actor, entryId, parsed.value)) };
    }
    case 'cancel-scheduled':
      await feed.cancelScheduled(actor, entryId);
      return { done: 'deleted' };
    case 'undo-cancel':
      await conversation.undoDelete(actor, entryId);
      return { done: 'saved' };
    default:
      return { errors: { form: ['error.invalid'] } };
  }
}

/** My own posts that have not come out yet. */
export default function ScheduledPage() {
  const t = useT();
  const { posts, audiences, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t('feed.scheduledTitle')} intro={t('feed.scheduledIntro')}>
      {posts.length === 0 ? (
        <Card>
          <EmptyState icon={CalendarClock} title={t('feed.scheduledEmptyTitle')}>
            {t('feed.scheduledEmptyText')}
          </EmptyState>
        </Card>
      ) : (
        <ul className="flex flex-col gap-3">
          {posts.map((post) => (
            <li key={post.id} id={`entry-${post.id}`} className="scroll-mt-20">
              <ScheduledPost
                post={post}
                audiences={audiences}
                timeZone={timeZone}
                outcome={answer?.entryId === post.id ? answer : undefined}
              />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
