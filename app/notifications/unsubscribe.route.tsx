import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Door } from '#app/account/door.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { titled } from '#app/shell/meta.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import type { NotificationKind } from '#server/platform/database/schema.ts';
import { KIND_LABELS } from './kind-label.ts';

export const handle = { bare: true };
export const meta = titled((t) => t('notifications.unsubscribeTitle'));

// Opening the link changes nothing: mail scanners open every link. Mail programs post to the same address.
export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const scope = await context.services.notifications.unsubscribeScope(params.token ?? '');
  const done = new URL(request.url).searchParams.has('done');
  return data({ scope, done }, { status: scope ? 200 : 404 });
});

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const token = params.token ?? '';
  await context.services.notifications.unsubscribe(token, form.get('mails') === 'all');
  return redirect(`/unsubscribe/${token}?done`, 303);
});

export default function Unsubscribe() {
  const t = useT();
  const { scope, done } = useLoaderData<typeof loader>();
  const settings = (
    <Link to="/settings#notifications" className={buttonStyle()}>
      {t('notifications.toSettings')}
    </Link>
  );
  if (!scope) {
    return (
      <Door title={t('notifications.unsubscribeUnknownTitle')} intro={t('notifications.unsubscribeUnknown')}>
        {settings}
      </Door>
    );
  }
  if (done) {
    return (
      <Door title={t('notifications.unsubscribedTitle')} intro={t('notifications.unsubscribedText')}>
        {settings}
      </Door>
    );
  }
  const intro =
    scope in KIND_LABELS
      ? t('notifications.unsubscribeKind', { kind: t(KIND_LABELS[scope as NotificationKind]) })
      : t('notifications.unsubscribeWay', { way: scope });
  return (
    <Door title={t('notifications.unsubscribeTitle')} intro={intro}>
      <Form method="post" className="flex flex-col gap-3">
        <Button type="submit" look="primary" size="lg" className="w-full">
          {t('notifications.unsubscribe')}
        </Button>
        {scope !== 'all' && (
          <Button type="submit" name="mails" value="all" className="w-full">
            {t('notifications.unsubscribeAll')}
          </Button>
        )}
      </Form>
    </Door>
  );
}
