import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import { PinForm } from './pin-form.tsx';
import type { SendPin } from './use-pin-actions.ts';

type Props = { pin: PinView; comment: EntryView; action: string; send: SendPin };

/** For whoever asked: a colleague's comment answers the question; it then stands there as the answer. */
export function AcceptComment({ pin, comment, action, send }: Props) {
  const t = useT();
  if (!pin.abilities.acceptComment || comment.hidden || comment.author.id === pin.entry.author.id)
    return null;
  return (
    <PinForm entryId={pin.entry.id} action={action} send={send} className="mt-2">
      {(sending) => (
        <>
          <input type="hidden" name="commentId" value={comment.id} />
          <Button type="submit" name="intent" value="accept-comment" size="sm" busy={sending}>
            {t('pinboard.acceptComment')}
          </Button>
        </>
      )}
    </PinForm>
  );
}
