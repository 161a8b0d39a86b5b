import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askedComment } from '#app/conversation/comments/asked-comment.ts';
import { Thread, useThreadUpdates } from '#app/conversation/comments/thread.tsx';
import { LaterCommentFiles } from '#app/files/later-comment-files.ts';
import { markOpened } from '#app/notifications/mark-opened.ts';
import { useProfile } from '#app/people/profile-context.ts';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { useLatest } from '#app/shell/use-latest.ts';
import { THREAD_SPREAD_MS, useReload } from '#app/shell/use-reload.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { AcceptComment } from './accept-comment.tsx';
import { pinAction } from './pin-action.ts';
import { PinCard } from './pin-card.tsx';
import type { PinData } from './pin-data.route.ts';
import { usePinActions } from './use-pin-actions.ts';

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { pinboard, conversation } = context.services;
  const id = params.id ?? '';
  const pin = await pinboard.pin(actor, id);
  const thread = await conversation.thread(actor, id, undefined, askedComment(request));
  await markOpened(context, actor, request, id);
  return { pin, thread };
});

export const action = withErrors(pinAction);

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** One pin with all that was said about it: what every link to a pin leads to. */
export default function PinPage() {
  const loaded = useLoaderData<typeof loader>();
  const { profile } = useProfile();
  const t = useT();
  const { id } = loaded.pin.entry;
  const board = `/people/${profile.person.handle}`;
  const href = `${board}/pins/${id}`;
  const address = `/pins/${id}`;
  const exchange = useExchange<PinData>(address);
  useThreadUpdates(id, useReload(exchange, address, THREAD_SPREAD_MS));
  const { pin, thread } = useLatest<PinData>(loaded, exchange.data);
  const look = () => void exchange.load(address);
  const send = usePinActions(pin.owner.id, look);
  return (
    <div className="flex flex-col gap-3">
      <BackLink to={board} className="mx-4 md:mx-0">
        {t('pinboard.wholeBoard', { name: profile.shortName || t('common.nameWithheld') })}
      </BackLink>
      <PinCard pin={pin} alone action={href} send={send} onChanged={look}>
        <Card edgeToEdge id="comments">
          <Thread
            thread={thread}
            Files={LaterCommentFiles}
            href={href}
            offer={(comment) => <AcceptComment pin={pin} comment={comment} action={href} send={send} />}
          />
        </Card>
      </PinCard>
    </div>
  );
}
