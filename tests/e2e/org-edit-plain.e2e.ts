import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './setup/browser.ts';

// Everything that is added here goes again: other tests look at the same company.
describe('editing a chart without script', { timeout: 240_000 }, () => {
  const { visit } = openBrowser();
  const plain = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };

  it('adds a seat, moves it, fills it, vacates it, ends it, with what follows on a page before, and undoes', async () => {
    const { page, problems } = await visit({ as: 'admin@demo.test', ...plain });
    const title = `Werkbank ${Date.now()}`;
    await page.goto('/org?focus=aylin-kaya&edit=1');
    await page.getByRole('link', { name: 'Edit on a page of its own' }).click();
    await page.getByRole('heading', { name: 'Aylin Kaya', level: 1 }).waitFor();

    const add = await open(page, 'Add a position below');
    await add.getByRole('button', { name: 'See what follows' }).click();
    // What is wrong stands at the field, in the fold that is open again.
    await fold(page, 'Add a position below').getByText('Please fill this in.').waitFor();
    await fold(page, 'Add a position below').getByLabel('Position').fill(title);
    await see(page, 'Add a position below', `“${title}” will report to Aylin Kaya, vacant at first.`);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await fold(page, 'Add a position below').getByLabel('Position').inputValue()).toBe(title);
    await see(page, 'Add a position below', `“${title}” will report to Aylin Kaya, vacant at first.`);
    await apply(page);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();

    const lines = await open(page, 'Reports to');
    await lines.getByLabel('Reports to').fill('nobody of that name');
    await lines.getByRole('button', { name: 'See what follows' }).first().click();
    const manager = fold(page, 'Reports to').getByLabel('Reports to');
    await page.getByText('Nothing by that name.').waitFor();
    expect(await manager.inputValue()).toBe('nobody of that name');
    await manager.fill('a');
    await fold(page, 'Reports to').getByRole('button', { name: 'See what follows' }).first().click();
    await page.getByText('More than one fits.').waitFor();
    expect(await manager.getByRole('option').count()).toBeGreaterThan(1);
    await page.goBack();
    await manager.fill('Tomasz Wójcik');
    await see(page, 'Reports to', `${title} will report to Tomasz Wójcik.`);
    await apply(page);

    const people = await open(page, 'Who sits here');
    await people.getByLabel('Filled by').fill('Ronja Weiß');
    await people.getByLabel('Share').fill('20');
    await see(page, 'Who sits here', 'Ronja Weiß will sit here.');
    await apply(page);
    await page.getByRole('heading', { name: /Ronja Weiß/, level: 1 }).waitFor();
    await open(page, 'Who sits here');
    await see(page, 'Who sits here', 'Ronja Weiß will no longer sit here.');
    await apply(page);

    await open(page, 'Latest changes');
    await page.getByRole('button', { name: `Undo: Left: ${title}` }).click();
    await page.getByText('The change is undone.').waitFor();
    await page.getByRole('heading', { name: /Ronja Weiß/, level: 1 }).waitFor();
    await open(page, 'End this position');
    await see(page, 'End this position', `“${title}” will end.`);
    await apply(page);
    await page.getByRole('heading', { name: 'Tomasz Wójcik', level: 1 }).waitFor();
    // A page that says what is wrong is a 400, which the console tells.
    expect(problems.filter((one) => !one.includes('status of 400'))).toEqual([]);
  });

  it('plans what takes effect later, and takes it back', async () => {
    const { page } = await visit({ as: 'admin@demo.test', ...plain });
    await page.goto('/org?focus=paul-otto&edit=1');
    await page.getByRole('link', { name: 'Edit on a page of its own' }).click();
    const seat = await open(page, 'Title, unit and location');
    await seat.getByLabel('Position').fill('Lagerleitung');
    await seat.getByLabel('Takes effect on').fill('2030-01-01');
    await see(page, 'Title, unit and location', 'will be called “Lagerleitung”');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('The change is planned.').waitFor();
    await open(page, 'Planned changes (1)');
    await page.getByRole('button', { name: /^Cancel: Title, unit or location/ }).click();
    await page.getByText('Planned changes (0)').waitFor();
  });

  it('is refused to whoever may not, and to them alone', async () => {
    const admin = await visit({ as: 'admin@demo.test', ...plain });
    await admin.page.goto('/org?chart=atlas-erp-rollout&edit=1');
    const project = await admin.page
      .getByRole('link', { name: 'Edit on a page of its own' })
      .getAttribute('href');
    await admin.page.goto('/org?edit=1');
    const company = await admin.page
      .getByRole('link', { name: 'Edit on a page of its own' })
      .getAttribute('href');
    const lead = await visit({ as: 'lead@demo.test', ...plain });
    expect((await lead.page.goto(project ?? ''))?.status()).toBe(200);
    expect((await lead.page.goto(company ?? ''))?.status()).toBe(403);
    const reader = await visit({ as: 'reader@demo.test', ...plain });
    expect((await reader.page.goto(project ?? ''))?.status()).toBe(403);
  });
});

const fold = (page: Page, name: string) =>
  page.locator('details').filter({ has: page.getByRole('heading', { name, exact: true }) });

async function open(page: Page, name: string) {
  await fold(page, name).locator('summary').click();
  return fold(page, name);
}

/** Asks for what follows, in a fold that stands open, and finds it said. */
async function see(page: Page, name: string, said: string): Promise<void> {
  await fold(page, name).getByRole('button', { name: 'See what follows' }).first().click();
  await page.getByRole('group', { name: 'What follows from this' }).getByText(said).waitFor();
}

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('The chart is changed.').waitFor();
}
