import { NewPasswordFields } from '#app/account/new-password-fields.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type AdministratorFieldsProps = {
  values: Record<string, string>;
  errorOf: (field: string) => string | undefined;
};

/** Who opens the house: the first administrator. */
export function AdministratorFields({ values, errorOf }: AdministratorFieldsProps) {
  const t = useT();
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('setup.givenName')} error={errorOf('givenName')}>
          <TextInput
            id="givenName"
            name="givenName"
            required
            maxLength={80}
            autoComplete="given-name"
            defaultValue={values.givenName}
            className="h-11"
          />
        </Field>
        <Field label={t('setup.familyName')} error={errorOf('familyName')}>
          <TextInput
            id="familyName"
            name="familyName"
            required
            maxLength={80}
            autoComplete="family-name"
            defaultValue={values.familyName}
            className="h-11"
          />
        </Field>
      </div>
      <Field label={t('account.email')} hint={t('setup.emailHint')} error={errorOf('email')}>
        <TextInput
          id="email"
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="username"
          defaultValue={values.email}
          className="h-11"
        />
      </Field>
      <NewPasswordFields errorOf={errorOf} />
    </>
  );
}
