import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { PasswordInput } from './password-input.tsx';

type NewPasswordFieldsProps = { errorOf: (field: string) => string | undefined; signInName?: string | null };

/** A new password, twice. The hidden name lets password managers file it under the right account. */
export function NewPasswordFields({ errorOf, signInName }: NewPasswordFieldsProps) {
  const t = useT();
  return (
    <>
      {signInName && (
        <input type="text" name="username" autoComplete="username" value={signInName} readOnly hidden />
      )}
      <Field label={t('account.newPassword')} hint={t('account.newPasswordHint')} error={errorOf('password')}>
        <PasswordInput
          id="password"
          name="password"
          required
          minLength={10}
          maxLength={200}
          autoComplete="new-password"
          className="h-11"
        />
      </Field>
      <Field label={t('account.repeatPassword')} error={errorOf('repeated')}>
        <PasswordInput
          id="repeated"
          name="repeated"
          required
          minLength={10}
          maxLength={200}
          autoComplete="new-password"
          className="h-11"
        />
      </Field>
    </>
  );
}
