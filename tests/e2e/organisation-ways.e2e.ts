import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './setup/browser.ts';

describe('organisation: ways, days, colours and the grid', { timeout: 240_000 }, () => {
  const { visit } = openBrowser();
  const wide = { as: 'employee@demo.test', viewport: { width: 1440, height: 900 } };

  it('says how two are connected, by keyboard alone, and leads from step to step', async () => {
    const { page, problems } = await visit(wide);
    await open(page, '/org?focus=tomasz-wojcik');
    await page.getByRole('button', { name: 'How two are connected' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '… to me?' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=ronja-weiss&to=tomasz-wojcik/);
    const way = page.getByRole('region', { name: 'How two are connected' });
    const steps = way.getByRole('list', { name: 'Company, 3 steps' }).getByRole('listitem');
    await soon(() => steps.allInnerTexts().then((all) => all.map(words))).toEqual([
      expect.stringMatching(/Ronja Weiß$/),
      expect.stringMatching(/^reports to .*Aylin Kaya$/),
      expect.stringMatching(/^reports to .*Leyla Demir$/),
      expect.stringMatching(/^leads .*Tomasz Wójcik$/),
    ]);
    // A step comes into focus; the way stays, and back leads to where one was.
    await steps.nth(2).getByRole('link').focus();
    await page.keyboard.press('Enter');
    const tree = page.getByRole('tree', { name: 'Chart of Company' });
    await soon(() => tree.getByRole('treeitem', { selected: true }).getAttribute('aria-label')).toContain(
      'Leyla Demir',
    );
    expect(await steps.count()).toBe(4);
    await page.goBack();
    await soon(() => tree.getByRole('treeitem', { selected: true }).getAttribute('aria-label')).toContain(
      'Tomasz Wójcik',
    );
    // To anybody else by their name.
    await page.getByRole('button', { name: 'How two are connected' }).click();
    await page.getByRole('combobox', { name: 'Somebody in this chart' }).fill('azizi');
    await page.getByRole('option', { name: /Nadia Azizi/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=tomasz-wojcik&to=nadia-azizi/);
    await way.getByRole('link', { name: 'Hide the connection' }).click();
    await page.waitForURL((address) => !address.search.includes('from='));
    expect(problems).toEqual([]);
  });

  it('tells the difference between two days as a list and as marks', async () => {
    const { page, problems } = await visit(wide);
    await open(page, '/org');
    await page.getByRole('link', { name: 'Changes' }).click();
    await page.waitForURL(/view=changes/);
    await open(page, '/org?view=changes&since=2026-01-01');
    const list = page.getByRole('region', { name: /^What changed between/ });
    await list
      .getByRole('navigation', { name: 'Kinds of change' })
      .getByRole('link', { name: /^left/ })
      .click();
    await page.waitForURL(/kind=left/);
    await soon(() => list.getByRole('list').getByRole('listitem').count()).toBe(1);
    // Somebody who came: their card says so, in words.
    await list.getByRole('link', { name: /^joined/ }).click();
    await page.waitForURL(/kind=joined/);
    await list.getByRole('link', { name: /Deniz Aksoy/ }).click();
    const card = page.getByRole('tree').getByRole('treeitem', { name: /^Deniz Aksoy, .*somebody new here/ });
    await card.waitFor();
    await page.getByRole('link', { name: 'Stop comparing' }).click();
    await card.waitFor({ state: 'detached' });
    // Whichever day is named first: the earlier one is compared with the later one.
    await page.goto('/org?on=2026-01-01&since=2026-06-01&view=changes');
    expect(page.url()).toContain('on=2026-06-01&since=2026-01-01');
    expect(problems).toEqual([]);
  });

  it('colours by unit, location and health with a legend, and draws dotted lines on request', async () => {
    const { page, problems } = await visit(wide);
    await open(page, '/org');
    const legend = page.getByRole('list', { name: 'Legend' });
    expect(await legend.getByText('also works for').count()).toBe(0);
    for (const [choice, word] of [
      ['Unit', /^Applications$/],
      ['Location', /^Hamburg$/],
      // Whatever the other walks have told of Atlas meanwhile.
      ['Project health', /^(On track|At risk|Off track)$/],
    ] as const) {
      await page.getByRole('button', { name: 'Display' }).click();
      await page.getByRole('dialog', { name: 'Display' }).getByRole('link', { name: choice }).click();
      await legend.getByText(word).first().waitFor();
      await page.keyboard.press('Escape');
    }
    await page.getByRole('treeitem', { name: /^Aylin Kaya, .*(On track|At risk|Off track)$/ }).waitFor();
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('dialog', { name: 'Display' }).getByRole('link', { name: 'Shown' }).click();
    await legend.getByText('also works for').waitFor();
    expect(page.url()).toMatch(/colour=health.*lines=dotted/);
    expect(problems).toEqual([]);
  });

  it('shows where in the whole one is, and goes there by a press on the small map', async () => {
    const { page, problems } = await visit(wide);
    await open(page, '/org?view=chart');
    const map = page.locator('[data-minimap] svg');
    await map.waitFor();
    const world = page.getByRole('tree').locator('> div').first();
    const before = await world.evaluate((one) => (one as HTMLElement).style.transform);
    const box = await map.boundingBox();
    if (!box) throw new Error('no map');
    await page.mouse.click(box.x + box.width - 6, box.y + box.height / 2);
    await soon(() => world.evaluate((one) => (one as HTMLElement).style.transform)).not.toBe(before);
    await page.getByRole('button', { name: 'Fit all' }).click();
    await map.waitFor({ state: 'hidden' });
    expect(problems).toEqual([]);
  });

  it('walks, sorts and filters the grid by the keys that grids have', async () => {
    const { page, problems } = await visit(wide);
    await open(page, '/org?view=table');
    const grid = page.getByRole('grid', { name: 'Positions of Company' });
    await grid.locator('[tabindex="0"][data-cell]').first().focus();
    await page.keyboard.press('Control+Home');
    await soon(() => at(page)).toBe('1 0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await soon(() => at(page)).toBe('2 1');
    await page.keyboard.press('End');
    await soon(() => at(page)).toBe('2 5');
    await page.keyboard.press('Home');
    await page.keyboard.press('b');
    await soon(() =>
      page.evaluate(() => document.activeElement?.closest('tr')?.firstElementChild?.textContent ?? ''),
    ).toMatch(/(^|\s|[A-ZÄÖÜ]{2})B/);
    // Up to the heads, into the link of one: sorted the other way.
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=-name/);
    await soon(() => grid.locator('th').first().getAttribute('aria-sort')).toBe('descending');

    await page.getByRole('searchbox', { name: 'Name, position, unit or location' }).fill('applications otto');
    await page.keyboard.press('Enter');
    await page.waitForURL(/filter=applications/);
    await soon(() => grid.getByRole('row').count()).toBe(2);
    expect(await grid.getByRole('gridcell').first().textContent()).toContain('Paul Otto');
    await page.getByRole('link', { name: 'All rows' }).click();
    await page.waitForURL((address) => !address.search.includes('filter='));
    await page.getByRole('checkbox', { name: 'Only vacant' }).check();
    await page.waitForURL(/vacant=only/);
    await soon(() => grid.getByText('Test Manager').count()).toBe(1);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog', { name: 'Columns' }).getByRole('link', { name: 'Location' }).click();
    await page.waitForURL(/without=site/);
    await soon(() => grid.getByRole('columnheader').count()).toBe(5);
    expect(problems).toEqual([]);
  });

  it('lists in which charts somebody sits, and as what', async () => {
    const { page } = await visit(wide);
    await open(page, '/org');
    await page.getByRole('button', { name: 'All charts' }).click();
    const seats = page.getByRole('region', { name: 'With a seat for Ronja Weiß' });
    await seats.getByRole('link', { name: /^Company.*Product Owner Atlas/ }).waitFor();
    await seats.getByRole('link', { name: /Atlas – ERP rollout/ }).waitFor();
  });
});

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function at(page: Page): Promise<string | null> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.cell ?? null);
}

/** Asks again until it is so, also where the machine is busy. */
function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 20_000 });
}
