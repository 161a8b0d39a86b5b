import { Form } from '@remix-run/react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { FormRefusal } from './form-refusal.tsx';
import { NewPasswordFields } from './new-password-fields.tsx';
import { PasswordInput } from './password-input.tsx';
import type { Refusal } from './refusal.ts';

type PasswordFormProps = {
  changedAt: string | null;
  signInName: string | null;
  refusal: Refusal | undefined;
};

/** The current password, then the new one twice. */
export function PasswordForm({ changedAt, signInName, refusal }: PasswordFormProps) {
  const t = useT();
  const errorOf = useFieldError(refusal?.errors);
  return (
    <Form
      method="post"
      action="/settings#password-change"
      reloadDocument
      className="flex max-w-96 flex-col gap-4"
    >
      <FormRefusal refusal={refusal} />
      {changedAt && (
        <p className="text-meta text-muted">
          {t.rich('account.lastChanged', { when: <Time at={changedAt} /> })}
        </p>
      )}
      <Field label={t('account.currentPassword')} error={errorOf('current')}>
        <PasswordInput
          id="current"
          name="current"
          required
          maxLength={200}
          autoComplete="current-password"
          className="h-11"
        />
      </Field>
      <NewPasswordFields errorOf={errorOf} signInName={signInName} />
      <div>
        <Button type="submit" name="intent" value="password" look="primary">
          {t('account.changePassword')}
        </Button>
      </div>
    </Form>
  );
}
