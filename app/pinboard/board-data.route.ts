import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import type { BoardView } from '#server/domain/pinboard/pin.view.ts';
import { answerPin, type PinAnswer } from './pin-action.ts';

/** A board as it stands now. */
export type BoardAnswer = { board: BoardView };

const headers = { 'Cache-Control': 'private, no-store' };

/** A board for the page that shows it already (shell/exchange.ts); `?after=` for a later page. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const after = new URL(request.url).searchParams.get('after');
  const board = await context.services.pinboard.board(actor, params.ownerId ?? '', after);
  return Response.json({ board } satisfies BoardAnswer, { headers });
});

/** Every form on a board; without script the page's own action takes them. */
export const action = withProblems(async (args) => {
  const answer: PinAnswer = await answerPin(args);
  return Response.json(answer, { status: answer.ok ? 200 : 400, headers });
});
