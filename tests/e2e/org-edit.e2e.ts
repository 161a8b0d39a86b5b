import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './setup/browser.ts';

// Everything that is added here goes again: other tests look at the same company.
describe('editing a chart', { timeout: 240_000 }, () => {
  const { visit } = openBrowser();
  const title = `Werkbank ${Date.now()}`;

  it('adds a seat, moves it, and undoes both, by keyboard and with what follows said before', async () => {
    const { page, problems } = await visit({ as: 'admin@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org?focus=aylin-kaya');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const panel = page.getByRole('complementary', { name: 'Edit the chart' });
    await panel.getByRole('heading', { name: 'Aylin Kaya' }).waitFor();

    await open(page, 'Add a position below');
    const add = section(page, 'Add a position below');
    await add.getByRole('button', { name: 'See what follows' }).press('Enter');
    await add.getByText('Please fill this in.').waitFor();
    await add.getByLabel('Position').fill(title);
    await add.getByRole('button', { name: 'See what follows' }).press('Enter');
    await add.getByText(`“${title}” will report to Aylin Kaya, vacant at first.`).waitFor();
    await add.getByRole('button', { name: 'Apply' }).press('Enter');
    await page.getByText('The chart is changed.').waitFor();
    // The new seat comes into focus.
    await panel.getByRole('heading', { name: title }).waitFor();
    await page.getByRole('treeitem', { name: new RegExp(title) }).waitFor();

    await open(page, 'Reports to');
    const lines = section(page, 'Reports to');
    const manager = lines.getByRole('combobox', { name: 'Reports to' });
    await manager.fill('Tomasz');
    await lines.getByRole('option', { name: /Tomasz Wójcik/ }).waitFor();
    await manager.press('Enter');
    await lines.getByRole('button', { name: 'See what follows' }).first().press('Enter');
    await lines.getByText(`${title} will report to Tomasz Wójcik.`).waitFor();
    await lines.getByRole('button', { name: 'Apply' }).press('Enter');
    await open(page, 'Latest changes');
    const latest = section(page, 'Latest changes');
    await latest.getByRole('button', { name: `Undo: Moved: ${title}` }).click();
    await page.getByText('The change is undone.').waitFor();
    await open(page, 'Latest changes');
    await latest.getByRole('button', { name: `Undo: Position added: ${title}` }).click();
    await latest.getByText('Position added: a position that is gone').first().waitFor();
    expect(problems).toEqual([]);
  });

  it('names a deputy, who then stands on the card and on both profiles, and takes it back', async () => {
    const { page, problems } = await visit({ as: 'admin@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org?focus=tomasz-wojcik&edit=1');
    await page
      .getByRole('complementary', { name: 'Edit the chart' })
      .getByRole('heading', { name: 'Tomasz Wójcik' })
      .waitFor();
    await open(page, 'Deputy');
    const form = section(page, 'Deputy');
    const field = form.getByRole('combobox', { name: 'Stands in for this position' });
    await field.fill('Nils Eg');
    await form.getByRole('option', { name: /Nils Eggers/ }).waitFor();
    await field.press('Enter');
    await form.getByRole('button', { name: 'See what follows' }).first().press('Enter');
    await form.getByText('Nils Eggers will stand in for Tomasz Wójcik.').waitFor();
    await form.getByRole('button', { name: 'Apply' }).press('Enter');
    const card = page.getByRole('treeitem', { name: /^Tomasz Wójcik.*deputy Nils Eggers/ });
    await card.getByRole('link', { name: 'Nils Eggers' }).waitFor();
    await page.goto('/people/tomasz-wojcik');
    await page.getByText('deputy Nils Eggers').first().waitFor();
    await page.goto('/people/nils-eggers');
    await page.getByText('stands in for Tomasz Wójcik').first().waitFor();

    await page.goto('/org?focus=tomasz-wojcik&view=tree&edit=1');
    await page.getByRole('treeitem', { name: /^Tomasz Wójcik.*deputy Nils Eggers/ }).waitFor();
    await open(page, 'Latest changes');
    await page.getByRole('button', { name: 'Undo: Deputy named: Tomasz Wójcik' }).first().click();
    await card.waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  it('says at the field what cannot be', async () => {
    const { page } = await visit({ as: 'admin@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org?focus=leyla-demir&edit=1');
    await open(page, 'Reports to');
    const lines = section(page, 'Reports to');
    const manager = lines.getByRole('combobox', { name: 'Reports to' });
    await manager.fill('Aylin');
    await lines.getByRole('option', { name: /Aylin Kaya/ }).waitFor();
    await manager.press('Enter');
    await lines.getByRole('button', { name: 'See what follows' }).first().click();
    await lines.locator('[id$="-error"]').waitFor();
    expect(await manager.getAttribute('aria-invalid')).toBe('true');
    // What was typed stays.
    expect(await manager.inputValue()).toContain('Aylin Kaya');
  });

  it('says above the form what somebody else did meanwhile, and loses neither', async () => {
    const { page } = await visit({ as: 'admin@demo.test', viewport: { width: 1440, height: 900 } });
    const [asked] = await Promise.all([
      page.waitForRequest(/\/org\/edit\?/),
      page.goto('/org?focus=paul-otto&edit=1'),
    ]);
    const desk = new URL(asked.url());
    await open(page, 'Title, unit and location');
    const form = section(page, 'Title, unit and location');
    const field = form.getByLabel('Position');
    const before = await field.inputValue();
    await field.fill('By me');

    const headers = { origin: desk.origin, accept: 'application/json' };
    const { seat } = await (await page.request.get(desk.href, { headers })).json();
    const { positionId, chartId, version, unitId, siteId } = seat;
    const theirs = { edit: 'change', title: 'By another', unitId: unitId ?? '', siteId: siteId ?? '' };
    const sent = { intent: 'apply', chartId, positionId, version, ...theirs };
    const made = await page.request.post('/org/edit', { headers, form: sent });
    const { done } = await made.json();

    await form.getByRole('button', { name: 'See what follows' }).click();
    await form.getByText(/^Somebody has changed this position meanwhile\./).waitFor();
    expect(await field.inputValue()).toBe('By me');
    await page.reload();
    await open(page, 'Title, unit and location');
    await soonValue(page, 'By another');
    const undo = { intent: 'undo', chartId, editId: done.editId };
    expect((await page.request.post('/org/edit', { headers, form: undo })).status()).toBe(200);
    await page.reload();
    await open(page, 'Title, unit and location');
    await soonValue(page, before);
  });

  it('says what follows from a card dragged onto another, and does nothing yet', async () => {
    const { page } = await visit({ as: 'admin@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org?focus=aylin-kaya&edit=1');
    const panel = page.getByRole('complementary', { name: 'Edit the chart' });
    await panel.getByRole('heading', { name: 'Aylin Kaya' }).waitFor();
    const middle = async (name: RegExp) => {
      const box = await page.getByRole('treeitem', { name }).first().boundingBox();
      return { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
    };
    const [from, to] = [await middle(/^Aylin Kaya/), await middle(/^Tomasz Wójcik/)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x - 5, to.y, { steps: 4 });
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
    await panel
      .getByText(/^Aylin Kaya will report to Tomasz Wójcik; \d+ positions below move along\.$/)
      .waitFor();
    await page.reload();
    const line = page.getByRole('treeitem', { name: /^Aylin Kaya/ }).first();
    expect(await line.getAttribute('aria-level')).toBe('3');
  });

  it('is not offered to whoever may not', async () => {
    const { page } = await visit({ as: 'employee@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org?edit=1');
    await page.getByRole('tree').waitFor();
    expect(await page.getByRole('link', { name: /Edit|Stop editing/ }).count()).toBe(0);
    expect(await page.getByRole('complementary', { name: 'Edit the chart' }).count()).toBe(0);
  });

  it('is for a lead in the chart of their project, and in no other', async () => {
    const { page } = await visit({ as: 'lead@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org?chart=atlas-erp-rollout&edit=1');
    await page.getByRole('complementary', { name: 'Edit the chart' }).waitFor();
    await page.goto('/org?edit=1');
    await page.getByRole('tree').waitFor();
    expect(await page.getByRole('complementary', { name: 'Edit the chart' }).count()).toBe(0);
  });
});

const section = (page: Page, name: string) =>
  page.locator('details').filter({ has: page.getByRole('heading', { name }) });

async function open(page: Page, name: string): Promise<void> {
  const one = section(page, name);
  await one.waitFor();
  if ((await one.getAttribute('open')) === null) await one.locator('summary').click();
}

async function soonValue(page: Page, value: string): Promise<void> {
  const field = section(page, 'Title, unit and location').getByLabel('Position');
  await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe(value);
}
