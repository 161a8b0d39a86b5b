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
import type { Done } from './edit-desk.ts';
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
  children?: (errorOf: (field: string) => string | undefined) => ReactNode;
};

type Step = { errors: FormErrors } | { fields: Record<string, string>; consequences: Consequence[] } | null;

/** One edit in two steps: what shall be different and from when, then what follows from it, and only then it is done. */
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
  const [step, setStep] = useState<Step>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = useFieldError(step && 'errors' in step ? step.errors : undefined);

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
    void ask('preview', { ...fieldsOf(new FormData(event.currentTarget)), ...hidden, edit });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the form comes
  useEffect(() => {
    if (atOnce) void ask('preview', { ...hidden, from, edit });
  }, []);

  const looking = step && 'consequences' in step ? step : null;
  return (
    <>
      {/* Hidden, not gone: who goes back finds what they had filled in. */}
      <form onSubmit={onSubmit} noValidate hidden={looking !== null} className="flex flex-col gap-3">
        {errorOf('form') && <Notice tone="bad">{errorOf('form')}</Notice>}
        {children?.(errorOf)}
        <Field label={t('orgEdit.from')} error={errorOf('from')}>
          <TextInput key={from} type="date" name="from" defaultValue={from} min={from} />
        </Field>
        <Button type="submit" busy={busy}>
          {t('orgEdit.preview')}
        </Button>
      </form>
      {looking && (
        <Consequences
          found={looking.consequences}
          busy={busy}
          danger={danger}
          onApply={() => void ask('apply', looking.fields)}
          onBack={() => setStep(null)}
        />
      )}
    </>
  );
}
