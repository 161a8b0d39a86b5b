import { Form } from '@remix-run/react';
import { type FormEvent, useRef, useState } from 'react';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { useBackOn } from '#app/people/away.tsx';
import { fieldsOf } from '#app/shell/exchange.ts';
import type { FormDraft } from '#app/shell/forms/form-draft.ts';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { newKey } from '#app/shell/forms/new-key.ts';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useKeptForm } from '#app/shell/forms/use-kept-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { cn } from '#app/ui/cn.ts';
import { FieldError } from '#app/ui/field-error.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { BoardView } from '#server/domain/pinboard/pin.view.ts';
import type { PinKindName, PinVisibilityName } from '#server/domain/pinboard/pinboard.schema.ts';
import { Choices } from './choices.tsx';
import type { PinAnswer } from './pin-action.ts';
import { KIND_WORDS, VISIBILITY_WORDS } from './pin-words.ts';
import { SimilarQuestions } from './similar-questions.tsx';
import type { SendPin } from './use-pin-actions.ts';

/** As the server counts; the schema has the last word. */
const TEXT_MAX = 500;
const SHOW_COUNT_FROM = 350;
const KINDS: readonly PinKindName[] = ['question', 'note', 'thanks'];

const isBegun = ({ text }: FormDraft) => Boolean(text?.trim());

type ComposerProps = {
  board: BoardView;
  name: string;
  /** Who answers in the owner's place until then. */
  awayUntil: string | null;
  now: string;
  /** Made by the server for each page: a nervous finger pins once. */
  idempotencyKey: string;
  /** Where this browser keeps what is written; null on a shared terminal. */
  draftKey: string | null;
  send: SendPin;
  /** Without script the page comes back with what was wrong. */
  answer?: PinAnswer | undefined;
};

/** Leaves a question, a note or thanks; says who will see it before it is sent. */
export function Composer(props: ComposerProps) {
  const { board, name, awayUntil, now, idempotencyKey, draftKey, send, answer } = props;
  const t = useT();
  const toast = useToast();
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const failed = answer?.intent === 'place' && !answer.ok ? answer : undefined;
  const [key, setKey] = useState(failed?.values?.idempotencyKey ?? idempotencyKey);
  const [errors, setErrors] = useState<FormErrors | null>(failed?.errors ?? null);
  const [kind, setKind] = useState<PinKindName>((failed?.values?.kind as PinKindName) ?? 'question');
  const [visibility, setVisibility] = useState<PinVisibilityName>(
    (failed?.values?.visibility as PinVisibilityName) ?? 'two',
  );
  const [typed, setTyped] = useState(failed?.values?.text ?? '');
  const [sending, setSending] = useState(false);
  const errorOf = useFieldError(errors ?? undefined);
  const draft = useKeptForm({
    isBegun,
    form,
    key: draftKey,
    area,
    onRestored: ({ text = '', kind, visibility, idempotencyKey: sent }) => {
      if (area.current) area.current.value = text;
      setTyped(text);
      setKind(KINDS.find((one) => one === kind) ?? 'question');
      setVisibility(board.visibilities.find((one) => one === visibility) ?? 'two');
      setKey(sent ?? idempotencyKey);
    },
  });

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending) return;
    const fields = fieldsOf(new FormData(event.currentTarget));
    setSending(true);
    const found = await send(fields);
    setSending(false);
    setErrors(found);
    if (found !== null) return;
    // Cleared only once the server has it.
    if (area.current) area.current.value = '';
    draft.forget();
    setTyped('');
    setKey(newKey());
    toast({ text: t('pinboard.pinned', { name }), tone: 'ok' });
  }
  function onInput(event: FormEvent<HTMLTextAreaElement>) {
    setTyped(event.currentTarget.value);
  }

  return (
    <Card edgeToEdge>
      <Form
        ref={form}
        method="post"
        action="?index"
        onSubmit={onSubmit}
        onInput={draft.keep}
        className="flex flex-col gap-3"
      >
        <input type="hidden" name="intent" value="place" />
        <input type="hidden" name="ownerId" value={board.ownerId} />
        <input type="hidden" name="idempotencyKey" value={key} />
        <Choices
          legend={t('pinboard.whatKind')}
          name="kind"
          value={kind}
          onChange={setKind}
          choices={KINDS.map((value) => ({
            value,
            icon: KIND_WORDS[value].icon,
            label: t(KIND_WORDS[value].label),
          }))}
        />
        <MentionTextArea
          ref={area}
          plain
          id="text"
          name="text"
          required
          rows={2}
          maxLength={TEXT_MAX}
          defaultValue={failed?.values?.text}
          onInput={onInput}
          aria-label={t(KIND_WORDS[kind].placeholder, { name })}
          aria-describedby="pin-told"
          aria-invalid={errorOf('text') ? true : undefined}
          placeholder={t(KIND_WORDS[kind].placeholder, { name })}
          className="max-h-[50vh] resize-none"
        />
        {errorOf('text') && <FieldError id="text-error">{errorOf('text')}</FieldError>}
        {kind === 'question' && <SimilarQuestions typed={typed} />}
        {errors?.form && <FormErrorSummary errors={{ form: errors.form }} />}
        <Choices
          legend={t('pinboard.whoSees')}
          name="visibility"
          value={visibility}
          onChange={setVisibility}
          quiet
          choices={board.visibilities.map((value) => ({
            value,
            icon: VISIBILITY_WORDS[value].icon,
            label: t(VISIBILITY_WORDS[value].label, { name, unit: board.unitName ?? '' }),
          }))}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p id="pin-told" className="min-w-0 flex-1 text-meta text-muted">
            <Told
              board={board}
              kind={kind}
              visibility={visibility}
              name={name}
              awayUntil={awayUntil}
              now={now}
            />
          </p>
          <span className="flex items-center gap-3">
            <span
              aria-live="polite"
              className={cn(
                'text-meta tabular-nums',
                typed.length >= TEXT_MAX ? 'font-medium text-bad' : 'text-muted',
              )}
            >
              {typed.length >= SHOW_COUNT_FROM && t('pinboard.left', { count: TEXT_MAX - typed.length })}
            </span>
            <Button type="submit" look="primary" busy={sending}>
              {t('pinboard.pinIt')}
            </Button>
          </span>
        </div>
      </Form>
    </Card>
  );
}

type ToldProps = Pick<ComposerProps, 'board' | 'name' | 'awayUntil' | 'now'> & {
  kind: PinKindName;
  visibility: PinVisibilityName;
};

/** "Everyone can see it · Jonas will be asked while Mara is away" */
function Told({ board, kind, visibility, name, awayUntil, now }: ToldProps) {
  const t = useT();
  const backOn = useBackOn();
  const { standIn } = board;
  const asked = kind === 'question' && standIn;
  const told = t(VISIBILITY_WORDS[visibility].told, { name, unit: board.unitName ?? '' });
  if (!asked) {
    // The owner is away and nobody stands in: better to know before asking.
    const waits = kind === 'question' && awayUntil;
    return waits ? `${told} · ${t('pinboard.waitsUntil', { name, day: backOn(awayUntil, now) })}` : told;
  }
  const who = standIn.shortName;
  const sees = visibility === 'two' ? t('pinboard.toldThree', { name, other: who }) : told;
  return `${sees} · ${t('pinboard.willBeAsked', { other: who, name })}`;
}
