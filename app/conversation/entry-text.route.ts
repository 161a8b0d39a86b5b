import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** The wordings of an entry, newest first: what its author edits and what anybody may look back at. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const revisions = await context.services.conversation.history(actor, params.entryId ?? '');
  return Response.json({ revisions }, { headers: { 'Cache-Control': 'private, no-store' } });
});
