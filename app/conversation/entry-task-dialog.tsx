import { type FormEvent, Fragment, useEffect, useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { Time, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';
import type { EntryTask } from './entry-menu.tsx';
import { wordingDiff } from './wording-diff.ts';
import { WritingArea } from './writing-area.tsx';

type Fields = Record<string, string>;

type Props = {
  entry: EntryView;
  task: EntryTask | null;
  onClose: () => void;
  /** Sends it. Where it resolves to what went wrong, the window stays open, with what was typed. */
  onSubmit: (fields: Fields) => unknown;
};

/** Editing, history, reporting and hiding, each in one small window. */
export function EntryTaskDialog({ entry, task, onClose, onSubmit }: Props) {
  const t = useT();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!task) return null;
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
    if (busy) return;
    setBusy(true);
    const found = await onSubmit(fields);
    setBusy(false);
    if (typeof found === 'string') setFault(found);
    else close();
  };
  const form = { fault, busy, onSubmit: submit };
  // Passing something on has a window of its own (feed/share-dialog.tsx).
  if (task === 'share') return null;
  return (
    <Dialog open onClose={close} title={titles[task]} closeLabel={t('common.close')}>
      {task === 'report' || task === 'hide' || task === 'close' ? (
        <ReasonForm task={task} {...form} />
      ) : (
        <Wordings entry={entry} editing={task === 'edit'} {...form} />
      )}
    </Dialog>
  );
}

type FormProps = { fault: string | null; busy: boolean; onSubmit: (fields: Fields) => void };

const REASONS = {
  report: { text: 'moderation.reportText', send: 'moderation.sendReport' },
  hide: { text: 'moderation.hideText', send: 'moderation.hide' },
  close: { text: 'conversation.closeText', send: 'conversation.close' },
} as const;

function ReasonForm({ task, fault, busy, onSubmit }: FormProps & { task: keyof typeof REASONS }) {
  const t = useT();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit({ intent: task, reason: String(new FormData(event.currentTarget).get('reason')) });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3">
      <p className="text-meta text-soft">{t(REASONS[task].text)}</p>
      <Field label={t('moderation.reason')} error={fault}>
        <TextArea name="reason" required={task !== 'close'} maxLength={500} rows={3} autoFocus />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" look={task === 'hide' ? 'danger' : 'primary'} busy={busy}>
          {t(REASONS[task].send)}
        </Button>
      </div>
    </form>
  );
}

/** A wording with what is new in it, and what it left out of the one before. */
function Wording({ text, before }: { text: string; before?: string }) {
  if (before === undefined) return <>{text}</>;
  return (
    <>
      {wordingDiff(before, text).map(({ kind, text: words }, index) => {
        const key = `${kind}-${index}`;
        if (kind === 'same') return <Fragment key={key}>{words}</Fragment>;
        if (kind === 'added')
          return (
            <ins key={key} className="rounded-sm bg-ok-soft text-ok decoration-1 underline-offset-2">
              {words}
            </ins>
          );
        return (
          <del key={key} className="rounded-sm bg-bad-soft text-bad">
            {words}
          </del>
        );
      })}
    </>
  );
}

type WordingsProps = FormProps & { entry: EntryView; editing: boolean };

/** The wordings of an entry: the newest to edit, or all of them to look back at. */
function Wordings({ entry, editing, fault, busy, onSubmit }: WordingsProps) {
  const t = useT();
  const { load, data } = useExchange<{ revisions: RevisionView[] }>(`wordings-${entry.id}`);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    load(`/entries/${entry.id}/text`).then(({ failure }) => failure && setFailed(t(failure)));
  }, [load, entry.id, t]);
  if (failed)
    return (
      <p role="alert" className="text-bad">
        {failed}
      </p>
    );
  if (!data) return <p className="animate-slow-appear text-muted">{t('common.loading')}</p>;
  if (!editing) {
    return (
      <ol className="flex flex-col gap-4">
        {data.revisions.map((revision, index) => (
          <li key={revision.revision} className="border-s-2 border-line ps-3">
            <p className="mb-1 text-meta text-muted">
              <Time at={revision.at} />
            </p>
            <p className="whitespace-pre-wrap" dir="auto" lang={revision.language}>
              <Wording text={revision.text} before={data.revisions[index + 1]?.text} />
            </p>
          </li>
        ))}
      </ol>
    );
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const otherText = typed.get('otherText');
    const fields = { intent: 'edit', text: String(typed.get('text')) };
    onSubmit(typeof otherText === 'string' ? { ...fields, otherText } : fields);
  };
  const newest = data.revisions[0];
  const other = newest?.other;
  const otherLabel = t(other?.language === 'en' ? 'feed.inEnglish' : 'feed.inGerman');
  return (
    <form onSubmit={send} className="flex flex-col gap-3">
      <Field label={t('conversation.text')} labelHidden hint={t('conversation.editHint')} error={fault}>
        <WritingArea
          writing={entry.kind === 'post'}
          aria-label={t('conversation.text')}
          name="text"
          required
          maxLength={entry.kind === 'pin' ? 500 : 20_000}
          rows={6}
          autoFocus
          lang={newest?.language}
          defaultValue={newest?.text}
        />
      </Field>
      {other && (
        <Field label={otherLabel}>
          <WritingArea
            writing
            still
            aria-label={otherLabel}
            name="otherText"
            maxLength={20_000}
            rows={6}
            lang={other.language}
            defaultValue={other.text}
          />
        </Field>
      )}
      <div className="flex justify-end">
        <Button type="submit" look="primary" busy={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
