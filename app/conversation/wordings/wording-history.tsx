import { Fragment } from 'react';
import { Time, useT } from '#app/shell/i18n.tsx';
import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';
import { changedWordings } from './changed-wordings.ts';
import { wordingDiff } from './wording-diff.ts';

/** All wordings of an entry, newest first, each with what it changed; of two languages, each by its name. */
export function WordingHistory({ revisions }: { revisions: RevisionView[] }) {
  const t = useT();
  const languages = new Set(
    revisions.flatMap(({ language, other }) => [language, other?.language ?? language]),
  );
  return (
    <ol className="flex flex-col gap-4">
      {revisions.map((revision, index) => (
        <li key={revision.revision} className="flex flex-col gap-1 border-s-2 border-line ps-3">
          <p className="text-meta text-muted">
            <Time at={revision.at} />
          </p>
          {changedWordings(revision, revisions[index + 1]).map(({ language, text, before }) => (
            <div key={language}>
              {languages.size > 1 && (
                <p className="text-meta font-medium text-soft">
                  {t(language === 'en' ? 'conversation.english' : 'conversation.german')}
                </p>
              )}
              <p className="whitespace-pre-wrap" dir="auto" lang={language}>
                <Wording text={text} before={before} />
              </p>
            </div>
          ))}
        </li>
      ))}
    </ol>
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
