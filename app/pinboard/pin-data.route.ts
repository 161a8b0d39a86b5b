import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import type { ThreadView } from '#server/domain/conversation/entry.view.ts';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';

/** One pin with all that was said about it. */
export type PinData = { pin: PinView; thread: ThreadView };

/** A pin for the page that shows it already (shell/exchange.ts). */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { pinboard, conversation } = context.services;
  const id = params.id ?? '';
  const pin = await pinboard.pin(actor, id);
  const thread = await conversation.thread(actor, id);
  const answer: PinData = { pin, thread };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
});
