import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type FormErrors, parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import type { FlurfunkContext } from '#app/shell/load-context.ts';
import { requireActor } from '#app/shell/load-context.ts';
import { localPath } from '#app/shell/local-path.ts';
import { fieldErrors, withProblems } from '#app/shell/with-errors.ts';
import {
  closeSchema,
  commentSchema,
  contestSchema,
  editSchema,
  reactSchema,
  reasonSchema,
} from '#server/domain/conversation/entry.schema.ts';
import type { ThreadView } from '#server/domain/conversation/entry.view.ts';
import { voteSchema } from '#server/domain/conversation/polls/poll.schema.ts';
import { attachmentsField } from '#server/domain/files/attachments.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { EntryIntent } from './entry-form-data.ts';

const commentWithFiles = commentSchema.extend({ attachments: attachmentsField });

/** What every action on an entry answers: how the thread stands now, or what was wrong and what was typed. */
export type EntryAnswer = {
  intent: EntryIntent | null;
  thread: ThreadView | null;
  errors?: FormErrors;
  values?: Record<string, string>;
};

/** The thread around an entry; `?before=<comment>` for earlier comments. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const before = new URL(request.url).searchParams.get('before') ?? undefined;
  const thread = await context.services.conversation.thread(actor, params.entryId ?? '', before);
  return reply({ intent: null, thread });
});

export const action = withProblems(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  // Sent by a page's script, several options come in one field.
  const options = form.get('options');
  if (typeof options === 'string')
    for (const option of options.split(',').filter(Boolean)) form.append('option', option);
  form.set('entryId', params.entryId ?? '');
  const intent = form.get('intent') as EntryIntent;
  const entryId = params.entryId ?? '';
  // A deleted entry can't be looked up afterwards, one brought back not before.
  const before = intent === 'undo' ? null : await context.services.conversation.entry(actor, entryId);
  const done = await perform(context, actor, intent, form);
  // Without JavaScript the form names the page to go back to.
  const returnTo = form.get('returnTo');
  if (typeof returnTo === 'string' && !done.errors) throw redirect(localPath(returnTo));
  const entry = before ?? (await context.services.conversation.entry(actor, entryId));
  const gone = intent === 'delete' && entry.threadId === null;
  const thread = gone ? null : await context.services.conversation.thread(actor, entry.threadId ?? entry.id);
  return reply({ intent, thread, ...done });
});

// Asked by the page itself (shell/exchange.ts) as well as by the router: plain JSON is what both can read.
function reply(answer: EntryAnswer): Response {
  const headers = { 'Cache-Control': 'private, no-store' };
  return Response.json(answer, { status: answer.errors ? 400 : 200, headers });
}

type Done = { errors?: FormErrors; values?: Record<string, string> };

async function perform(
  context: FlurfunkContext,
  actor: Actor,
  intent: EntryIntent,
  form: FormData,
): Promise<Done> {
  const { conversation } = context.services;
  const entryId = String(form.get('entryId'));
  switch (intent) {
    case 'comment':
      return apply(form, commentWithFiles, (input) => conversation.addComment(actor, input));
    case 'react':
      return apply(form, reactSchema, (input) => conversation.toggleReaction(actor, input));
    case 'edit':
      return apply(form, editSchema, (input) => conversation.editEntry(actor, input));
    case 'report':
      return apply(form, reasonSchema, (input) => conversation.reportEntry(actor, input));
    case 'hide':
      return apply(form, reasonSchema, (input) => conversation.hideEntry(actor, input));
    case 'restore':
      return apply(form, reasonSchema, (input) => conversation.restoreEntry(actor, input));
    case 'contest':
      return apply(form, contestSchema, (input) => conversation.contestHiding(actor, input));
    case 'vote':
      return apply(form, voteSchema, (input) => conversation.vote(actor, input));
    case 'close':
      return apply(form, closeSchema, (input) =>
        conversation.closeComments(actor, { ...input, closed: true }),
      );
    case 'reopen':
      await conversation.closeComments(actor, { entryId, closed: false });
      return {};
    case 'follow':
    case 'unfollow':
    case 'mute':
      await conversation.follow(actor, entryId, intent);
      return {};
    case 'save':
      await conversation.toggleSaved(actor, entryId);
      return {};
    case 'confirm':
      await context.services.mustRead.confirm(actor, entryId);
      return {};
    case 'delete':
      await conversation.deleteEntry(actor, entryId);
      return {};
    case 'undo':
      await conversation.undoDelete(actor, entryId);
      return {};
    default:
      return { errors: { intent: ['error.invalid'] } };
  }
}

async function apply<S extends Parameters<typeof parseForm>[0]>(
  form: FormData,
  schema: S,
  work: (input: ReturnType<S['parse']>) => Promise<unknown>,
): Promise<Done> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return { errors: parsed.errors, values: parsed.values };
  try {
    await work(parsed.value as ReturnType<S['parse']>);
    return {};
  } catch (error) {
    return { errors: fieldErrors(error), values: typedTexts(form) };
  }
}
