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
  '/search?q=suess',
  '/notifications',
  '/saved',
  '/settings',
];
const ADMIN_PAGES = ['/admin', '/admin/accounts', '/admin/import'];

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

describe.each([
  { name: 'light, desk', colorScheme: 'light' as const, viewport: { width: 1440, height: 900 } },
  { name: 'dark, phone', colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } },
])('axe finds nothing ($name)', ({ colorScheme, viewport }) => {
  test('on the pages of an employee', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test', colorScheme, viewport });
    const found: string[] = [];
    for (const address of PAGES) {
      await page.goto(address);
      await page.getByRole('main').waitFor();
      for (const fault of await violations(page)) found.push(`${address} ${fault}`);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
      if (sideways) found.push(`${address} scrolls sideways`);
    }
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('on the pages of an administrator', async () => {
    const { page } = await visit({ as: 'admin@demo.test', colorScheme, viewport });
    const found: string[] = [];
    for (const address of ADMIN_PAGES) {
      await page.goto(address);
      await page.getByRole('main').waitFor();
      for (const fault of await violations(page)) found.push(`${address} ${fault}`);
    }
    expect(found).toEqual([]);
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
