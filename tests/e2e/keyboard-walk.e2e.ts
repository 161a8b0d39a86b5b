import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

// Hands on the keyboard and eyes closed: what the Tab key stops at, in which order, and what is said there.

const { visit } = openBrowser();
vi.setConfig({ testTimeout: 240_000 });
const WIDE = { viewport: { width: 1440, height: 900 } };

type Stop = {
  /** What a screen reader says: `button "Pin it"`. */
  said: string;
  /** Stands after the stop before it. */
  inOrder: boolean;
  visible: boolean;
};

/** Where the focus is: its role and name as the browser tells them to assistive technology. */
async function saidAt(page: Page): Promise<string> {
  const here = page.locator('*:focus');
  if ((await here.count()) === 0) return 'nowhere';
  // What is far below is not laid out yet.
  await here.evaluate(async (element) => {
    element.scrollIntoView({ block: 'nearest' });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  const [first = ''] = (await here.ariaSnapshot()).split('\n');
  return first
    .replace(/^- '?/, '')
    .replace(/'?:?$/, '')
    .replace(/ \[[^\]]*\]/g, '');
}

/** Tab after Tab from the top of the page's content to its end. */
async function tabThrough(page: Page, most = 60): Promise<Stop[]> {
  await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main) main.tabIndex = -1;
    main?.focus();
    Object.assign(window, { before: main });
  });
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const { before } = window as unknown as { before: Element };
      const here = document.activeElement as HTMLElement;
      Object.assign(window, { before: here });
      const { width, height } = here.getBoundingClientRect();
      return {
        inMain: here.closest('main') !== null,
        inOrder: Boolean(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING),
        visible: width > 0 && height > 0 && getComputedStyle(here).visibility === 'visible',
      };
    });
    if (!place.inMain) break;
    stops.push({ said: await saidAt(page), inOrder: place.inOrder, visible: place.visible });
  }
  return stops;
}

/** Each stop has a role and a name, is seen, and comes after the one before. */
function expectSound(stops: Stop[]): void {
  expect(stops.length).toBeGreaterThan(2);
  expect(stops.filter(({ said }) => !/^[a-z]+ (".+"|\/.+\/)/.test(said))).toEqual([]);
  expect(stops.filter(({ inOrder, visible }) => !inOrder || !visible)).toEqual([]);
}

const names = (stops: Stop[]) => stops.map(({ said }) => said);
/** That these are among the stops, in this order. */
function expectOrder(stops: Stop[], wanted: RegExp[]): void {
  const found = wanted.map((one) => names(stops).findIndex((said) => one.test(said)));
  expect([wanted, found.includes(-1) ? names(stops) : null]).toEqual([wanted, null]);
  expect(found).toEqual([...found].sort((a, b) => a - b));
}

describe('by keyboard alone, and by what is said', () => {
  test('the chart is one stop among its tools, and keeps the focus while one goes about in it', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test', ...WIDE });
    await page.goto('/org');
    await online(page);
    const stops = await tabThrough(page);
    expectSound(stops);
    expectOrder(stops, [/^combobox|^searchbox/, /^treeitem "Ronja Weiß, Product Owner Atlas/]);
    expect(names(stops).filter((said) => said.startsWith('treeitem'))).toHaveLength(1);

    await page.getByRole('treeitem', { name: /^Ronja Weiß/ }).focus();
    for (const [key, said] of [
      ['ArrowUp', /^treeitem "Aylin Kaya/],
      ['ArrowDown', /^treeitem "/],
      ['Home', /^treeitem "Ronja Weiß/],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => saidAt(page)).toMatch(said);
    }
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/focus=/);
    await expect.poll(() => saidAt(page)).toMatch(/^treeitem "Aylin Kaya/);
    expect(problems).toEqual([]);
  });

  test.each([
    ['tree', /^treeitem "Ronja Weiß/, /^treeitem "/],
    ['table', /^(gridcell|rowheader|columnheader|link|button) "/, /^(gridcell|rowheader|link) "/],
  ])('the %s is left and come back to where one was', async (view, first, next) => {
    const { page, problems } = await visit({ as: 'employee@demo.test', ...WIDE });
    await page.goto(`/org?view=${view}`);
    await online(page);
    const stops = await tabThrough(page);
    expectSound(stops);
    const role = view === 'tree' ? 'tree' : 'grid';
    await page.getByRole(role).waitFor();
    const inside = () =>
      page.evaluate((of) => document.activeElement?.closest(`[role=${of}]`) !== null, role);
    expect(stops.some(({ said }) => first.test(said))).toBe(true);
    await page.evaluate(
      (of) => document.querySelector<HTMLElement>(`[role=${of}] [tabindex="0"]`)?.focus(),
      role,
    );
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => saidAt(page)).toMatch(next);
    const here = await saidAt(page);
    await page.keyboard.press('Shift+Tab');
    expect(await inside()).toBe(false);
    await page.keyboard.press('Tab');
    expect([await inside(), await saidAt(page)]).toEqual([true, here]);
    expect(problems).toEqual([]);
  });

  test('a profile is told by headings, its ways and fields by name', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test', ...WIDE });
    await page.goto('/people/mara-suess-lindemann');
    await online(page);
    const stops = await tabThrough(page, 90);
    expectSound(stops);
    const levels = await page
      .locator('main :is(h1,h2,h3,h4)')
      .evaluateAll((all) => all.map((one) => Number(one.tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    // No level is left out on the way down.
    expect(levels.filter((level, n) => n > 0 && level - (levels[n - 1] ?? 0) > 1)).toEqual([]);
    expectOrder(stops, [/^radio "Question"/, /^(textbox|combobox) "Ask /, /^button "Pin it"/]);
    expect(problems).toEqual([]);
  });

  test('a pin is left, its menu opened and left, the pin deleted and brought back; the focus is never lost', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test', ...WIDE });
    await page.goto('/people/mara-suess-lindemann');
    await online(page);
    const text = `By keys alone ${Date.now()}`;
    await page.getByRole('radio', { name: 'Question' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => saidAt(page)).toMatch(/^radio "Note"/);
    await page.keyboard.press('Tab');
    await expect.poll(() => saidAt(page)).toMatch(/^(textbox|combobox) "Leave Mara a note/);
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
    await expect.poll(() => saidAt(page)).toMatch(/^radio "Only Mara"/);
    await page.keyboard.press('Tab');
    await expect.poll(() => saidAt(page)).toBe('button "Pin it"');
    await page.keyboard.press('Enter');
    const pin = page.getByRole('article', { name: 'Ronja Weiß' }).filter({ hasText: text });
    await pin.waitFor();
    expect(await saidAt(page)).toBe('button "Pin it"');

    const menu = pin.getByRole('button', { name: 'More actions' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => saidAt(page)).toMatch(/^menu/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => saidAt(page)).toMatch(/^menuitem "/);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expect.poll(() => saidAt(page)).toBe('button "More actions"');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).focus();
    await page.keyboard.press('Enter');
    await pin.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await expect.poll(() => saidAt(page)).toMatch(/^region "Pinboard of Mara/);
    expect(problems).toEqual([]);
  });
});
