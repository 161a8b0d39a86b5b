import { type FormEvent, useEffect, useState } from 'react';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { useExchange } from '#app/shell/exchange.ts';
import { DraftBack } from '#app/shell/forms/draft-back.tsx';
import { newKey } from '#app/shell/forms/new-key.ts';
import { useWindowDraft } from '#app/shell/forms/use-window-draft.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { AudienceChoice } from '#server/domain/feed/feed.view.ts';
import type { ShareAnswer } from './share.route.ts';

type Props = { entryId: string; onClose: () => void };

/** Passing a post on: to whom, and what one says about it. */
export function ShareDialog({ entryId, onClose }: Props) {
  const t = useT();
  const toast = useToast();
  const address = `/posts/${entryId}/share`;
  const { load, submit } = useExchange<ShareAnswer>(`share-${entryId}`);
  const [audiences, setAudiences] = useState<AudienceChoice[] | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const { kept, keep, forget } = useWindowDraft({ window: 'share', id: entryId });
  // One share, however often it is sent, also after the page came anew.
  const [key] = useState(() => kept?.idempotencyKey ?? newKey());
  useEffect(() => {
    load(address).then(({ answer, failure }) => {
      if (answer) setAudiences(answer.audiences);
      else setErrors({ form: t(failure) });
    });
  }, [load, address, t]);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const fields = {
      text: String(form.get('text')),
      audienceId: String(form.get('audienceId')),
      idempotencyKey: key,
    };
    setBusy(true);
    const { answer, failure } = await submit(fields, address);
    setBusy(false);
    if (answer?.shared) {
      forget();
      toast({ text: t('feed.sharedNow'), tone: 'ok' });
      onClose();
      return;
    }
    const said = Object.entries(answer?.errors ?? { form: [failure ?? 'error.failedText'] });
    setErrors(Object.fromEntries(said.map(([field, keys]) => [field, t.maybe(keys[0] ?? '')])));
  };
  const other = errors.form ?? errors.entryId;
  return (
    <Dialog open onClose={onClose} title={t('feed.shareOn')} closeLabel={t('common.close')}>
      {audiences && audiences.length === 0 && <p>{t('feed.shareNowhere')}</p>}
      {other && (
        <p role="alert" className="mb-3 text-bad">
          {other}
        </p>
      )}
      {audiences === null && !other && (
        <p className="animate-slow-appear text-muted">{t('common.loading')}</p>
      )}
      {audiences && audiences.length > 0 && (
        <form key={kept ? 'kept' : 'new'} onSubmit={send} onInput={keep} className="flex flex-col gap-3">
          <p className="text-meta text-soft">{t('feed.shareText')}</p>
          {kept && <DraftBack discard={t('conversation.draftAnew')} onDiscard={forget} />}
          <input type="hidden" name="idempotencyKey" value={key} />
          <Field label={t('feed.audience')} error={errors.audienceId}>
            <Select name="audienceId" defaultValue={chosenIn(audiences, kept?.audienceId)}>
              {audiences.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.kind === 'everyone' ? t('feed.everyone') : choice.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('feed.shareWords')} error={errors.text}>
            <MentionTextArea
              name="text"
              required
              maxLength={5_000}
              rows={3}
              autoFocus
              defaultValue={kept?.text}
            />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" look="primary" busy={busy}>
              {t('feed.shareSend')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** What was chosen before, where it is still there to choose. */
function chosenIn(audiences: AudienceChoice[], before: string | undefined): string | undefined {
  const again = audiences.find(({ id }) => id === before);
  return (again ?? audiences.find((choice) => choice.isDefault))?.id;
}
