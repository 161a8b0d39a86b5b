import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
/** Every address that the service worker has kept. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map((request) => new URL(request.url).pathname);
  });

test('without a network a page says so and what is kept; nothing else is; signing out takes it away', async () => {
  const { page } = await visit({ as: 'employee@demo.test' });
  await page.goto('/');
  await online(page);
  await page.evaluate(() => localStorage.setItem('draft:test', 'half a thought'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto('/people');
  expect(await kept(page)).toEqual(['/offline']);

  await page.context().setOffline(true);
  await page.goto('/projects');
  await page.getByRole('heading', { name: 'No connection to Flurfunk' }).waitFor();
  await page.getByText('Unsent texts on this device: 1').waitFor();
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'No connection to Flurfunk' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor();

  const { origin } = new URL(page.url());
  await page.request.post('/sign-out', { headers: { origin }, form: { idle: 'no' } });
  await page.goto('/sign-in');
  await expect.poll(() => workers(page)).toBe(0);
  await expect.poll(() => kept(page)).toEqual([]);
});

test('the page without a network speaks both languages and keeps to the policy', async () => {
  const { page, problems } = await visit();
  for (const [lang, words] of [
    ['de', 'Keine Verbindung zu Flurfunk'],
    ['en', 'No connection to Flurfunk'],
  ]) {
    await page.goto(`/offline?lang=${lang}`);
    await page.getByRole('heading', { name: words ?? '' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  }
  expect(problems).toEqual([]);
});

test('a browser that cannot take push says so, and a made-up push service is refused at its place', async () => {
  const { page } = await visit({ as: 'lead@demo.test' });
  await page.context().grantPermissions(['notifications']);
  await page.goto('/settings');
  await online(page);
  const answer = await page.request.post('/settings', {
    headers: { origin: new URL(page.url()).origin },
    form: {
      intent: 'push-on',
      endpoint: 'https://10.0.0.1/x',
      p256dh: Buffer.alloc(65, 4).toString('base64url'),
      auth: Buffer.alloc(16).toString('base64url'),
    },
  });
  expect(answer.status()).toBe(400);
  await page.getByRole('button', { name: 'Turn on for this device' }).waitFor();
});
