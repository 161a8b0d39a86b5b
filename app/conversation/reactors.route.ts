import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** Who reacted to an entry and how; `?after=<person>` for the next page. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const after = new URL(request.url).searchParams.get('after');
  const page = await context.services.conversation.reactors(actor, params.entryId ?? '', after);
  return Response.json(page, { headers: { 'Cache-Control': 'private, no-store' } });
});
