import { useFetcher } from '@remix-run/react';
import { Reply } from 'lucide-react';
import { useFieldError } from '#app/shell/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import type { PinAnswer } from './pin-action.ts';

/** The answer, and "won't answer"; opens without script. */
export function AnswerForm({ pin, action }: { pin: PinView; action: string }) {
  const t = useT();
  const fetcher = useFetcher<PinAnswer>();
  const failed = fetcher.data && !fetcher.data.ok ? fetcher.data : undefined;
  const errorOf = useFieldError(failed?.errors);
  const busy = fetcher.state !== 'idle';
  return (
    <details className="group mt-3">
      <summary
        className={cn(
          buttonStyle({ size: 'sm' }),
          'w-fit list-none group-open:hidden [&::-webkit-details-marker]:hidden',
        )}
      >
        <Reply aria-hidden="true" className="rtl:-scale-x-100" />
        {t('pinboard.giveAnswer')}
      </summary>
      <fetcher.Form method="post" action={action} className="flex flex-col gap-2.5">
        <input type="hidden" name="entryId" value={pin.entry.id} />
        <input type="hidden" name="idempotencyKey" value={`answer:${pin.entry.id}:${pin.answers.length}`} />
        <Field label={t('pinboard.yourAnswer')} error={errorOf('text') ?? errorOf('form')}>
          <TextArea
            id={`answer-${pin.entry.id}`}
            name="text"
            rows={2}
            maxLength={2000}
            defaultValue={failed?.values?.text}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="intent" value="answer" look="primary" size="sm" busy={busy}>
            {t('pinboard.sendAnswer')}
          </Button>
          {pin.abilities.decline && (
            <Button type="submit" name="intent" value="decline" look="quiet" size="sm" formNoValidate>
              {t('pinboard.decline')}
            </Button>
          )}
        </div>
      </fetcher.Form>
    </details>
  );
}
