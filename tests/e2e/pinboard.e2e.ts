import { expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
// A busy machine takes its time for signing in.
vi.setConfig({ testTimeout: 240_000 });

test('without a connection a pin stays as it was typed, over a reload too', async () => {
  const { context, page } = await visit({ as: 'employee@demo.test' });
  await page.goto('/people/aylin-kaya');
  await online(page);
  const text = `Which gate is the new one? ${Date.now()}`;
  const area = page.locator('textarea[name="text"]').first();
  await area.fill(text);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Pin it' }).click();
  await page.getByRole('main').getByText('Not sent: no connection.').waitFor();
  expect(await area.inputValue()).toBe(text);

  await context.setOffline(false);
  await page.reload();
  await online(page);
  await expect.poll(() => area.inputValue()).toBe(text);
  await page.getByRole('button', { name: 'Pin it' }).click();
  const pin = page.getByRole('article').filter({ hasText: text });
  await pin.waitFor();
  expect(await area.inputValue()).toBe('');

  await pin.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await pin.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await pin.waitFor();
});

test('a board belongs to its owner, who keeps on top, hides and blocks, but never edits what another wrote', async () => {
  const author = await visit({ as: 'employee@demo.test' });
  const owner = await visit({ as: 'lead@demo.test' });
  const other = await visit({ as: 'reader@demo.test' });
  const board = '/people/aylin-kaya';
  const text = `Thanks for the cake ${Date.now()}`;
  await author.page.goto(board);
  await online(author.page);
  await author.page.getByText('Thanks', { exact: true }).first().click();
  await author.page.getByText('Everyone', { exact: true }).click();
  await author.page.getByText('Everyone can see it').waitFor();
  await author.page.locator('textarea[name="text"]').fill(text);
  await author.page.getByRole('button', { name: 'Pin it' }).click();
  const mine = author.page.getByRole('article').filter({ hasText: text });
  const permalink = (await mine.locator('a[href*="/pins/"]').first().getAttribute('href')) ?? '';
  await other.page.goto(permalink);
  await other.page.getByText(text).waitFor();

  await owner.page.goto(board);
  await online(owner.page);
  const card = owner.page.getByRole('article').filter({ hasText: text });
  const choose = async (name: string) => {
    await card.getByRole('button', { name: 'More actions' }).click();
    await owner.page.getByRole('menuitem', { name }).click();
  };
  await card.getByRole('button', { name: 'More actions' }).click();
  await owner.page.getByRole('menuitem', { name: 'Report' }).waitFor();
  expect(await owner.page.getByRole('menuitem', { name: 'Edit' }).count()).toBe(0);
  await owner.page.keyboard.press('Escape');
  await owner.page.getByRole('menu').waitFor({ state: 'detached' });
  await choose('Keep on top');
  await card.getByText('On top', { exact: true }).waitFor();
  await choose('Hide from others');
  await card.getByText('You have hidden this from others.').waitFor();
  await author.page.reload();
  await mine.getByText('Aylin Kaya has hidden this; only you two see it.').waitFor();
  expect((await other.page.goto(permalink))?.status()).toBe(404);
  await choose('Show again');
  await card.getByText('You have hidden this from others.').waitFor({ state: 'detached' });

  await choose('Block Ronja Weiß');
  await owner.page.getByText('Ronja Weiß can no longer leave anything').waitFor();
  await author.page.reload();
  await author.page.getByText('Aylin does not take notes from you at the moment.').waitFor();
  await owner.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect
    .poll(
      async () => {
        await author.page.reload();
        return author.page.getByRole('button', { name: 'Pin it' }).count();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(1);
  expect([...author.problems, ...owner.problems]).toEqual([]);
});
