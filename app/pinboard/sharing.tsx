import { Link } from '@remix-run/react';
import { Globe, Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import { PinForm } from './pin-form.tsx';
import type { SendPin } from './use-pin-actions.ts';

type SharingProps = { pin: PinView; action: string; send: SendPin };

/** Whether all may find question and answer: for the two to decide, for others to know. */
export function Sharing({ pin, action, send }: SharingProps) {
  const { sharing } = pin;
  if (!sharing) return null;
  const form = { pin, action, send };
  if (sharing.shared) return <Shared {...form} />;
  if (sharing.mine) return <Waits {...form} />;
  return sharing.others ? <Asked {...form} /> : <Offer {...form} />;
}

function Shared(form: SharingProps) {
  const t = useT();
  return (
    <Line icon={<Globe aria-hidden="true" className="size-4 shrink-0" />}>
      <span>
        {t('pinboard.shared')}{' '}
        <Link to="/questions" className="font-medium text-ink underline">
          {t('pinboard.sharedLink')}
        </Link>
      </span>
      {form.pin.abilities.share && <Act {...form} intent="unshare" look="quiet" word="pinboard.unshare" />}
    </Line>
  );
}

function Waits(form: SharingProps) {
  const t = useT();
  return (
    <Line icon={<Globe aria-hidden="true" className="size-4 shrink-0" />}>
      <span>{t('pinboard.shareWaits', { name: useOther(form.pin) })}</span>
      <Act {...form} intent="unshare" look="quiet" word="pinboard.unshare" />
    </Line>
  );
}

function Asked(form: SharingProps) {
  const t = useT();
  return (
    <div className="mt-3 rounded-lg border border-line p-3.5">
      <p className="mb-2.5">{t('pinboard.shareAsked', { name: useOther(form.pin) })}</p>
      <Act {...form} intent="share" look="primary" word="pinboard.shareAgree" />
    </div>
  );
}

/** Opens without script; what it means is told before one agrees. */
function Offer(form: SharingProps) {
  const t = useT();
  return (
    <details className="group mt-3">
      <summary
        className={cn(
          buttonStyle({ size: 'sm', look: 'quiet' }),
          'w-fit list-none [&::-webkit-details-marker]:hidden',
        )}
      >
        <Lightbulb aria-hidden="true" />
        {t('pinboard.shareTitle')}
      </summary>
      <p className="mt-1 mb-2.5 text-meta text-soft">
        {t('pinboard.shareText', { name: useOther(form.pin) })}
      </p>
      <Act {...form} intent="share" look="plain" word="pinboard.shareIt" />
    </details>
  );
}

type ActProps = SharingProps & {
  intent: 'share' | 'unshare';
  look: 'primary' | 'quiet' | 'plain';
  word: 'pinboard.unshare' | 'pinboard.shareAgree' | 'pinboard.shareIt';
};

function Act({ pin, action, send, intent, look, word }: ActProps) {
  const t = useT();
  return (
    <PinForm entryId={pin.entry.id} action={action} send={send}>
      {(sending) => (
        <Button type="submit" name="intent" value={intent} look={look} size="sm" busy={sending}>
          {t(word)}
        </Button>
      )}
    </PinForm>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-soft">
      {icon}
      {children}
    </div>
  );
}

/** The other one of the two. */
function useOther({ sharing }: PinView): string {
  const nameOf = usePersonName();
  return nameOf(sharing?.other ?? { name: '' });
}
