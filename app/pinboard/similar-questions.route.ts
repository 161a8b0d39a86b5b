import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import type { SharedAnswer } from '#server/domain/pinboard/shared-answer.view.ts';

/** Answered questions like one that somebody is writing. */
export type SimilarAnswer = { answers: SharedAnswer[] };

/** `?q=` is what has been typed so far; it is kept nowhere. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const text = new URL(request.url).searchParams.get('q') ?? '';
  const answer: SimilarAnswer = { answers: await context.services.search.similarQuestions(actor, text) };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
});
