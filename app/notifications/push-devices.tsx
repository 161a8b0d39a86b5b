import { Form, useSubmit } from '@remix-run/react';
import { BellRing, Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { Time, useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import type { PushState } from '#server/domain/notifications/push/push-devices.queries.ts';

type PushDevicesProps = { push: PushState; errors: FormErrors | undefined };
type Trouble = 'notifications.pushCannot' | 'notifications.pushBlocked';

/** Which devices show notifications, and the way to turn them on for this one. */
export function PushDevices({ push: { key, devices }, errors }: PushDevicesProps) {
  const t = useT();
  const submit = useSubmit();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  if (!key) return null;
  const turnOn = async () => {
    setBusy(true);
    const outcome = await subscribe(key);
    setBusy(false);
    if (typeof outcome === 'string') return setTrouble(outcome);
    setTrouble(null);
    submit({ intent: 'push-on', ...outcome }, { method: 'post' });
  };
  const error = errors?.endpoint?.[0] ?? errors?.p256dh?.[0] ?? errors?.auth?.[0];
  return (
    <section aria-labelledby="push-title" className="mb-6">
      <h3 id="push-title" className="font-semibold">
        {t('notifications.pushTitle')}
      </h3>
      <p className="text-meta text-pretty text-muted">{t('notifications.pushIntro')}</p>
      {devices.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {devices.map(({ id, device, since, here }) => (
            <li key={id} className="flex items-center gap-3 py-2.5">
              <Smartphone aria-hidden="true" className="size-5 shrink-0 text-muted" />
              <p className="min-w-0 flex-1 break-words">
                {device || t('account.unknownDevice')}{' '}
                {here && <Badge tone="ok">{t('notifications.pushHere')}</Badge>}
                <span className="block text-meta text-muted">
                  {t.rich('notifications.pushSince', { when: <Time key="when" at={since} /> })}
                </span>
              </p>
              <Form method="post">
                <input type="hidden" name="device" value={id} />
                <Button type="submit" name="intent" value="push-off" size="sm">
                  {t('notifications.pushOff')}
                  <span className="sr-only">: {device || t('account.unknownDevice')}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {!devices.some(({ here }) => here) && (
        <Button className="mt-3" onClick={turnOn} busy={busy}>
          <BellRing aria-hidden="true" />
          {t('notifications.pushOn')}
        </Button>
      )}
      <div role="status">
        {(trouble || error) && (
          <FieldError id="push-error">{trouble ? t(trouble) : t.maybe(error ?? '')}</FieldError>
        )}
      </div>
    </section>
  );
}

/** Asks the browser, and the person before it; gives what the house needs to reach it, or what stands in the way. */
async function subscribe(key: string): Promise<Trouble | Record<'endpoint' | 'p256dh' | 'auth', string>> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'notifications.pushCannot';
  if ((await Notification.requestPermission()) !== 'granted') return 'notifications.pushBlocked';
  try {
    const language = document.documentElement.lang;
    await navigator.serviceWorker.register(`/sw.js?lang=${language}`);
    const { pushManager } = await navigator.serviceWorker.ready;
    await (await pushManager.getSubscription())?.unsubscribe();
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = subscription.toJSON();
    return { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' };
  } catch {
    return 'notifications.pushCannot';
  }
}
