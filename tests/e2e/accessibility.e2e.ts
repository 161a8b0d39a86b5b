import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const PAGES = [
  '/',
  '/projects',
  '/projects/atlas-erp-rollout',
  '/org',
  '/org?view=tree',
  '/org?view=table',
  '/people',
  '/people/mara-suess-lindemann',
  '/people/mara-suess-lindemann/posts',
  '/people/mara-suess-lindemann/about',
  '/people/ronja-weiss/edit',
  '/search',
  '/search?q=suess',
  '/search?q=atlas',
  '/notifications',
  '/saved',
  '/settings',
  '/there-is-no-such-page',
];
const LEAD_PAGES = ['/projects/atlas-erp-rollout', '/projects/atlas-erp-rollout/status/new'];
const ADMIN_PAGES = [
  '/admin',
  '/admin/accounts',
  '/admin/accounts/new',
  '/admin/accounts/mara-suess-lindemann',
  '/admin/company',
  '/admin/moderation',
  '/admin/import',
  '/projects/new',
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

/** What is wrong with these pages: axe's findings, and whatever makes them scroll sideways, here and at 320 px. */
async function faultsOf(page: Page, addresses: string[]): Promise<string[]> {
  const found: string[] = [];
  const here = page.viewportSize() ?? { width: 1280, height: 720 };
  const sideways = async (width: number) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    if (wide) found.push(`${new URL(page.url()).pathname} scrolls sideways at ${width}`);
  };
  for (const address of addresses) {
    await page.goto(address);
    await page.getByRole('main').waitFor();
    for (const fault of await violations(page)) found.push(`${address} ${fault}`);
    await sideways(here.width);
    // WCAG 2.2, 1.4.10: no scrolling in two dimensions at 320 px.
    await page.setViewportSize({ width: 320, height: 640 });
    await sideways(320);
    await page.setViewportSize(here);
  }
  return found;
}

describe.each([
  { name: 'light, desk', colorScheme: 'light' as const, viewport: { width: 1440, height: 900 } },
  { name: 'dark, phone', colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } },
])('axe finds nothing ($name)', { timeout: PATIENCE_MS }, ({ colorScheme, viewport }) => {
  test('on the pages of an employee and on an open post', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test', colorScheme, viewport });
    await page.goto('/');
    const post = await page.locator('article[data-href^="/posts/"]').first().getAttribute('data-href');
    expect(post).not.toBeNull();
    expect(await faultsOf(page, [...PAGES, String(post)])).toEqual([]);
    expect(problems.filter((problem) => !problem.includes('there-is-no-such-page'))).toEqual([]);
  });

  test('on the pages of a project lead', async () => {
    const { page } = await visit({ as: 'lead@demo.test', colorScheme, viewport });
    expect(await faultsOf(page, LEAD_PAGES)).toEqual([]);
  });

  test('on the pages of an administrator', async () => {
    const { page } = await visit({ as: 'admin@demo.test', colorScheme, viewport });
    expect(await faultsOf(page, ADMIN_PAGES)).toEqual([]);
  });

  test('on the doors, for somebody without an account', async () => {
    const { page } = await visit({ colorScheme, viewport });
    expect(await faultsOf(page, DOORS)).toEqual([]);
  });

  test('on the command palette and my menu while they are open', async () => {
    const { page } = await visit({ as: 'employee@demo.test', colorScheme, viewport });
    await page.goto('/saved');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('mara');
    await page.getByRole('option', { name: /Mara/ }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'My menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await violations(page)).toEqual([]);
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
