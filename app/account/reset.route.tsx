import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { MailCheck } from 'lucide-react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { parseForm } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { titled } from '#app/shell/meta.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { requestResetSchema } from '#server/domain/identity/identity.schema.ts';
import { CodeEntry } from './code-entry.tsx';
import { Door } from './door.tsx';
import { FormRefusal } from './form-refusal.tsx';
import { NewPasswordFields } from './new-password-fields.tsx';
import { loadCode, redeem } from './redeem.ts';
import { type Refusal, refused } from './refusal.ts';

export const handle = { bare: true };
export const meta = titled((t) => t('account.resetTitle'));
export const loader = withErrors((args: LoaderFunctionArgs) => loadCode(args));

type Answer = Refusal & { asked?: boolean };

export const action = withErrors(async (args: ActionFunctionArgs) => {
  const { context, params, request } = args;
  const form = await request.clone().formData();
  if (params.code || form.has('code')) return redeem(args, 'reset');
  const parsed = parseForm(requestResetSchema, form);
  if (!parsed.ok) return data<Answer>({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  try {
    await context.services.identity.requestReset(context.visitor, parsed.value.name);
  } catch (error) {
    return refused(error, { name: String(form.get('name') ?? '') });
  }
  return data<Answer>({ errors: {}, values: {}, asked: true });
});

export default function Reset() {
  const t = useT();
  const { view, refusal: codeRefusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const errorOf = useFieldError(answer?.errors);
  const back = (
    <Link to="/sign-in" className="font-medium text-brand-ink underline underline-offset-2">
      {t('account.backToSignIn')}
    </Link>
  );
  if (view) {
    return (
      <Door title={t('account.newPasswordTitle')} intro={t('account.resetEnds')} below={back}>
        <Form method="post" reloadDocument className="flex flex-col gap-5">
          <FormRefusal refusal={answer} />
          <NewPasswordFields errorOf={errorOf} signInName={view.signInName} />
          <Button type="submit" look="primary" size="lg" className="w-full">
            {t('account.saveAndSignIn')}
          </Button>
        </Form>
      </Door>
    );
  }
  if (answer?.asked) {
    return (
      <Door title={t('account.resetAskedTitle')} below={back}>
        <div role="status" className="flex gap-4 rounded-lg bg-brand-soft p-4">
          <MailCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-brand-ink" />
          <p className="text-soft text-pretty">{t('account.resetAskedText')}</p>
        </div>
      </Door>
    );
  }
  return (
    <Door title={t('account.resetTitle')} intro={t('account.resetIntro')} below={back}>
      <Form method="post" action="/reset" reloadDocument className="flex flex-col gap-5">
        <FormRefusal refusal={codeRefusal ?? answer} />
        <Field label={t('account.name')} error={errorOf('name')}>
          <TextInput
            id="name"
            name="name"
            required
            maxLength={254}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={answer?.values.name}
            className="h-11"
          />
        </Field>
        <Button type="submit" look="primary" size="lg" className="w-full">
          {t('account.sendResetMail')}
        </Button>
      </Form>
      <div className="mt-8">
        <h2 className="font-semibold">{t('account.printedCodeTitle')}</h2>
        <p className="mt-1 mb-4 text-meta text-muted">{t('account.printedCodeText')}</p>
        <CodeEntry action="/reset" />
      </div>
    </Door>
  );
}
