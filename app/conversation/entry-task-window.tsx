import { type FormEvent, useState } from 'react';
import { Wordings } from '#app/conversation/wordings/wordings.tsx';
import { DraftBack } from '#app/shell/forms/draft-back.tsx';
import { useWindowDraft } from '#app/shell/forms/use-window-draft.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { EntryTask } from './entry-menu.tsx';

type Fields = Record<string, string>;

type Props = {
  entry: EntryView;
  task: EntryTask;
  onClose: () => void;
  /** Sends it. Where it resolves to what went wrong, the window stays open, with what was typed. */
  onSubmit: (fields: Fields) => unknown;
};

/** Editing, history, reporting and hiding, each in one small window. */
export function EntryTaskWindow({ entry, task, onClose, onSubmit }: Props) {
  const t = useT();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const titles = {
    edit: t('conversation.editTitle'),
    history: t('conversation.history'),
    report: t('moderation.reportTitle'),
    hide: t('moderation.hideTitle'),
    close: t('conversation.closeTitle'),
    share: '',
  };
  const close = () => {
    setFault(null);
    onClose();
  };
  const submit = async (fields: Fields) => {
    if (busy) return false;
    setBusy(true);
    const found = await onSubmit(fields);
    setBusy(false);
    if (typeof found === 'string') setFault(found);
    else close();
    return typeof found !== 'string';
  };
  const form = { fault, busy, onSubmit: submit };
  // Passing something on has a window of its own (feed/share-dialog.tsx).
  if (task === 'share') return null;
  return (
    <Dialog open onClose={close} title={titles[task]} closeLabel={t('common.close')}>
      {task === 'report' || task === 'hide' || task === 'close' ? (
        <ReasonForm entryId={entry.id} task={task} {...form} />
      ) : (
        <Wordings entry={entry} editing={task === 'edit'} {...form} />
      )}
    </Dialog>
  );
}

/** What a form in the window gets: what was wrong with its last attempt, whether one is under way, and what sends it. */
export type TaskFormProps = {
  fault: string | null;
  busy: boolean;
  /** True once it is done. */
  onSubmit: (fields: Fields) => Promise<boolean>;
};

const REASONS = {
  report: { text: 'moderation.reportText', send: 'moderation.sendReport' },
  hide: { text: 'moderation.hideText', send: 'moderation.hide' },
  close: { text: 'conversation.closeText', send: 'conversation.close' },
} as const;

type ReasonFormProps = TaskFormProps & { entryId: string; task: keyof typeof REASONS };

function ReasonForm({ entryId, task, fault, busy, onSubmit }: ReasonFormProps) {
  const t = useT();
  const { kept, keep, forget } = useWindowDraft({ window: task, id: entryId });
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason'));
    if (await onSubmit({ intent: task, reason })) forget();
  };
  return (
    <form key={kept ? 'kept' : 'new'} onSubmit={send} onInput={keep} className="flex flex-col gap-3">
      <p className="text-meta text-soft">{t(REASONS[task].text)}</p>
      {kept && <DraftBack discard={t('conversation.draftAnew')} onDiscard={forget} />}
      <Field label={t('moderation.reason')} error={fault}>
        <TextArea
          name="reason"
          required={task !== 'close'}
          maxLength={500}
          rows={3}
          autoFocus
          defaultValue={kept?.reason}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" look={task === 'hide' ? 'danger' : 'primary'} busy={busy}>
          {t(REASONS[task].send)}
        </Button>
      </div>
    </form>
  );
}
