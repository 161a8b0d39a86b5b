import { Form } from '@remix-run/react';
import { Mail, Printer } from 'lucide-react';
import { SettingsSection } from '#app/account/settings-section.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type AccessSectionProps = {
  state: string;
  email: string | null;
  personnelNumber: string | null;
  abilities: { manage: boolean; reset: boolean };
  errors: FormErrors | undefined;
  /** What was typed and refused. */
  values: Record<string, string> | undefined;
};

/** The way in: inviting, resetting, suspending; what is offered follows from where the account stands. */
export function AccessSection({
  state,
  email,
  personnelNumber,
  abilities,
  errors,
  values,
}: AccessSectionProps) {
  const t = useT();
  const errorOf = useFieldError(errors);
  const mayInvite = abilities.manage && (state === 'none' || state === 'invited');
  const maySuspend = abilities.manage && (state === 'active' || state === 'suspended');
  return (
    <SettingsSection id="access" title={t('admin.access')} text={t(textOf(state))}>
      {mayInvite && (
        <Form method="post" className="flex flex-col gap-4">
          <Field
            label={t('account.email')}
            hint={
              personnelNumber ? t('admin.emailOptional', { number: personnelNumber }) : t('admin.emailNeeded')
            }
            error={errorOf('email')}
          >
            <TextInput
              id="email"
              name="email"
              type="email"
              maxLength={254}
              autoComplete="off"
              defaultValue={values?.email ?? email ?? ''}
            />
          </Field>
          <input type="hidden" name="intent" value="invite" />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" name="by" value="mail" look="primary">
              <Mail aria-hidden="true" />
              {t(state === 'invited' ? 'admin.inviteAgainByMail' : 'admin.inviteByMail')}
            </Button>
            <Button type="submit" name="by" value="slip">
              <Printer aria-hidden="true" />
              {t('admin.invitePrinted')}
            </Button>
          </div>
        </Form>
      )}
      <div className="flex flex-wrap gap-2">
        {abilities.reset && (
          <Form method="post">
            <Button type="submit" name="intent" value="reset">
              <Printer aria-hidden="true" />
              {t('admin.printReset')}
            </Button>
          </Form>
        )}
        {maySuspend && (
          <Form method="post">
            <input type="hidden" name="suspended" value={state === 'active' ? 'yes' : 'no'} />
            <Button type="submit" name="intent" value="suspend">
              {t(state === 'active' ? 'admin.suspend' : 'admin.letInAgain')}
            </Button>
          </Form>
        )}
      </div>
    </SettingsSection>
  );
}

function textOf(state: string) {
  if (state === 'none') return 'admin.accessNone' as const;
  if (state === 'invited') return 'admin.accessInvited' as const;
  if (state === 'suspended') return 'admin.accessSuspended' as const;
  if (state === 'ended') return 'admin.accessEnded' as const;
  return 'admin.accessActive' as const;
}
