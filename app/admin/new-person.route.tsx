import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Mail, Printer } from 'lucide-react';
import { FormRefusal } from '#app/account/form-refusal.tsx';
import { type Refusal, refused } from '#app/account/refusal.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { newPersonSchema } from '#server/domain/identity/identity.schema.ts';
import { type IssuedSlip, Slip } from './slip.tsx';

export const meta = titled((t) => t('admin.addPerson'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  // The scopes' own check keeps out who may not add anybody.
  await context.services.identity.grantScopes(actor);
  const sites = await context.services.organisation.sites();
  return {
    sites: sites.map(({ id, name }) => ({ id, name })),
    companyName: context.config.companyName,
    address: context.config.appUrl,
  };
});

type Answer = Refusal & { added?: { handle: string; name: string; slip: IssuedSlip } };

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const parsed = parseForm(newPersonSchema, form);
  if (!parsed.ok) return data<Answer>({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  try {
    const { handle, issued } = await context.services.identity.addColleague(actor, parsed.value);
    const slip: IssuedSlip = {
      kind: 'invitation',
      code: issued.code,
      expiresAt: issued.expiresAt.toISOString(),
      mailed: issued.mailed,
    };
    const name = `${parsed.value.givenName} ${parsed.value.familyName}`;
    return data<Answer>({ errors: {}, values: {}, added: { handle, name, slip } });
  } catch (error) {
    const { data: refusal, init } = refused(error, typedTexts(form));
    return data<Answer>(refusal, init ?? {});
  }
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

export default function NewPerson() {
  const t = useT();
  const { sites, companyName, address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errorOf = useFieldError(answer?.errors);
  const values = answer?.values ?? {};
  const back = (
    <p className="mb-3 px-4 md:px-0 print:hidden">
      <BackLink to="/admin/accounts">{t('admin.accounts')}</BackLink>
    </p>
  );
  if (answer?.added) {
    const { added } = answer;
    return (
      <Page>
        {back}
        <div className="flex flex-col gap-5 px-4 md:px-0">
          <h1 className="text-title font-semibold print:hidden">{t('admin.added', { name: added.name })}</h1>
          <Slip slip={added.slip} name={added.name} companyName={companyName} address={address} />
          <p className="flex flex-wrap gap-2 print:hidden">
            <Link to="/admin/accounts/new" reloadDocument className={buttonStyle()}>
              {t('admin.addAnother')}
            </Link>
            <Link to={`/admin/accounts/${added.handle}`} className={buttonStyle({ look: 'quiet' })}>
              {t('admin.openAccount')}
            </Link>
          </p>
        </div>
      </Page>
    );
  }
  return (
    <Page>
      {back}
      <header className="mb-4 px-4 md:px-0">
        <h1 className="text-title font-semibold">{t('admin.addPerson')}</h1>
        <p className="mt-1 text-muted">{t('admin.addPersonIntro')}</p>
      </header>
      <Card as="section" edgeToEdge>
        <Form method="post" className="grid gap-4 sm:grid-cols-2">
          <div className="empty:hidden sm:col-span-2">
            <FormRefusal refusal={answer} />
          </div>
          <Field label={t('setup.givenName')} error={errorOf('givenName')}>
            <TextInput
              id="givenName"
              name="givenName"
              required
              maxLength={80}
              defaultValue={values.givenName}
            />
          </Field>
          <Field label={t('setup.familyName')} error={errorOf('familyName')}>
            <TextInput
              id="familyName"
              name="familyName"
              required
              maxLength={80}
              defaultValue={values.familyName}
            />
          </Field>
          <Field label={t('account.email')} note={t('common.optional')} error={errorOf('email')}>
            <TextInput id="email" name="email" type="email" maxLength={254} defaultValue={values.email} />
          </Field>
          <Field
            label={t('account.personnelNumber')}
            note={t('common.optional')}
            error={errorOf('personnelNumber')}
          >
            <TextInput
              id="personnelNumber"
              name="personnelNumber"
              maxLength={40}
              defaultValue={values.personnelNumber}
            />
          </Field>
          <Field label={t('admin.site')} error={errorOf('siteId')}>
            <Select id="siteId" name="siteId" defaultValue={values.siteId ?? sites[0]?.id ?? ''}>
              <option value="">{t('admin.noSite')}</option>
              {sites.map((site) => (
                <option key={site.id} value={site.id}>
                  {site.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('admin.kind')} error={errorOf('kind')}>
            <Select id="kind" name="kind" defaultValue={values.kind ?? 'employee'}>
              <option value="employee">{t('admin.kindEmployee')}</option>
              <option value="external">{t('admin.kindExternal')}</option>
            </Select>
          </Field>
          <Field
            label={t('admin.endDay')}
            note={t('common.optional')}
            hint={t('admin.externalEndHint')}
            error={errorOf('endsOn')}
          >
            <TextInput id="endsOn" name="endsOn" type="date" defaultValue={values.endsOn} />
          </Field>
          <div className="flex flex-wrap gap-2 sm:col-span-2">
            <Button type="submit" name="by" value="mail" look="primary">
              <Mail aria-hidden="true" />
              {t('admin.addAndMail')}
            </Button>
            <Button type="submit" name="by" value="slip">
              <Printer aria-hidden="true" />
              {t('admin.addAndPrint')}
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
