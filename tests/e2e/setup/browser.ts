import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { anHourLater } from './an-hour-later.ts';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.ts';

// Remix writes this when a page it was still reading is abandoned for a newer one, as every click on a link may do.
const ABANDONED = 'AbortError: signal is aborted without reason';

/** One person at one browser. `problems` collects what must never happen: console errors, crashes, CSP violations. */
export type Visit = { context: BrowserContext; page: Page; problems: string[] };

type VisitOptions = BrowserContextOptions & {
  /** Signs in by the form first: an e-mail address or a personnel number. */
  as?: string;
};

let browser: Browser;
const contexts: BrowserContext[] = [];

/** Call once at the top of a test file: opens the browser before its tests and closes it after them. */
export function openBrowser(): { visit: (options?: VisitOptions) => Promise<Visit>; url: string } {
  const url = inject('appUrl');
  beforeAll(async () => {
    await anHourLater(inject('appDatabaseUrl'));
    const executablePath = findChromium();
    if (!executablePath) throw new Error('There is no Chromium or Chrome here; set CHROMIUM to its path.');
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  });
  afterAll(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await browser?.close();
  });
  return { url, visit: (options) => visit(url, options) };
}

async function visit(url: string, { as, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', ...options });
  contexts.push(context);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(ABANDONED))
      problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  await context.exposeBinding(
    'reportViolation',
    (_source, text: string) => void problems.push(`csp: ${text}`),
  );
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportViolation?: (text: string) => void }).reportViolation;
      report?.(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (as) await signIn(page, as);
  return { context, page, problems };
}

/** Waits until the page hears what happens elsewhere. */
export async function online(page: Page): Promise<void> {
  await page.locator('html[data-live="online"]').waitFor({ state: 'attached' });
}

/** Signs in as one of the sample company's people. */
export async function signIn(page: Page, name: string, password = 'flurfunk-demo'): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}
