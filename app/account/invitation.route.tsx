import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { titled } from '#app/shell/meta.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { CodeEntry } from './code-entry.tsx';
import { Door } from './door.tsx';
import { FormRefusal } from './form-refusal.tsx';
import { NewPasswordFields } from './new-password-fields.tsx';
import { loadCode, redeem } from './redeem.ts';

export const handle = { bare: true };
export const meta = titled((t) => t('account.invitationTitle'));
export const loader = withErrors((args: LoaderFunctionArgs) => loadCode(args));
export const action = withErrors((args: ActionFunctionArgs) => redeem(args, 'invitation'));

/** The first way in: by the link of a mail, or by a printed code that is typed. */
export default function Invitation() {
  const t = useT();
  const { view, refusal: codeRefusal } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const errorOf = useFieldError(refusal?.errors);
  const back = (
    <Link to="/sign-in" className="font-medium text-brand-ink underline underline-offset-2">
      {t('account.backToSignIn')}
    </Link>
  );
  if (!view) {
    return (
      <Door title={t('account.invitationTitle')} intro={t('account.invitationIntro')} below={back}>
        {codeRefusal && (
          <div className="mb-5">
            <FormRefusal refusal={codeRefusal} />
          </div>
        )}
        <CodeEntry action="/invitation" />
      </Door>
    );
  }
  return (
    <Door
      title={view.displayName ? t('account.welcomeName', { name: view.displayName }) : t('account.welcome')}
      intro={t('account.choosePasswordIntro')}
      below={back}
    >
      <Form method="post" reloadDocument className="flex flex-col gap-5">
        <FormRefusal refusal={refusal} />
        {view.signInName && (
          <p className="rounded-lg bg-sunk px-4 py-3 text-meta text-soft">
            {t.rich('account.signInNameIs', {
              name: <strong className="text-ink">{view.signInName}</strong>,
            })}
          </p>
        )}
        <NewPasswordFields errorOf={errorOf} signInName={view.signInName} />
        <input type="hidden" name="language" value={t.locale.slice(0, 2)} />
        <Button type="submit" look="primary" size="lg" className="w-full">
          {t('account.begin')}
        </Button>
      </Form>
    </Door>
  );
}
