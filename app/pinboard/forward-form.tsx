import { Form } from '@remix-run/react';
import { Forward } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMentionCandidates } from '#app/conversation/use-mention-candidates.ts';
import { fieldsOf } from '#app/shell/exchange.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import type { SendPin } from './use-pin-actions.ts';

type Props = {
  pin: PinView;
  /** Where the form goes without script. */
  action: string;
  send: SendPin;
};

/** Hands a question on to a colleague; opens without script, and says before that whoever asked is told. */
export function ForwardForm({ pin, action, send }: Props) {
  const t = useT();
  const nameOf = usePersonName();
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<FormErrors | null>(null);
  const [sending, setSending] = useState(false);
  const errorOf = useFieldError(errors ?? undefined);
  const found = useMentionCandidates(typed.trim());
  const field = `forward-${pin.entry.id}`;
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const fields = fieldsOf(new FormData(event.currentTarget));
    setSending(true);
    const faults = await send(fields);
    setSending(false);
    setErrors(faults);
    if (faults === null) setTyped('');
  };
  return (
    <details className="group open:basis-full">
      <summary
        className={cn(
          buttonStyle({ size: 'sm', look: 'quiet' }),
          'w-fit list-none group-open:hidden [&::-webkit-details-marker]:hidden',
        )}
      >
        <Forward aria-hidden="true" className="rtl:-scale-x-100" />
        {t('pinboard.forward')}
      </summary>
      <Form method="post" action={action} onSubmit={onSubmit} className="flex flex-col gap-2.5">
        <input type="hidden" name="intent" value="forward" />
        <input type="hidden" name="entryId" value={pin.entry.id} />
        <Field
          label={t('pinboard.forwardTo')}
          hint={t('pinboard.forwardHint', { name: nameOf(pin.entry.author) })}
          error={errorOf('to') ?? errorOf('form')}
        >
          <TextInput
            id={field}
            name="to"
            list={`${field}-found`}
            required
            maxLength={200}
            autoComplete="off"
            placeholder={t('pinboard.forwardPlaceholder')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <datalist id={`${field}-found`}>
          {found.map((person) => (
            <option key={person.personId} value={`${person.name} · @${person.handle}`}>
              {person.detail}
            </option>
          ))}
        </datalist>
        <Button type="submit" look="primary" size="sm" busy={sending} className="w-fit">
          {t('pinboard.forwardIt')}
        </Button>
      </Form>
    </details>
  );
}
