import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { parseForm } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { localPath } from '#app/shell/local-path.ts';
import { titled } from '#app/shell/meta.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { signInSchema } from '#server/domain/identity/identity.schema.ts';
import { Door } from './door.tsx';
import { FormRefusal } from './form-refusal.tsx';
import { PasswordInput } from './password-input.tsx';
import { refused } from './refusal.ts';

export const handle = { bare: true };
export const meta = titled((t) => t('account.signIn'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const to = localPath(searchParams.get('to'));
  if (context.actor) throw redirect(to);
  const notice: 'idle' | 'bye' | null = searchParams.has('idle')
    ? 'idle'
    : searchParams.has('bye')
      ? 'bye'
      : null;
  return { to, notice, terminalMinutes: Math.round(context.config.terminalSeconds / 6) / 10 };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const parsed = parseForm(signInSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const { services, session, visitor } = context;
  try {
    session.start(await services.identity.signIn(visitor, parsed.value));
  } catch (error) {
    const values = { name: String(form.get('name') ?? ''), shared: parsed.value.shared ? 'on' : '' };
    return refused(error, values);
  }
  // A new document: the reader's language may be another than the door's.
  return redirectDocument(localPath(form.get('to')), 303);
});

export default function SignIn() {
  const t = useT();
  const { to, notice, terminalMinutes } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const errorOf = useFieldError(refusal?.errors);
  const busy = useNavigation().state === 'submitting';
  return (
    <Door
      title={t('account.signIn')}
      intro={t('account.signInIntro')}
      below={
        <p>
          {t('account.firstTime')}{' '}
          <Link to="/invitation" className="font-medium text-brand-ink underline underline-offset-2">
            {t('account.useCode')}
          </Link>
        </p>
      }
    >
      <Form method="post" reloadDocument className="flex flex-col gap-5">
        {refusal ? (
          <FormRefusal refusal={refusal} />
        ) : (
          notice && <Notice>{t(notice === 'idle' ? 'account.signedOutIdle' : 'account.signedOut')}</Notice>
        )}
        <input type="hidden" name="to" value={to} />
        <Field label={t('account.name')} error={errorOf('name')}>
          <TextInput
            id="name"
            name="name"
            required
            maxLength={254}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoFocus={!refusal && !notice}
            defaultValue={refusal?.values.name}
            className="h-11"
          />
        </Field>
        <div>
          <Field label={t('account.password')} error={errorOf('password')}>
            <PasswordInput
              id="password"
              name="password"
              required
              maxLength={200}
              autoComplete="current-password"
              className="h-11"
            />
          </Field>
          <p className="mt-1.5 text-end text-meta">
            <Link to="/reset" className="text-brand-ink underline underline-offset-2">
              {t('account.forgot')}
            </Link>
          </p>
        </div>
        <Checkbox
          name="shared"
          defaultChecked={refusal?.values.shared === 'on'}
          label={t('account.sharedDevice')}
          hint={t('account.sharedDeviceHint', { minutes: terminalMinutes })}
        />
        <Button type="submit" look="primary" size="lg" busy={busy} className="w-full">
          {t('account.signIn')}
        </Button>
      </Form>
    </Door>
  );
}
