import webPush from 'web-push';
import type { Parts } from '#server/domain/parts.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** `gone`: the browser no longer takes anything there (RFC 8030 section 7.3), so it is never called again. */
export type PushOutcome = 'sent' | 'gone' | 'failed';

type Device = { endpoint: string; p256dh: string; auth: string };

/** How long a push service keeps it for a device that is off, in seconds: after a day it is old news. */
const TTL = 86_400;
const PATIENCE_MS = 10_000;

/** Encrypts a message for one browser (RFC 8291), signs for the house (RFC 8292), and hands it to the push service. */
export async function sendPush(
  { config, log }: Pick<Parts, 'config' | 'log'>,
  keys: VapidKeys,
  { endpoint, p256dh, auth }: Device,
  message: string,
): Promise<PushOutcome> {
  try {
    const { method, headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      message,
      {
        // RFC 8292 section 2.1: whom the push service may ask; browsers' services refuse plain http.
        vapidDetails: { subject: subjectOf(config), ...keys },
        TTL,
        urgency: 'normal',
        contentEncoding: webPush.supportedContentEncodings.AES_128_GCM,
      },
    );
    const answer = await fetch(endpoint, {
      method,
      headers: headers as Record<string, string>,
      body: new Uint8Array(body ?? []),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    if (answer.status === 404 || answer.status === 410) return 'gone';
    if (answer.ok) return 'sent';
    log.warn({ status: answer.status }, 'a push service did not take a message');
  } catch (error) {
    log.warn({ err: error }, 'a push service could not be reached');
  }
  return 'failed';
}

function subjectOf({ appUrl, mail }: Parts['config']): string {
  if (appUrl.startsWith('https://')) return appUrl;
  return `mailto:${/<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from}`;
}
