import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Refused } from './moderation-action.ts';

type Props = {
  entryId: string;
  /** This very form as it was sent, with what was wrong. */
  failed: Refused | undefined;
  /** The buttons, one a decision. */
  children: ReactNode;
};

/** A moderator's decision about an entry; it always takes a reason. */
export function DecisionForm({ entryId, failed, children }: Props) {
  const t = useT();
  const errorOf = useFieldError(failed?.errors);
  return (
    <Form method="post" className="mt-3 flex flex-wrap items-end gap-2">
      <input type="hidden" name="entryId" value={entryId} />
      <Field
        label={t('moderation.decision')}
        error={errorOf('reason')}
        className="min-w-52 flex-1 max-sm:basis-full"
      >
        <TextInput name="reason" required maxLength={500} defaultValue={failed?.values.reason} />
      </Field>
      {children}
    </Form>
  );
}
