import type { App } from '#tests/setup/start-app.ts';
import { READER } from './company.ts';

/** Signs the reader in by the form; the Cookie header that they have from then on. */
export async function signIn(app: App): Promise<string> {
  const body = new URLSearchParams({ name: READER.email, password: READER.password });
  const answer = await fetch(`${app.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: app.url },
    body,
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`sign-in answered ${answer.status}`);
  return cookies.join('; ');
}
