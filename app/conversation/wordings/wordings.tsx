import { type ComponentType, useEffect, useState } from 'react';
import type { EditFormProps } from '#app/conversation/edit-form.tsx';
import type { TaskFormProps } from '#app/conversation/entry-task-window.tsx';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';

type Props = TaskFormProps & { entry: EntryView; editing: boolean };

/** The wordings of an entry: the newest to edit, or all of them to look back at. The code for it comes with the words. */
export function Wordings({ entry, editing, ...form }: Props) {
  const t = useT();
  const { load, data } = useExchange<{ revisions: RevisionView[] }>(`wordings-${entry.id}`);
  const [Form, setForm] = useState<ComponentType<EditFormProps>>();
  const [History, setHistory] = useState<ComponentType<{ revisions: RevisionView[] }>>();
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    load(`/entries/${entry.id}/text`).then(({ failure }) => failure && setFailed(t(failure)));
  }, [load, entry.id, t]);
  useEffect(() => {
    const code = editing
      ? import('#app/conversation/edit-form.tsx').then((module) => setForm(() => module.EditForm))
      : import('./wording-history.tsx').then((module) => setHistory(() => module.WordingHistory));
    code.catch(() => setFailed(t('error.offlineText')));
  }, [editing, t]);
  const newest = data?.revisions[0];
  if (failed)
    return (
      <p role="alert" className="text-bad">
        {failed}
      </p>
    );
  if (Form && newest) return <Form entry={entry} newest={newest} {...form} />;
  if (History && data) return <History revisions={data.revisions} />;
  return <p className="animate-slow-appear text-muted">{t('common.loading')}</p>;
}
