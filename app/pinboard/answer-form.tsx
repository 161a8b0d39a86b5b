import { Form } from '@remix-run/react';
import { Reply } from 'lucide-react';
import { type FormEvent, Suspense, useState } from 'react';
import { LaterCommentFiles } from '#app/files/later-comment-files.ts';
import { fieldsOf } from '#app/shell/exchange.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import type { SendPin } from './use-pin-actions.ts';

type Props = {
  pin: PinView;
  /** Where the form goes without script. */
  action: string;
  send: SendPin;
};

/** The answer, and "won't answer"; opens without script. What was typed stays when sending fails. */
export function AnswerForm({ pin, action, send }: Props) {
  const t = useT();
  const [errors, setErrors] = useState<FormErrors | null>(null);
  const [sending, setSending] = useState(false);
  const [begun, setBegun] = useState(false);
  const [uploading, setUploading] = useState(false);
  const errorOf = useFieldError(errors ?? undefined);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending || uploading) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const fields = fieldsOf(new FormData(event.currentTarget, submitter));
    setSending(true);
    const found = await send(fields);
    setSending(false);
    setErrors(found);
  };
  return (
    <details className="group open:basis-full">
      <summary
        className={cn(
          buttonStyle({ size: 'sm' }),
          'w-fit list-none group-open:hidden [&::-webkit-details-marker]:hidden',
        )}
      >
        <Reply aria-hidden="true" className="rtl:-scale-x-100" />
        {t('pinboard.giveAnswer')}
      </summary>
      <Form
        method="post"
        action={action}
        onSubmit={onSubmit}
        onFocus={() => setBegun(true)}
        className="flex flex-col gap-2.5"
      >
        <input type="hidden" name="entryId" value={pin.entry.id} />
        <input type="hidden" name="idempotencyKey" value={`answer:${pin.entry.id}:${pin.answers.length}`} />
        <Field
          label={t('pinboard.yourAnswer')}
          error={errorOf('text') ?? errorOf('attachments') ?? errorOf('form')}
        >
          <TextArea id={`answer-${pin.entry.id}`} name="text" rows={2} maxLength={2000} />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            name="intent"
            value="answer"
            look="primary"
            size="sm"
            busy={sending}
            disabled={uploading}
          >
            {t('pinboard.sendAnswer')}
          </Button>
          {pin.abilities.decline && (
            <Button type="submit" name="intent" value="decline" look="quiet" size="sm" formNoValidate>
              {t('pinboard.decline')}
            </Button>
          )}
          {begun && (
            <Suspense fallback={null}>
              <LaterCommentFiles onBusy={setUploading} />
            </Suspense>
          )}
        </div>
      </Form>
    </details>
  );
}
