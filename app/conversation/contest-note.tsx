import { useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { onUse } from '#app/shell/on-use.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

// Few are ever hidden, and fewer contest it.
const ContestForm = onUse(() => import('./contest-form.tsx').then((file) => file.ContestForm));

/** For the author of what was hidden: they may say once that they do not agree, and read what came of it. */
export function ContestNote({ entry }: { entry: EntryView }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const contest = entry.hidden?.contest;
  if (!contest) return null;
  if (contest.state !== 'possible')
    return (
      <p className="mt-1.5 text-meta text-soft">
        {t(contest.state === 'open' ? 'moderation.contestOpen' : 'moderation.contestUpheld')}{' '}
        {contest.state === 'upheld' && <span dir="auto">{contest.answer}</span>}
      </p>
    );
  if (open) return <ContestForm entry={entry} onClose={() => setOpen(false)} />;
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="mt-1 min-h-6 rounded-sm text-meta font-medium text-brand-ink hover:underline"
    >
      {t('moderation.contest')}
    </button>
  );
}
