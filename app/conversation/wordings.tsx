import { useEffect, useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';
import { EditForm } from './edit-form.tsx';
import type { TaskFormProps } from './entry-task-dialog.tsx';
import { WordingHistory } from './wording-history.tsx';

type Props = TaskFormProps & { entry: EntryView; editing: boolean };

/** The wordings of an entry: the newest to edit, or all of them to look back at. */
export function Wordings({ entry, editing, ...form }: Props) {
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
  const [newest] = data.revisions;
  if (editing && newest) return <EditForm entry={entry} newest={newest} {...form} />;
  return <WordingHistory revisions={data.revisions} />;
}
