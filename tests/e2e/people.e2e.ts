import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

describe('a pinboard', () => {
  test('shows an answer to whoever asked, without reloading, and tells screen readers of a new pin', async () => {
    const asker = await visit({ as: 'employee@demo.test' });
    const owner = await visit({ as: 'lead@demo.test' });
    await owner.page.goto('/people/aylin-kaya');
    await asker.page.goto('/people/aylin-kaya');
    await Promise.all([online(owner.page), online(asker.page)]);
    const text = `Who keeps the key to hall 4? ${Date.now()}`;
    await asker.page.getByRole('textbox', { name: 'Ask Aylin something…' }).fill(text);
    await asker.page.getByText('Only Aylin and you can see it').waitFor();
    await asker.page.getByRole('button', { name: 'Pin it' }).click();
    const card = owner.page.getByRole('article').filter({ hasText: text });
    await card.waitFor();
    await owner.page.getByText('New on the pinboard, from Ronja Weiß').waitFor({ state: 'attached' });

    await card.getByText('Answer', { exact: true }).click();
    await card.getByRole('textbox', { name: 'Your answer' }).fill('The gate has it.');
    await card.getByRole('button', { name: 'Send answer' }).click();
    const asked = asker.page.getByRole('article').filter({ hasText: text });
    await asked.getByText('The gate has it.').waitFor();
    await asked.getByText('Answered', { exact: true }).waitFor();
    expect([...asker.problems, ...owner.problems]).toEqual([]);
  }, 120_000);

  test('says that the deputy is asked while the owner is away', async () => {
    const { page } = await visit({ as: 'employee@demo.test' });
    await page.goto('/people/mara-suess-lindemann');
    await page
      .getByText('Only Mara, Jonas and you can see it · Jonas will be asked while Mara is away')
      .waitFor();
    await page.getByText('Everyone', { exact: true }).click();
    await page.getByText('Everyone can see it · Jonas will be asked while Mara is away').waitFor();
  });

  test('takes a pin off with undo', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test' });
    await page.goto('/people/jonas-boettger');
    const text = `Thanks for the lift ${Date.now()}`;
    await page.getByText('Thanks', { exact: true }).first().click();
    await page.locator('textarea[name="text"]').fill(text);
    await page.getByRole('button', { name: 'Pin it' }).click();
    const card = page.getByRole('article').filter({ hasText: text });
    await card.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await card.waitFor();
    expect(problems).toEqual([]);
  });

  test('takes a pin without script, and refuses an empty one in words', async () => {
    const { page } = await visit({ as: 'employee@demo.test', javaScriptEnabled: false });
    await page.goto('/people/aylin-kaya');
    const text = `Plain form ${Date.now()}`;
    await page.locator('textarea[name="text"]').first().fill(text);
    await page.getByRole('button', { name: 'Pin it' }).click();
    await page.getByRole('article').filter({ hasText: text }).waitFor();
    await page.locator('textarea[name="text"]').first().fill('   ');
    await page.getByRole('button', { name: 'Pin it' }).click();
    await page.getByText('Please fill this in.').first().waitFor();
  });
});

describe('the directory', () => {
  test('narrows while one types, keeps the address, and leads to a profile by keyboard', async () => {
    const { page, problems } = await visit({ as: 'employee@demo.test' });
    await page.goto('/people');
    await page.getByRole('searchbox', { name: 'Name or position' }).fill('suess');
    await page.waitForURL(/q=suess/);
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Mara Süß-Lindemann' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mara Süß-Lindemann' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('hands out a contact card', async () => {
    const { context } = await visit({ as: 'employee@demo.test' });
    const card = await context.request.get('/people/mara-suess-lindemann/card.vcf');
    expect(card.headers()['content-type']).toBe('text/vcard; charset=utf-8');
    expect(await card.text()).toContain('FN:Mara Süß-Lindemann');
  });
});

describe('accessible to all', () => {
  test.each([
    ['/people', 1440],
    ['/people?q=zzzz', 390],
    ['/people/mara-suess-lindemann', 390],
    ['/people/aylin-kaya', 1440],
    ['/people/aylin-kaya/about', 1024],
    ['/people/ronja-weiss/edit', 390],
  ])('%s at %i px', async (address, width) => {
    const { page } = await visit({
      as: 'employee@demo.test',
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    await page.goto(address);
    await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: (what: string) => Promise<Result> } };
      const { violations } = await axe.run('main');
      return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

type Result = { violations: { id: string; nodes: { html: string }[] }[] };

test('on a phone, the letter one chose in the directory is in sight', async () => {
  const { page } = await visit({ as: 'employee@demo.test', viewport: { width: 390, height: 844 } });
  await page.goto('/people?letter=z');
  const chosen = page.getByRole('navigation', { name: 'By letter' }).locator('[aria-current]');
  await expect.poll(async () => ((await chosen.boundingBox())?.x ?? 999) < 360).toBe(true);
});
