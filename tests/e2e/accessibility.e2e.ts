import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit } = openBrowser();
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const PAGES = [
  '/',
  '/projects',
  '/projects/atlas-erp-rollout',
  '/projects/atlas-erp-rollout/feed',
  '/org',
  '/org?view=tree',
  '/org?view=table',
  '/org?view=changes&since=2026-01-01',
  '/org?colour=unit&lines=dotted&since=2026-01-01&from=ronja-weiss&to=nadia-azizi',
  '/people',
  '/people/mara-suess-lindemann',
  '/people/mara-suess-lindemann/posts',
  '/people/mara-suess-lindemann/about',
  '/people/ronja-weiss/edit',
  '/search',
  '/search?q=suess',
  '/search?q=atlas',
  '/search?q=atlas&from=2026-01-01',
  '/notifications',
  '/saved',
  '/questions',
  '/questions?view=answer',
  '/questions?view=asked',
  '/questions?view=figures',
  '/notices',
  '/settings',
  '/there-is-no-such-page',
];
const LEAD_PAGES = [
  '/projects/atlas-erp-rollout',
  '/projects/atlas-erp-rollout/edit',
  '/projects/atlas-erp-rollout/status/new',
  '/owed',
  '/scheduled',
];
const ADMIN_PAGES = [
  '/admin',
  '/admin/accounts',
  '/admin/accounts/new',
  '/admin/accounts/mara-suess-lindemann',
  '/admin/company',
  '/admin/fields',
  '/admin/agreements',
  '/admin/moderation',
  '/admin/import',
  '/projects/new',
  '/notices/new',
  '/org?edit=1',
];
const DOORS = ['/sign-in', '/invitation', '/invitation/WRONG-CODE', '/reset'];
/** Twenty pages, each looked at by axe, on a machine that does other things meanwhile. */
const PATIENCE_MS = 240_000;

type Violation = { id: string; nodes: { html: string }[] };

/** WCAG 2.2 A and AA violations on the page, in words. */
async function violations(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's own policy stays as strict as it is.
  await page.evaluate(await readFile(axePath, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    // Experimental in axe; the cards of the chart are named by a sentence that holds what they show.
    const rules = { 'label-content-name-mismatch': { enabled: false } };
    return (await axe.run({ runOnly: { type: 'tag', values: tags }, rules })).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** A colour halfway between light and dark is nobody's: what moves is switched off. */
const STILL = { reducedMotion: 'reduce' } as const;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** WCAG 2.2, 1.4.10: no scrolling in two dimensions at 320 px. */
const NARROWEST = { width: 320, height: 640 };

/** What is wrong with the page that is open: at a desk in light colours, on a phone in dark ones, and at 320 px. */
async function faultsHere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, size] of [
    ['light', DESK],
    ['dark', PHONE],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    for (const fault of await violations(page)) found.push(`${colorScheme}: ${fault}`);
    if (await scrollsSideways(page)) found.push(`scrolls sideways at ${size.width}`);
  }
  await page.setViewportSize(NARROWEST);
  if (await scrollsSideways(page)) found.push(`scrolls sideways at ${NARROWEST.width}`);
  return found;
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);

async function faultsOf(page: Page, addresses: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.setViewportSize(DESK);
    await page.goto(address);
    await page.getByRole('main').waitFor();
    for (const fault of await faultsHere(page)) found.push(`${address} ${fault}`);
  }
  return found;
}

/** Sees to it that the list of what was saved is not empty. */
async function saveSomething(page: Page): Promise<void> {
  await page.goto('/saved');
  if ((await page.locator('main article').count()) > 0) return;
  await page.goto('/');
  const post = await page.locator('article[data-href^="/posts/"]').first().getAttribute('data-href');
  const entry = String(post).replace('/posts/', '/entries/');
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post(entry, { headers, form: { intent: 'save' } });
  expect(answer.status()).toBe(200);
}

describe('axe finds nothing, in light and dark, at a desk and on a phone', { timeout: PATIENCE_MS }, () => {
  test('on the pages of an employee, an open post, the palette and my menu', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test', ...STILL });
    await saveSomething(page);
    await page.goto('/saved');
    const post = await page.locator('main article[data-href^="/posts/"]').first().getAttribute('data-href');
    expect(post).not.toBeNull();
    expect(await faultsOf(page, [...PAGES, String(post)])).toEqual([]);
    expect(problems.filter((problem) => !problem.includes('there-is-no-such-page'))).toEqual([]);

    await page.setViewportSize(DESK);
    await page.goto('/saved');
    // A key pressed before the page listens is lost.
    await online(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('mara');
    await page.getByRole('option', { name: /Mara/ }).first().waitFor();
    expect(await faultsHere(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'My menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await faultsHere(page)).toEqual([]);
  });

  test('on a post with all that goes with it, and on the windows that change it and look back', async () => {
    const { page } = await visit({ as: 'lead@demo.test', ...STILL });
    await page.setViewportSize(DESK);
    const text = `Read by a machine ${Date.now()}`;
    await writePost(page, text);
    for (const part of ['Poll', 'In German as well', 'Publish later'])
      await page.getByRole('button', { name: part, exact: true }).click();
    await page.locator('.ProseMirror[aria-label="The same in German"]').fill('Maschinell gelesen');
    await page.getByRole('textbox', { name: 'Option 1' }).fill('Yes');
    expect(await faultsHere(page)).toEqual([]);

    await page.setViewportSize(DESK);
    await page.getByRole('button', { name: 'Remove the poll' }).click();
    await page.getByRole('button', { name: 'Publish at once instead' }).click();
    await page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
    const own = page.getByRole('article').filter({ hasText: text });
    const dialog = page.getByRole('dialog');
    const open = async (item: string) => {
      await own.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByRole('menu').waitFor({ state: 'detached' });
    };
    await open('Edit');
    await dialog.locator('.ProseMirror').nth(1).fill('Von einer Maschine gelesen');
    expect(await faultsHere(page)).toEqual([]);
    await page.setViewportSize(DESK);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await open('Earlier wordings');
    await dialog.getByText('German', { exact: true }).first().waitFor();
    expect(await faultsHere(page)).toEqual([]);
  });

  test('on the page of a seat with all its forms open', async () => {
    const { page } = await visit({ as: 'admin@demo.test', ...STILL });
    // The chart names it to those without script.
    const chart = await (await page.request.get('/org?edit=1')).text();
    const seat = /\/org\/seat\?[^"]+/.exec(chart)?.[0].replaceAll('&amp;', '&');
    await page.setViewportSize(DESK);
    await page.goto(String(seat));
    await online(page);
    for (const fold of await page.locator('main summary').all()) await fold.click();
    expect(await faultsHere(page)).toEqual([]);
  });

  test.each([
    { who: 'a project lead', as: 'lead@demo.test', pages: LEAD_PAGES },
    { who: 'an administrator', as: 'admin@demo.test', pages: ADMIN_PAGES },
    { who: 'somebody without an account', as: undefined, pages: DOORS },
  ])('on the pages of $who', async ({ as, pages }) => {
    const { page } = await visit({ as, ...STILL });
    expect(await faultsOf(page, pages)).toEqual([]);
  });
});

test('axe does find a planted violation', async () => {
  const { page } = await visit();
  await page.goto('/sign-in');
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() =>
    document.querySelector('main, body')?.insertAdjacentHTML('beforeend', '<img src="/favicon.svg">'),
  );
  expect((await violations(page)).join()).toContain('image-alt');
});
