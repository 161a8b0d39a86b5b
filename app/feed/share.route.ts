import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type FormErrors, parseForm } from '#app/shell/forms/parse-form.ts';
import { requireActor } from '#app/shell/load-context.ts';
import { fieldErrors, withProblems } from '#app/shell/with-errors.ts';
import type { AudienceChoice } from '#server/domain/feed/feed.view.ts';
import { shareSchema } from '#server/domain/feed/share.schema.ts';

/** Where a post can be passed on to, or what was wrong with passing it on. */
export type ShareAnswer = { audiences: AudienceChoice[]; shared?: string; errors?: FormErrors };

const HEADERS = { 'Cache-Control': 'private, no-store' };

export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  await context.services.conversation.entry(actor, params.id ?? '');
  const audiences = await context.services.feed.audienceChoices(actor);
  return Response.json({ audiences } satisfies ShareAnswer, { headers: HEADERS });
});

/** Passes a post on to another audience, with words of one's own. */
export const action = withProblems(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  form.set('entryId', params.id ?? '');
  const refuse = (errors: FormErrors) =>
    Response.json({ audiences: [], errors } satisfies ShareAnswer, { status: 400, headers: HEADERS });
  const parsed = parseForm(shareSchema, form);
  if (!parsed.ok) return refuse(parsed.errors);
  try {
    const { id } = await context.services.feed.sharePost(actor, parsed.value);
    return Response.json({ audiences: [], shared: id } satisfies ShareAnswer, { headers: HEADERS });
  } catch (error) {
    return refuse(fieldErrors(error));
  }
});
