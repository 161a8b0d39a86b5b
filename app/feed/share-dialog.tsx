import { type FormEvent, useEffect, useState } from 'react';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { useExchange } from '#app/shell/exchange.ts';
import { newKey } from '#app/shell/forms/new-key.ts';
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
  // One share, however often it is sent.
  const [key] = useState(newKey);
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
        <form onSubmit={send} className="flex flex-col gap-3">
          <p className="text-meta text-soft">{t('feed.shareText')}</p>
          <Field label={t('feed.audience')} error={errors.audienceId}>
            <Select name="audienceId" defaultValue={audiences.find((choice) => choice.isDefault)?.id}>
              {audiences.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.kind === 'everyone' ? t('feed.everyone') : choice.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('feed.shareWords')} error={errors.text}>
            <MentionTextArea name="text" required maxLength={5_000} rows={3} autoFocus />
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
