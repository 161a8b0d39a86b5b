import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('organisation', { timeout: 240_000 }, () => {
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
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('true');
    expect(await activeLabel(page)).toBe(beside);
    await page.keyboard.press('Enter');
    await page.waitForURL(/focus=/);
    await soon(() => focused.getAttribute('aria-label')).toBe(beside);
    await page.keyboard.press('Home');
    await page.waitForURL(/focus=aylin-kaya/);
    await expectActive(page, 'Aylin Kaya');
    await page.goBack();
    await page.waitForURL((address) => !address.search.includes('aylin-kaya'));
    expect(problems).toEqual([]);
  });

  it('tells by role, name and place what stands where, and leads up and down the line', async () => {
    const { page, problems } = await visit({
      as: 'employee@demo.test',
      viewport: { width: 1440, height: 900 },
    });
    await page.goto('/org');
    await hydrated(page);
    const tree = page.getByRole('tree', { name: 'Chart of Company' });
    const item = (name: RegExp) => tree.getByRole('treeitem', { name });
    await item(/^Ronja Weiß, Product Owner Atlas, Applications$/).focus();
    expect(await placeOf(page)).toEqual({ level: '4', place: '2', of: '10', expanded: null });
    await item(/^Mara Süß-Lindemann, .*away until .*, deputy Jonas Böttger, 3 directly, 3 in all$/).waitFor();
    await item(/^Vacant since .*, Test Manager, Applications$/).waitFor();
    await item(/^Paul Otto, .*also works for Tomasz Wójcik$/).waitFor();

    for (const name of ['Aylin Kaya', 'Leyla Demir', 'Henrik Müller']) await press(page, 'ArrowUp', name);
    expect(await placeOf(page)).toEqual({ level: '1', place: '1', of: '2', expanded: 'true' });
    // The chain stands in one line, and in the window: down leads back the way one came.
    for (const name of ['Leyla Demir', 'Aylin Kaya']) await press(page, 'ArrowDown', name);
    await press(page, 'ArrowRight', 'Tomasz Wójcik');
    expect((await placeOf(page)).expanded).toBe('false');
    await page.keyboard.press('ArrowDown');
    await soon(async () => (await placeOf(page)).expanded).toBe('true');
    await page.keyboard.press('Space');
    await soon(async () => (await placeOf(page)).expanded).toBe('false');
    await press(page, 'Home', 'Ronja Weiß');

    await page.goto('/org?focus=birgit-hartwig');
    await item(/^Birgit Hartwig and .+, Job share, /)
      .or(item(/^.+ and Birgit Hartwig, Job share, /))
      .waitFor();
    expect(problems).toEqual([]);
  });

  it('pans and zooms by mouse, wheel and two fingers', async () => {
    const { context, page } = await visit({
      as: 'employee@demo.test',
      viewport: { width: 1024, height: 800 },
      hasTouch: true,
    });
    await page.goto('/org?view=chart');
    await hydrated(page);
    const world = page.getByRole('tree', { name: 'Chart of Company' }).locator('> div').first();
    const scale = async () => Number(/scale\(([\d.]+)/.exec(await transformOf(world))?.[1]);
    const before = await transformOf(world);
    await page.mouse.move(700, 650);
    await page.mouse.down();
    await page.mouse.move(600, 600, { steps: 4 });
    await page.mouse.up();
    await soon(() => transformOf(world)).not.toBe(before);
    expect(new URL(page.url()).searchParams.get('focus')).toBeNull();
    await page.mouse.wheel(0, 400);
    await soon(scale).toBeLessThan(1);
    const small = await scale();
    const touch = await context.newCDPSession(page);
    const fingers = (apart: number) => [
      { x: 500 - apart, y: 500, id: 1 },
      { x: 500 + apart, y: 500, id: 2 },
    ];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(40) });
    for (const apart of [60, 90, 120])
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await soon(scale).toBeGreaterThan(small);
  });

  it('walks the tree by the keys that trees have', async () => {
    const { page, problems } = await visit({
      as: 'employee@demo.test',
      viewport: { width: 1024, height: 800 },
    });
    await page.goto('/org?view=tree');
    await hydrated(page);
    const tree = page.getByRole('tree', { name: 'Tree of Company' });
    await tree.getByRole('treeitem', { name: /^Ronja Weiß/ }).focus();
    await press(page, 'ArrowDown', 'Paul Otto');
    await press(page, 'ArrowLeft', 'Aylin Kaya');
    await page.keyboard.press('ArrowLeft');
    await soon(async () => (await placeOf(page)).expanded).toBe('false');
    expect(await tree.getByRole('treeitem', { name: /^Ronja Weiß/ }).count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await soon(async () => (await placeOf(page)).expanded).toBe('true');
    await press(page, 'ArrowRight', 'Mara Süß-Lindemann');
    await press(page, 'Home', 'Henrik Müller');
    await press(page, 'End', 'Renate Brinkmann');
    await press(page, 't', 'Tomasz Wójcik');
    await page.keyboard.press('Enter');
    await page.waitForURL(/focus=/);
    const chosen = tree.getByRole('treeitem', { selected: true });
    await soon(() => chosen.getAttribute('aria-label')).toContain('Tomasz Wójcik');
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
    await soon(async () => Math.round((await mara.boundingBox())?.x ?? 0)).toBe(Math.round(before?.x ?? -1));

    await page.locator('input[name=find]').fill('suess');
    await page.locator('[role=option]', { hasText: 'Mara Süß' }).waitFor();
    await page.keyboard.press('Enter');
    await soon(() =>
      page.locator('[role=treeitem][aria-selected=true]').first().getAttribute('aria-label'),
    ).toContain('Mara Süß-Lindemann');
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

/** Asks again until it is so, also where the machine is busy. */
function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 20_000 });
}

async function hydrated(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

function activeLabel(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

async function expectActive(page: Page, name: string): Promise<void> {
  await soon(() => activeLabel(page)).toContain(name);
}

async function press(page: Page, key: string, leadsTo: string): Promise<void> {
  await page.keyboard.press(key);
  await expectActive(page, leadsTo);
}

function placeOf(page: Page) {
  return page.evaluate(() => {
    const read = (name: string) => document.activeElement?.getAttribute(`aria-${name}`) ?? null;
    return {
      level: read('level'),
      place: read('posinset'),
      of: read('setsize'),
      expanded: read('expanded'),
    };
  });
}

function transformOf(element: Locator): Promise<string> {
  return element.evaluate((one) => (one as HTMLElement).style.transform);
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
