import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import { readFeedView, writeFeedView } from '#server/domain/feed/feed-view.schema.ts';

/** Remembers how the reader looks at the feed, and shows it so. */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const view = readFeedView(new URLSearchParams([...form].map(([name, value]) => [name, String(value)])));
  await context.services.feed.chooseView(actor, view);
  if (!request.headers.get('Accept')?.includes('json')) return redirect(`/?${writeFeedView(view)}`);
  return Response.json({ ok: true });
});
