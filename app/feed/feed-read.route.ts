import type { ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** Marks the feed read up to a moment. */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const upTo = new Date(String((await request.formData()).get('upTo')));
  if (!Number.isNaN(upTo.getTime())) await context.services.feed.markRead(actor, upTo);
  return { ok: true };
});
