import { Link } from '@remix-run/react';
import { Lightbulb } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { SharedAnswer } from '#server/domain/pinboard/shared-answer.view.ts';
import { Worded } from './shared-answer-card.tsx';
import { useSimilarQuestions } from './use-similar-questions.ts';

/**
 * What has been answered already, offered while somebody writes: each opens in place, so that nothing that was typed
 * is lost. That there is something is said politely, once for each change.
 */
export function SimilarQuestions({ typed }: { typed: string }) {
  const t = useT();
  const answers = useSimilarQuestions(typed);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {answers.length > 0 && t('questions.similarCount', { count: answers.length })}
      </p>
      {answers.length > 0 && (
        <section aria-labelledby="similar-title" className="rounded-lg bg-sunk px-3.5 py-3">
          <h3 id="similar-title" className="flex items-center gap-2 text-meta font-semibold text-soft">
            <Lightbulb aria-hidden="true" className="size-4" />
            {t('questions.similar')}
          </h3>
          <ul className="mt-1 divide-y divide-line">
            {answers.map((answer) => (
              <li key={answer.id}>
                <Similar answer={answer} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Similar({ answer }: { answer: SharedAnswer }) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <details className="group py-2">
      <summary className="cursor-pointer rounded-sm break-words">
        <span dir="auto" lang={answer.question.language} className="group-open:font-medium">
          {answer.question.text}
        </span>
      </summary>
      <div className="mt-2 ps-4">
        <Worded words={answer.answer} />
        <p className="mt-1.5 flex flex-wrap gap-x-3 text-meta text-muted">
          {t('questions.askedBy', { asker: nameOf(answer.asker), answerer: nameOf(answer.answerer) })}
          {/* In a window of its own: the draft stays. */}
          <Link to={answer.to} target="_blank" rel="noopener" className="underline">
            {t('questions.openIt')}
          </Link>
        </p>
      </div>
    </details>
  );
}
