import { Link } from '@remix-run/react';
import { CircleHelp } from 'lucide-react';
import { Dotted, Time, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { QuestionResult } from '#server/domain/search/search.view.ts';
import { Marked } from './marked.tsx';
import { ROW, TITLE } from './result-style.ts';

/** What was asked and answered on a pinboard. */
export function QuestionRow({ result }: { result: QuestionResult }) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <div className={ROW}>
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunk text-soft">
        <CircleHelp aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0">
        <h2 dir="auto">
          <Link to={result.to} className={TITLE}>
            <Marked segments={result.question} />
          </Link>
        </h2>
        <p className="text-meta text-muted">
          <Dotted
            parts={[
              t('search.answeredBy', { name: nameOf(result.answerer) }),
              <Time key="at" at={result.at} />,
            ]}
          />
        </p>
        <p dir="auto" className="mt-1 line-clamp-3 break-words text-soft">
          <Marked segments={result.answer} />
        </p>
      </div>
    </div>
  );
}
