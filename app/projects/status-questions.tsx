import { Form, useActionData } from '@remix-run/react';
import { CircleHelp } from 'lucide-react';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { useFieldError } from '#app/shell/form-errors.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import type { StatusQuestion } from '#server/domain/projects/project.view.ts';
import type { action } from './status.route.tsx';

type StatusQuestionsProps = {
  questions: StatusQuestion[];
  mayAsk: boolean;
  audienceId: string;
  idempotencyKey: string;
};

/** What was asked on a status and waits for an answer, and the way to ask. The words stand among the comments. */
export function StatusQuestions({ questions, mayAsk, audienceId, idempotencyKey }: StatusQuestionsProps) {
  const t = useT();
  const format = useFormat();
  if (questions.length === 0 && !mayAsk) return null;
  return (
    <Card as="section" edgeToEdge className="mt-3 flex flex-col gap-4">
      {questions.length > 0 && (
        <ul aria-label={t('projects.openQuestions')} className="flex flex-col gap-4">
          {questions.map((question) => (
            <li key={question.id} className="flex items-start gap-2.5">
              <CircleHelp aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" />
              <div className="min-w-0 flex-1">
                <p className="break-words">
                  {t.rich('projects.askedAndAnswers', {
                    asker: <PersonLink key="asker" person={question.asker} />,
                    answerer: <PersonLink key="answerer" person={question.answerer} />,
                  })}
                </p>
                <p className="text-meta text-muted">
                  {question.dueAt && t('feed.answerDue', { when: format.due(question.dueAt) })}{' '}
                  <a href={`#comment-${question.id}`} className="underline underline-offset-2">
                    {t('projects.toQuestion')}
                  </a>
                </p>
                {question.mayAnswer && (
                  <QuestionForm
                    intent="answer"
                    questionId={question.id}
                    audienceId={audienceId}
                    idempotencyKey={`${idempotencyKey}-a`}
                    label={t('projects.answer')}
                    button={t('projects.sendAnswer')}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayAsk && (
        <details>
          <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
            {t('projects.ask')}
          </summary>
          <QuestionForm
            intent="ask"
            audienceId={audienceId}
            idempotencyKey={`${idempotencyKey}-q`}
            label={t('projects.question')}
            hint={t('projects.askHint')}
            button={t('projects.sendQuestion')}
          />
        </details>
      )}
    </Card>
  );
}

type QuestionFormProps = {
  intent: 'ask' | 'answer';
  questionId?: string;
  audienceId: string;
  idempotencyKey: string;
  label: string;
  hint?: string;
  button: string;
};

function QuestionForm({ intent, questionId, audienceId, idempotencyKey, ...words }: QuestionFormProps) {
  const answer = useActionData<typeof action>();
  const error = useFieldError(answer?.questionId === (questionId ?? '') ? answer.errors : undefined);
  return (
    <Form method="post" preventScrollReset key={idempotencyKey} className="mt-2 flex flex-col gap-2">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="questionId" value={questionId ?? ''} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field label={words.label} hint={words.hint} error={error('text') ?? error('form')}>
        <MentionTextArea name="text" required maxLength={2_000} rows={2} audienceId={audienceId} />
      </Field>
      <div>
        <Button type="submit">{words.button}</Button>
      </div>
    </Form>
  );
}
