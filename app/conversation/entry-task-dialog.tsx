import { useFetcher } from '@remix-run/react';
import { type FormEvent, useEffect, useId } from 'react';
import { Time, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';
import type { EntryTask } from './entry-menu.tsx';
import { MentionTextArea } from './mention-text-area.tsx';

type Props = {
  entry: EntryView;
  task: EntryTask | null;
  onClose: () => void;
  onSubmit: (fields: Record<string, string>) => void;
};

/** Editing, history, reporting and hiding, each in one small window. */
export function EntryTaskDialog({ entry, task, onClose, onSubmit }: Props) {
  const t = useT();
  if (!task) return null;
  const titles = {
    edit: t('conversation.editTitle'),
    history: t('conversation.history'),
    report: t('moderation.reportTitle'),
    hide: t('moderation.hideTitle'),
  };
  const submit = (fields: Record<string, string>) => {
    onSubmit(fields);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={titles[task]} closeLabel={t('common.close')}>
      {task === 'report' || task === 'hide' ? (
        <ReasonForm task={task} onSubmit={submit} />
      ) : (
        <Wordings entry={entry} editing={task === 'edit'} onSubmit={submit} />
      )}
    </Dialog>
  );
}

function ReasonForm({
  task,
  onSubmit,
}: {
  task: 'report' | 'hide';
  onSubmit: (fields: Record<string, string>) => void;
}) {
  const t = useT();
  const id = useId();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit({ intent: task, reason: String(new FormData(event.currentTarget).get('reason')) });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3">
      <p className="text-meta text-soft">
        {t(task === 'report' ? 'moderation.reportText' : 'moderation.hideText')}
      </p>
      <Field label={t('moderation.reason')}>
        <TextArea id={id} name="reason" required maxLength={500} rows={3} autoFocus />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" look={task === 'hide' ? 'danger' : 'primary'}>
          {t(task === 'report' ? 'moderation.sendReport' : 'moderation.hide')}
        </Button>
      </div>
    </form>
  );
}

type WordingsProps = {
  entry: EntryView;
  editing: boolean;
  onSubmit: (fields: Record<string, string>) => void;
};

/** The wordings of an entry: the newest to edit, or all of them to look back at. */
function Wordings({ entry, editing, onSubmit }: WordingsProps) {
  const t = useT();
  const { load, data } = useFetcher<{ revisions: RevisionView[] }>({ key: `wordings-${entry.id}` });
  useEffect(() => load(`/entries/${entry.id}/text`), [load, entry.id]);
  if (!data) return <p className="animate-slow-appear text-muted">{t('common.loading')}</p>;
  if (!editing) {
    return (
      <ol className="flex flex-col gap-4">
        {data.revisions.map((revision) => (
          <li key={revision.revision} className="border-s-2 border-line ps-3">
            <p className="mb-1 text-meta text-muted">
              <Time at={revision.at} />
            </p>
            <p className="whitespace-pre-wrap" dir="auto" lang={revision.language}>
              {revision.text}
            </p>
          </li>
        ))}
      </ol>
    );
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit({ intent: 'edit', text: String(new FormData(event.currentTarget).get('text')) });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3">
      <Field label={t('conversation.text')} labelHidden hint={t('conversation.editHint')}>
        <MentionTextArea
          name="text"
          required
          maxLength={entry.kind === 'pin' ? 500 : 20_000}
          rows={6}
          autoFocus
          defaultValue={data.revisions[0]?.text}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" look="primary">
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
