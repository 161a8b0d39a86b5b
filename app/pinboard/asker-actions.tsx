import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import { PinForm } from './pin-form.tsx';
import type { SendPin } from './use-pin-actions.ts';

type Props = { pin: PinView; action: string; send: SendPin };

/** For whoever asked: where the question may go, and whether the answer helped. */
export function AskerActions({ pin, action, send }: Props) {
  const { accept, askAgain, decideForward } = pin.abilities;
  return (
    <>
      {pin.question?.proposedTo && <Proposal pin={pin} action={action} send={send} decides={decideForward} />}
      {(accept || askAgain) && <Settle pin={pin} action={action} send={send} />}
    </>
  );
}

/** "Mara would like to hand your question on to Jonas": for the asker to decide, for the others to know. */
function Proposal({ pin, action, send, decides }: Props & { decides: boolean }) {
  const t = useT();
  const nameOf = usePersonName();
  const { question, entry, owner } = pin;
  if (!question?.proposedTo) return null;
  const name = nameOf(question.proposedTo);
  if (!decides) {
    return (
      <p className="mt-3 text-meta text-soft">
        {t('pinboard.proposedOther', { asker: nameOf(entry.author), name })}
      </p>
    );
  }
  return (
    <div className="mt-3 rounded-lg border border-line p-3.5">
      <p className="mb-2.5">
        {t('pinboard.proposedMine', { by: nameOf(question.forwardedBy ?? owner), name })}
      </p>
      <PinForm entryId={entry.id} action={action} send={send} className="flex flex-wrap gap-2">
        {(sending) => (
          <>
            <Button type="submit" name="intent" value="let-forward" look="primary" size="sm" busy={sending}>
              {t('pinboard.letForward')}
            </Button>
            <Button type="submit" name="intent" value="keep-here" look="quiet" size="sm">
              {t('pinboard.keepHere')}
            </Button>
          </>
        )}
      </PinForm>
    </div>
  );
}

function Settle({ pin, action, send }: Props) {
  const t = useT();
  const { accept, askAgain } = pin.abilities;
  return (
    <PinForm
      entryId={pin.entry.id}
      action={action}
      send={send}
      className="mt-3 flex flex-wrap items-center gap-2"
    >
      {(sending) => (
        <>
          {accept && (
            <Button type="submit" name="intent" value="accept" size="sm" busy={sending}>
              {t('pinboard.accept')}
            </Button>
          )}
          {askAgain && (
            <>
              {accept && <span className="ms-1 text-meta text-muted">{t('pinboard.askAgainHint')}</span>}
              <Button type="submit" name="intent" value="ask-again" look="quiet" size="sm">
                {t('pinboard.askAgain')}
              </Button>
            </>
          )}
        </>
      )}
    </PinForm>
  );
}
