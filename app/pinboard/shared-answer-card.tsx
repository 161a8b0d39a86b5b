import { Link } from '@remix-run/react';
import { StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import { Card } from '#app/ui/card.tsx';
import type { SharedAnswer, Words } from '#server/domain/pinboard/shared-answer.view.ts';

type Props = {
  answer: SharedAnswer;
  /** On its own page: no link to itself. */
  alone?: boolean;
  /** To take one's consent back. */
  children?: ReactNode;
};

/** A question and its answer, as those find it who may wonder the same. */
export function SharedAnswerCard({ answer, alone = false, children }: Props) {
  const t = useT();
  const asked = <Worded words={answer.question} className="text-lead font-semibold" />;
  return (
    <Card as="article" edgeToEdge aria-labelledby={`question-${answer.id}`}>
      <h2 id={`question-${answer.id}`}>
        {alone ? (
          asked
        ) : (
          <Link to={`/questions/${answer.id}`} prefetch="intent" className="block rounded-sm hover:underline">
            <span dir="auto" lang={answer.question.language} className="text-lead font-semibold break-words">
              {answer.question.text}
            </span>
          </Link>
        )}
      </h2>
      <div className="mt-2 rounded-lg bg-sunk p-3.5">
        <Worded words={answer.answer} />
      </div>
      <p className="mt-2.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-muted">
        <span>
          {t.rich('questions.askedBy', {
            asker: <PersonLink person={answer.asker} className="text-soft" />,
            answerer: <PersonLink person={answer.answerer} className="text-soft" />,
          })}{' '}
          · <Time at={answer.at} />
        </span>
        {answer.pin && (
          <Link to={answer.pin} className="ms-auto inline-flex items-center gap-1.5 hover:underline">
            <StickyNote aria-hidden="true" className="size-4" />
            {t('questions.onBoard')}
          </Link>
        )}
      </p>
      {children}
    </Card>
  );
}

/** A text in its language, rendered and escaped by the server. */
export function Worded({ words, className = '' }: { words: Words; className?: string }) {
  return (
    <div
      lang={words.language}
      dir="auto"
      className={`prose-body ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and escaped by the server (conversation/render-body.ts)
      dangerouslySetInnerHTML={{ __html: words.html }}
    />
  );
}
