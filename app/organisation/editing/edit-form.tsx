import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { fieldsOf } from '#app/shell/exchange.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Consequence } from '#server/domain/organisation/editing/consequences.ts';
import { Consequences } from './consequences.tsx';
import type { Choice, Done, PlainAnswer } from './edit-desk.ts';
import { usePlainAnswer } from './plain-answer.ts';
import type { Send } from './use-edit-desk.ts';

type EditFormProps = {
  /** `move`, `fill` …: what the edit is called. */
  edit: string;
  /** What does not stand in a field: the seat, its version. */
  hidden: Record<string, string>;
  /** First day that it may take effect on. */
  from: string;
  send: Send;
  onDone: (done: Done, edit: string) => void;
  danger?: boolean;
  /** Says at once what follows, as all that it takes is said. */
  atOnce?: boolean;
  children?: (help: FormHelp) => ReactNode;
};

/** What the fields of a form need to know. */
export type FormHelp = {
  errorOf: (field: string) => string | undefined;
  /** What stands in a field: what was typed, when the form comes back, else what is usual. */
  typed: (field: string, usual?: string | null) => string;
  /** The same for a field that finds one of many. */
  picked: (field: string, usual?: Choice | null) => { initial: Choice | null; choices?: Choice[] };
};

type Step = { errors: FormErrors } | { fields: Record<string, string>; consequences: Consequence[] } | null;

/**
 * One edit in two steps: what shall be different and from when, then what follows from it, and only then it is done.
 * Without script each step is a page (seat.route.tsx).
 */
export function EditForm({
  edit,
  hidden,
  from,
  send,
  onDone,
  danger = false,
  atOnce = false,
  children,
}: EditFormProps) {
  const t = useT();
  const asked = usePlainAnswer(edit, hidden);
  const [step, setStep] = useState<Step>(stepAfter(asked));
  const [busy, setBusy] = useState(false);
  const errorOf = useFieldError(step && 'errors' in step ? step.errors : undefined);
  const help = helpFrom(asked, errorOf);

  const ask = async (intent: 'preview' | 'apply', fields: Record<string, string>) => {
    setBusy(true);
    const answer = await send({ ...fields, intent });
    setBusy(false);
    if ('failure' in answer) setStep({ errors: { form: [answer.failure] } });
    else if ('errors' in answer) setStep({ errors: answer.errors });
    else if ('preview' in answer) setStep({ fields, consequences: answer.preview });
    else if ('done' in answer) {
      setStep(null);
      onDone(answer.done, edit);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void ask('preview', fieldsOf(new FormData(event.currentTarget)));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the form comes
  useEffect(() => {
    if (atOnce) void ask('preview', { ...hidden, from, edit });
  }, []);

  const looking = step && 'consequences' in step ? step : null;
  return (
    <>
      {/* Hidden, not gone: who goes back finds what they had filled in. */}
      <form
        method="post"
        onSubmit={onSubmit}
        noValidate
        hidden={looking !== null}
        className="flex flex-col gap-3"
      >
        {Object.entries({ ...hidden, edit }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {errorOf('form') && <Notice tone="bad">{errorOf('form')}</Notice>}
        {children?.(help)}
        <Field label={t('orgEdit.from')} error={errorOf('from')}>
          <TextInput key={from} type="date" name="from" defaultValue={help.typed('from', from)} min={from} />
        </Field>
        <Button type="submit" name="intent" value="preview" busy={busy}>
          {t('orgEdit.preview')}
        </Button>
      </form>
      {looking && (
        <Consequences
          found={looking.consequences}
          fields={looking.fields}
          busy={busy}
          danger={danger}
          onApply={() => void ask('apply', looking.fields)}
          onBack={() => setStep(null)}
        />
      )}
    </>
  );
}

function stepAfter(asked: PlainAnswer | null): Step {
  if (asked?.preview) return { fields: asked.values, consequences: asked.preview };
  return asked?.errors ? { errors: asked.errors } : null;
}

function helpFrom(asked: PlainAnswer | null, errorOf: FormHelp['errorOf']): FormHelp {
  return {
    errorOf,
    typed: (field, usual) => asked?.values[field] ?? usual ?? '',
    picked: (field, usual = null) => {
      if (!asked) return { initial: usual };
      const label = asked.values[`${field}Text`] ?? '';
      return {
        initial: label ? { id: asked.values[field] ?? '', label, detail: '' } : null,
        choices: asked.choices?.[field],
      };
    },
  };
}
