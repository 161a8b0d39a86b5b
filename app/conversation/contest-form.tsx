import { type FormEvent, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import { entryAddress } from './entry-form-data.ts';
import { faultOf, useEntryExchange } from './use-entry.ts';

/** Why the author of what was hidden does not agree. */
export function ContestForm({ entry }: { entry: EntryView }) {
  const t = useT();
  const exchange = useEntryExchange(entry.threadId ?? entry.id);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const reason = String(new FormData(event.currentTarget).get('reason'));
    setBusy(true);
    setFault(faultOf(await exchange.submit({ intent: 'contest', reason }, entryAddress(entry.id))));
    setBusy(false);
  };
  return (
    <form onSubmit={send} className="mt-2 flex flex-col gap-2">
      <Field
        label={t('moderation.contestWhy')}
        hint={t('moderation.contestHint')}
        error={fault && t.maybe(fault)}
      >
        <TextArea name="reason" required maxLength={1_000} rows={3} autoFocus />
      </Field>
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('moderation.contestSend')}
        </Button>
      </div>
    </form>
  );
}
