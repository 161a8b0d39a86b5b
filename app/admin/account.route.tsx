import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { FormRefusal } from '#app/account/form-refusal.tsx';
import { refused } from '#app/account/refusal.ts';
import { SettingsSection } from '#app/account/settings-section.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { PersonAvatar } from '#app/shell/person.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { SCOPES_OF } from '#server/domain/identity/identity.schema.ts';
import { AccessSection } from './access-section.tsx';
import { type AccountAnswer, changeAccount } from './change-account.ts';
import { GrantsSection } from './grants-section.tsx';
import { ROLE_NAMES } from './role-names.ts';
import { Slip } from './slip.tsx';
import { StateBadge } from './state-badge.tsx';

type Data = { account: { name: string } };
export const meta = titled<Data>((t, { account }) => account.name || t('common.nameWithheld'));

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { identity } = context.services;
  const account = await identity.accountDetail(actor, params.handle ?? '');
  return {
    account,
    choices: account.abilities.manage ? await identity.grantScopes(actor) : [],
    scopesOf: SCOPES_OF,
    companyName: context.config.companyName,
    address: context.config.appUrl,
  };
});

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { personId, handle } = await context.services.identity.accountDetail(actor, params.handle ?? '');
  const form = await request.formData();
  try {
    const answer = await changeAccount(context.services, actor, personId, form);
    if (!answer) return redirect(`/admin/accounts/${handle}`, 303);
    return data<AccountAnswer>(answer, { status: answer.slip ? 200 : 400 });
  } catch (error) {
    const { data: refusal, init } = refused(error, typedTexts(form));
    return data<AccountAnswer>(refusal, init ?? {});
  }
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

export default function Account() {
  const t = useT();
  const { account, choices, scopesOf, companyName, address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errorOf = useFieldError(answer?.errors);
  const name = account.name || t('common.nameWithheld');
  const person = { id: account.personId, handle: account.handle, name: account.name, photo: account.photo };
  const { abilities } = account;
  /** What was typed into one of the forms and refused. */
  const typedIn = (intent: string) => (answer?.values.intent === intent ? answer.values : undefined);
  return (
    <Page>
      <p className="mb-3 px-4 md:px-0 print:hidden">
        <BackLink to="/admin/accounts">{t('admin.accounts')}</BackLink>
      </p>
      <header className="mb-5 flex items-center gap-4 px-4 md:px-0 print:hidden">
        <PersonAvatar person={person} size="lg" />
        <div className="min-w-0 flex-1">
          <h1 className="text-title font-semibold break-words" dir="auto">
            {name}
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-muted">
            <StateBadge state={account.state} />
            {[account.personnelNumber, account.siteName].filter(Boolean).join(' · ')}
            <Link to={`/people/${account.handle}`} className="text-brand-ink underline underline-offset-2">
              {t('admin.profile')}
            </Link>
          </p>
        </div>
      </header>
      <div className="flex flex-col gap-5">
        {answer && !answer.slip && (
          <div className="px-4 md:px-0">
            <FormRefusal refusal={answer} />
          </div>
        )}
        {answer?.slip && (
          <div className="px-4 md:px-0">
            <Slip slip={answer.slip} name={name} companyName={companyName} address={address} />
          </div>
        )}
        <div className="contents print:hidden">
          <AccessSection {...account} errors={answer?.errors} values={typedIn('invite')} />
          {abilities.manage && account.state !== 'none' && (
            <SettingsSection id="account" title={t('admin.signIn')} text={t('admin.signInText')}>
              <Form method="post" className="grid gap-4 sm:grid-cols-2">
                <Field label={t('account.email')} error={errorOf('email')}>
                  <TextInput
                    id={account.state === 'invited' ? 'account-email' : 'email'}
                    name="email"
                    type="email"
                    maxLength={254}
                    autoComplete="off"
                    defaultValue={typedIn('account')?.email ?? account.email ?? ''}
                  />
                </Field>
                <Field label={t('admin.role')} error={errorOf('role')}>
                  <Select id="role" name="role" defaultValue={typedIn('account')?.role ?? account.role}>
                    {abilities.roles.map((role) => (
                      <option key={role} value={role}>
                        {t(ROLE_NAMES[role])}
                      </option>
                    ))}
                  </Select>
                </Field>
                <div className="sm:col-span-2">
                  <Button type="submit" name="intent" value="account">
                    {t('common.save')}
                  </Button>
                </div>
              </Form>
            </SettingsSection>
          )}
          {abilities.end && (
            <SettingsSection id="end" title={t('admin.end')} text={t('admin.endText')}>
              <Form method="post" className="flex flex-wrap items-end gap-3">
                <Field label={t('admin.endDay')} error={errorOf('endsOn')}>
                  <TextInput
                    id="endsOn"
                    name="endsOn"
                    type="date"
                    defaultValue={typedIn('end')?.endsOn ?? account.endsOn ?? ''}
                  />
                </Field>
                <Button type="submit" name="intent" value="end" className="h-10">
                  {t('common.save')}
                </Button>
              </Form>
            </SettingsSection>
          )}
          {abilities.manage && (
            <GrantsSection
              grants={account.grants}
              choices={choices}
              scopesOf={scopesOf}
              errors={answer?.errors}
              values={typedIn('grant')}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
