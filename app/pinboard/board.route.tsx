import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { SuspensionNote } from '#app/conversation/comments/thread-note.tsx';
import { useProfile } from '#app/people/profile-context.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Board } from './board.tsx';
import { Composer } from './composer.tsx';
import { pinAction } from './pin-action.ts';
import { useBoard } from './use-board.ts';
import { usePinActions } from './use-pin-actions.ts';

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { people, pinboard } = context.services;
  const ownerId = await people.idOf(actor, params.handle ?? '');
  const after = new URL(request.url).searchParams.get('after');
  const board = await context.timing.measure('board', () => pinboard.board(actor, ownerId, after));
  return { board, idempotencyKey: randomUUID(), terminal: actor.terminal, me: actor.personId };
});

export const action = withErrors(pinAction);

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

const REFUSED = {
  reader: 'pinboard.refusedReader',
  off: null,
  blocked: 'pinboard.refusedBlocked',
  closed: null,
  self: null,
} as const;

export default function PinboardView() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { profile, now } = useProfile();
  const t = useT();
  const address = `/people/${profile.person.handle}`;
  const after = useSearchParams()[0].get('after');
  const older = after !== null;
  const { board, arrived, look } = useBoard(loaded.board, after);
  const send = usePinActions(board.ownerId, look);
  const name = profile.shortName || t('common.nameWithheld');
  const refused = board.refusal && REFUSED[board.refusal];
  const away = profile.person.away ? (profile.absence?.until ?? null) : null;
  return (
    <div className="flex flex-col gap-3">
      {board.refusal === null && !older && (
        <Composer
          key={board.ownerId}
          board={board}
          name={name}
          awayUntil={away}
          now={now}
          idempotencyKey={loaded.idempotencyKey}
          draftKey={loaded.terminal ? null : `pin:${loaded.me}:${board.ownerId}`}
          send={send}
          answer={answer}
        />
      )}
      {board.refusal === 'reader' && <SuspensionNote className="mx-4 md:mx-0" />}
      {refused && <Notice className="mx-4 md:mx-0">{t(refused, { name })}</Notice>}
      <Board
        board={board}
        name={name}
        address={address}
        mine={profile.isMe}
        older={older}
        arrived={arrived}
        send={send}
        onChanged={look}
      />
    </div>
  );
}
