import pg from 'pg';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { online } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';
import { CHROMIUM_FLAGS, findChromium } from './setup/find-chromium.ts';

// Hall 4's terminal: Yusuf Şahin comes, reads, writes half a post and goes. Whoever comes next finds nothing of him.

const NUMBER = '40117';
const NAME = /Yusuf|Şahin/;
const HALF = 'The forklift in hall 4 pulls to';
/** How long no hand may be on a terminal, as it comes. */
const IDLE_MS = 120_000;

const url = inject('appUrl');
let browser: Browser;
let terminal: BrowserContext;

beforeAll(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium or Chrome here; set CHROMIUM to its path.');
  // Playwright turns off the memory of pages for Back and Forward, which is just what a terminal must not keep.
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, ignoreDefaultArgs });
});
afterEach(() => terminal?.close());
afterAll(() => browser?.close());

/** Two windows of one terminal: he is signed in, has read, has begun to write in one, and looks at himself in the other. */
async function halfWritten({ idle = IDLE_MS } = {}): Promise<{ page: Page; second: Page }> {
  terminal = await browser.newContext({ baseURL: url, locale: 'en-GB' });
  // Not by Playwright's clock: it also hides how a page was come by.
  await terminal.addInitScript(
    ([usual, now]) => {
      const { setTimeout } = window;
      const sooner = (work: TimerHandler, ms?: number) => setTimeout(work, ms === usual ? now : ms);
      Object.assign(window, { setTimeout: sooner });
    },
    [IDLE_MS, idle],
  );
  const page = await terminal.newPage();
  await page.goto('/sign-in');
  await page.fill('#name', NUMBER);
  await page.fill('#password', 'flurfunk-demo');
  await page.check('[name=shared]');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname === '/');
  await page.getByRole('link', { name: 'People', exact: true }).first().click();
  await page.waitForURL('**/people**');
  // From page to page as people go, with the names of some in the address.
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  const colleague = page.locator('main li a:has(bdi)').first();
  const name = (await colleague.textContent()) ?? '';
  await colleague.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(await page.title()).not.toContain(name);
  await page.locator('a[href="/"]').filter({ visible: true }).first().click();
  await page.waitForURL((address) => address.pathname === '/');
  await writePost(page, HALF);
  const second = await terminal.newPage();
  await second.goto('/people/yusuf-sahin');
  await online(second);
  expect(await second.title()).not.toMatch(NAME);
  return { page, second };
}

test('the way back is a button, from page to page, and ends with the sign-in', async () => {
  const { page } = await halfWritten();
  const back = page.getByRole('button', { name: 'Back', exact: true });
  await back.click();
  await page.waitForURL(/\/people\/[^/]+$/);
  await back.click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await back.click();
  await page.waitForURL((address) => address.pathname === '/');
  await back.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await expectNobody(page);
  await expectNoWayBack(page);
});

/** What a page shows and holds: its words and everything in its fields. */
async function held(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    const typed = fields.filter(({ type }) => type !== 'hidden').map(({ value }) => value);
    return [document.title, document.documentElement.outerHTML, ...typed].join('\n');
  });
}

async function expectNobody(page: Page): Promise<void> {
  await page.waitForURL('**/sign-in**', { waitUntil: 'commit' });
  // What the browser itself puts back is taken away as soon as the page is alive.
  await expect.poll(() => page.inputValue('#name')).toBe('');
  const all = await held(page);
  expect(all).not.toMatch(NAME);
  expect(all).not.toContain(HALF);
  expect(all).not.toContain(NUMBER);
  expect(await page.inputValue('#password')).toBe('');
}

/** What this browser keeps: cookies, storage, caches, databases, service workers. */
async function kept(page: Page) {
  const inPage = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.values(sessionStorage).join('\n'),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { ...inPage, cookies: (await terminal.cookies()).map(({ name }) => name) };
}

/** Back and Forward of a window offer the door alone; what it was called says nothing of anybody. */
async function expectNoWayBack(page: Page): Promise<void> {
  const session = await terminal.newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  for (const { url: address, title } of entries) {
    expect(address.replace(url, '')).toMatch(/^(about:blank|\/sign-in(\?(bye|idle)=1)?)$/);
    expect(title).toMatch(/^((Sign in|Feed) · .*|Flurfunk.*|)$/);
  }
}

/** Looks everywhere the next one could look. */
async function expectNothingLeft(page: Page, second: Page): Promise<void> {
  await expectNobody(page);
  await expectNobody(second);
  const left = await kept(page);
  expect(left).toMatchObject({ local: [], caches: [], databases: [], workers: 0, cookies: [] });
  expect(left.session).not.toMatch(/Yusuf|Şahin|40117|forklift/);
  await page.reload();
  await expectNobody(page);
  for (const turn of [
    'goBack',
    'goBack',
    'goBack',
    'goBack',
    'goForward',
    'goForward',
    'goForward',
  ] as const) {
    // A page that the browser has kept whole never says that it has loaded; while it takes the place of the one before,
    // Chromium can't be asked for the history.
    await vi.waitFor(() => page[turn]({ waitUntil: 'commit' }), { timeout: 10_000 });
    if (page.url() === 'about:blank') continue;
    await expectNobody(page);
  }
  expect(second.url()).not.toMatch(/people/);
}

test('signed out by hand: nothing of the last one is seen or kept, in no window', async () => {
  const { page, second } = await halfWritten();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await page.waitForURL('**/sign-in?bye=1');
  await second.waitForURL('**/sign-in**');
  for (const window of [page, second]) await expectNoWayBack(window);
  await expectNothingLeft(page, second);
});

test('walked away: time signs out, and it is the same', async () => {
  const { page, second } = await halfWritten({ idle: 4_000 });
  await page.waitForURL('**/sign-in?idle=1');
  await second.waitForURL('**/sign-in**');
  for (const window of [page, second]) await expectNoWayBack(window);
  await expectNothingLeft(page, second);
});

test('slept until the server had ended it: the next click leads to the door, not back to where he was', async () => {
  const { page, second } = await halfWritten();
  const database = new pg.Client({ connectionString: inject('appDatabaseUrl') });
  await database.connect();
  await database.query("UPDATE session SET expires_at = now() WHERE kind = 'terminal'");
  await database.end();
  await second.goto('/people/yusuf-sahin?tab=projects');
  expect(new URL(second.url()).search).toBe('?idle=1');
  // It may be on its way to the door by itself.
  await page.reload().catch(() => undefined);
  await expectNothingLeft(page, second);
});
