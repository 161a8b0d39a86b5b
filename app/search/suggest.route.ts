import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import type { SuggestAnswer } from '#app/shell/palette/suggest.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** A few hits of each kind while somebody types, for the command palette. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const query = new URL(request.url).searchParams.get('q') ?? '';
  const answer: SuggestAnswer = await context.services.search.suggest(actor, query);
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
});
