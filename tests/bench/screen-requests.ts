import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Database } from '#server/platform/database/client.ts';
import { CHROMIUM_FLAGS, findChromium } from '#tests/e2e/setup/find-chromium.ts';
import type { App } from '#tests/setup/start-app.ts';
import type { Rows } from './rows.ts';

type Given = {
  rows: Rows;
  db: Database;
  app: App;
  /** Of those who look at something else, one each. */
  cookies: string[];
  publish: () => Promise<void>;
  /** Of whoever writes. */
  cookie: string;
};

/** Pages that catch up do so within three seconds of a signal. */
const LISTEN_MS = 5_000;
/** A page that has just come reads marks and offline pages by itself; when none asks for so long, all have done so. */
const QUIET_MS = 10_000;
const QUIET_WITHIN_MS = 90_000;

/**
 * The requests that one post to everyone causes in the browsers of people who do not look at it, on the real pages; each
 * such page stands for all that are open on it. A comment on a thread that one of them shows is the counter-check: had
 * that page asked for nothing either, nothing would have been counted.
 */
export async function measureScreens({ rows, db, app, cookies, publish, cookie }: Given): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) return console.log('sockets/requests: not measured, there is no Chromium here');
  const thread = await db.feedItem.findFirstOrThrow({
    where: { kind: 'post', audience: { open: true } },
    orderBy: { id: 'desc' },
  });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const addresses = [
      '/people',
      '/projects',
      '/people/p7',
      '/notifications',
      '/',
      `/posts/${thread.subjectId}`,
    ];
    const asked: string[] = [];
    let lastAt = performance.now();
    for (const [index, address] of addresses.entries()) {
      const page = await openPage(browser, app.url + address, cookies[index] as string);
      page.context().on('request', (request) => {
        asked.push(`${address} → ${request.url()}`);
        lastAt = performance.now();
      });
    }
    const until = performance.now() + QUIET_WITHIN_MS;
    while (performance.now() - lastAt < QUIET_MS) {
      if (performance.now() > until)
        throw new Error(`pages never stop asking: ${asked.slice(-5).join(', ')}`);
      await wait(200);
    }
    asked.length = 0;
    await publish();
    await wait(LISTEN_MS);
    for (const request of asked) console.log(`  ${request}`);
    rows.note('sockets/requests', asked.length, '');
    asked.length = 0;
    await comment(app, thread.subjectId, cookie);
    await wait(LISTEN_MS);
    if (!asked.some((request) => request.startsWith('/posts/')))
      throw new Error('a page that shows a thread did not ask for its new comment: nothing was counted');
    rows.note('sockets/requests/thread-open', asked.length, '');
  } finally {
    await browser.close();
  }
}

async function openPage(browser: Browser, address: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(address).origin }]);
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('html[data-live="online"]').waitFor({ state: 'attached' });
  return page;
}

async function comment(app: App, entryId: string, cookie: string): Promise<void> {
  const body = new URLSearchParams({ intent: 'comment', text: 'Thank you.' });
  const headers = { cookie, origin: app.url };
  const answer = await fetch(`${app.url}/entries/${entryId}`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the comment was answered with ${answer.status}`);
}
