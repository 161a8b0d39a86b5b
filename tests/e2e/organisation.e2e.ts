import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('organisation', () => {
  const { visit } = openBrowser();

  it('opens on me, and the keyboard leads through the chart', async () => {
    const { page, problems } = await visit({ as: 'lead@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org');
    const focused = page.locator('[role=treeitem][aria-selected=true]').first();
    await focused.waitFor();
    expect(await focused.getAttribute('aria-label')).toContain('Aylin Kaya');
    await hydrated(page);
    expect(await violations(page)).toEqual([]);

    await focused.focus();
    await page.keyboard.press('ArrowUp');
    await expectActive(page, 'Leyla Demir');
    await page.keyboard.press('ArrowRight');
    const beside = await activeLabel(page);
    await page.keyboard.press('Space');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-expanded')))
      .toBe('true');
    expect(await activeLabel(page)).toBe(beside);
    await page.keyboard.press('Enter');
    await page.waitForURL(/focus=/);
    await expect.poll(() => focused.getAttribute('aria-label')).toBe(beside);
    await page.keyboard.press('Home');
    await page.waitForURL(/focus=aylin-kaya/);
    await expectActive(page, 'Aylin Kaya');
    await page.goBack();
    await page.waitForURL((address) => !address.search.includes('aylin-kaya'));
    expect(problems).toEqual([]);
  });

  it('keeps the opened card in its place and finds people', async () => {
    const { page } = await visit({ as: 'lead@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org');
    await hydrated(page);
    const mara = page.locator('[role=treeitem]', { hasText: 'Mara Süß' }).first();
    const before = await mara.boundingBox();
    await mara.locator('a[aria-label^="Show who reports"]').click();
    await page.locator('[role=treeitem][aria-level="5"]').first().waitFor();
    await expect
      .poll(async () => Math.round((await mara.boundingBox())?.x ?? 0))
      .toBe(Math.round(before?.x ?? -1));

    await page.locator('input[name=find]').fill('suess');
    await page.locator('[role=option]', { hasText: 'Mara Süß' }).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('[role=treeitem][aria-selected=true]').first().getAttribute('aria-label'))
      .toContain('Mara Süß-Lindemann');
  });

  it('keeps the person when the chart changes, and says the same as tree, table and list', async () => {
    const { page, problems } = await visit({ as: 'lead@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org?focus=aylin-kaya');
    await hydrated(page);
    await page
      .getByRole('navigation', { name: 'Charts' })
      .getByRole('link', { name: /Atlas/ })
      .first()
      .click();
    await page.waitForURL(/chart=atlas/);
    expect(page.url()).toContain('focus=aylin-kaya');
    for (const view of ['tree', 'table']) {
      await page.goto(`/org?view=${view}`);
      await hydrated(page);
      await page.getByText('Leyla Demir').first().waitFor();
      expect([view, await violations(page)]).toEqual([view, []]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/org');
    await hydrated(page);
    await page.getByRole('navigation', { name: 'Chain above' }).getByText('Leyla Demir').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

async function hydrated(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

function activeLabel(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

async function expectActive(page: Page, name: string): Promise<void> {
  await expect.poll(() => activeLabel(page), { timeout: 5_000 }).toContain(name);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    type Axe = {
      run: (
        root: Document,
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
    };
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document, { runOnly: tags });
    // Experimental (it also minds the count on a chip that its name says in words).
    return found
      .filter((one) => one.id !== 'label-content-name-mismatch')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, TAGS);
}
