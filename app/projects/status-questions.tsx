import { Form, useActionData } from '@remix-run/react';
import { CircleCheck, CircleHelp, CircleMinus } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { LaterCommentFiles } from '#app/files/later-comment-files.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import { Badge } from '#app/ui/badge.tsx';
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

/** What was asked on a status and how it stands, and the way to ask. The words stand among the comments. */
export function StatusQuestions({ questions, mayAsk, audienceId, idempotencyKey }: StatusQuestionsProps) {
  const t = useT();
  if (questions.length === 0 && !mayAsk) return null;
  return (
    <Card as="section" edgeToEdge className="mt-3 flex flex-col gap-4" aria-label={t('projects.questions')}>
      {questions.length > 0 && (
        <ul aria-label={t('projects.questions')} className="flex flex-col gap-4">
          {questions.map((question) => (
            <QuestionRow
              key={question.id}
              question={question}
              audienceId={audienceId}
              idempotencyKey={idempotencyKey}
            />
          ))}
        </ul>
      )}
      {mayAsk && (
        <Folded word="projects.ask" intent="ask" questionId="">
          <QuestionForm
            intent="ask"
            audienceId={audienceId}
            idempotencyKey={`${idempotencyKey}-q`}
            label={t('projects.question')}
            hint={t('projects.askHint')}
            button={t('projects.sendQuestion')}
          />
        </Folded>
      )}
    </Card>
  );
}

const SUMMARY = 'w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink';
const ICONS = {
  open: { icon: CircleHelp, colour: 'text-warn' },
  answered: { icon: CircleCheck, colour: 'text-ok' },
  declined: { icon: CircleMinus, colour: 'text-muted' },
  expired: { icon: CircleMinus, colour: 'text-muted' },
} as const;

type QuestionRowProps = { question: StatusQuestion; audienceId: string; idempotencyKey: string };

function QuestionRow({ question, audienceId, idempotencyKey }: QuestionRowProps) {
  const t = useT();
  const format = useFormat();
  const { state, dueAt, answerId } = question;
  const { icon: Icon, colour } = ICONS[state];
  const asker = <PersonLink key="asker" person={question.asker} />;
  const form = { questionId: question.id, audienceId };
  const answer = (
    <QuestionForm
      {...form}
      intent="answer"
      idempotencyKey={`${idempotencyKey}-a`}
      label={t('projects.answer')}
      button={t('projects.sendAnswer')}
    />
  );
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          {state === 'open'
            ? t.rich('projects.asked', {
                asker,
                answerer: <PersonLink key="answerer" person={question.answerer} />,
              })
            : t.rich('projects.askedBy', { asker })}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-muted">
          {state !== 'open' && (
            <Badge tone={state === 'answered' ? 'ok' : undefined}>{t(`projects.${state}`)}</Badge>
          )}
          {dueAt && <span>{t('feed.answerDue', { when: format.due(dueAt) })}</span>}
          <a href={`#comment-${question.id}`} className="underline underline-offset-2">
            {t('projects.toQuestion')}
          </a>
          {answerId && (
            <a href={`#comment-${answerId}`} className="underline underline-offset-2">
              {t(state === 'answered' ? 'projects.toAnswer' : 'projects.toReason')}
            </a>
          )}
        </p>
        {question.mayAnswer &&
          (state === 'open' ? (
            answer
          ) : (
            <Folded word="projects.answer" intent="answer" questionId={question.id}>
              {answer}
            </Folded>
          ))}
        {question.mayDecline && (
          <Folded word="projects.decline" intent="decline" questionId={question.id}>
            <QuestionForm
              {...form}
              intent="decline"
              idempotencyKey={`${idempotencyKey}-d`}
              label={t('projects.declineReason')}
              hint={t('projects.declineReasonHint')}
              button={t('projects.sendDecline')}
            />
          </Folded>
        )}
      </div>
    </li>
  );
}

type FoldedProps = {
  word: 'projects.ask' | 'projects.answer' | 'projects.decline';
  intent: string;
  questionId: string;
  children: ReactNode;
};

/** Out of the way until it is wanted, and open again where what was sent was wrong. */
function Folded({ word, intent, questionId, children }: FoldedProps) {
  const t = useT();
  const answer = useActionData<typeof action>();
  const failed = answer?.intent === intent && answer.questionId === questionId;
  return (
    <details className="mt-2" open={failed || undefined}>
      <summary className={SUMMARY}>{t(word)}</summary>
      {children}
    </details>
  );
}

type QuestionFormProps = {
  intent: 'ask' | 'answer' | 'decline';
  questionId?: string;
  audienceId: string;
  idempotencyKey: string;
  label: string;
  hint?: string;
  button: string;
};

function QuestionForm({ intent, questionId, audienceId, idempotencyKey, ...words }: QuestionFormProps) {
  const answer = useActionData<typeof action>();
  const own = answer?.intent === intent && answer.questionId === (questionId ?? '') ? answer : undefined;
  const error = useFieldError(own?.errors);
  const [begun, setBegun] = useState(false);
  const [uploading, setUploading] = useState(false);
  return (
    <Form
      method="post"
      preventScrollReset
      key={idempotencyKey}
      onFocus={() => setBegun(true)}
      className="mt-2 flex flex-col gap-2"
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="questionId" value={questionId ?? ''} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field
        label={words.label}
        hint={words.hint}
        error={error('text') ?? error('attachments') ?? error('form')}
      >
        <MentionTextArea
          name="text"
          required
          maxLength={2_000}
          rows={2}
          audienceId={audienceId}
          defaultValue={own?.values.text}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={uploading}>
          {words.button}
        </Button>
        {begun && (
          <Suspense fallback={null}>
            <LaterCommentFiles onBusy={setUploading} />
          </Suspense>
        )}
      </div>
    </Form>
  );
}
