import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

test('the right to speak for somebody is given for anybody, found by name; who is not known is asked for again', async () => {
  const { page, problems } = await visit({ as: 'admin@demo.test' });
  await page.goto('/admin/accounts/mara-suess-lindemann');
  await online(page);
  const rights = page.locator('#rights');
  await rights
    .getByLabel('Right', { exact: true })
    .selectOption({ label: 'Speak for an office or a person' });
  await rights.getByLabel('For', { exact: true }).selectOption({ label: 'Another person …' });
  const whom = rights.getByLabel('For whom');
  await whom.fill('Nobody Atall');
  await rights.getByRole('button', { name: 'Give this right' }).click();
  await rights.getByText('We know nobody by this name').waitFor();
  expect(await whom.inputValue()).toBe('Nobody Atall');

  await whom.fill('Jonas B');
  const offered = page.locator('#whom-found option[value$="@jonas-boettger"]');
  await offered.waitFor({ state: 'attached' });
  await whom.fill((await offered.getAttribute('value')) ?? '');
  await rights.getByRole('button', { name: 'Give this right' }).click();
  const given = rights.getByRole('listitem').filter({ hasText: 'Jonas Böttger' });
  await given.getByText('Speak for an office or a person', { exact: true }).waitFor();
  await given.getByRole('button', { name: 'Revoke' }).click();
  await given.waitFor({ state: 'detached' });
  expect(problems.filter((problem) => !problem.includes('400'))).toEqual([]);
});

test('whoever only reads is offered nothing to write, on any width', async () => {
  for (const width of [1440, 390]) {
    const viewport = { width, height: 900 };
    const offers = async (as: string) => {
      const { page } = await visit({ as, viewport });
      await page.goto('/');
      return page.locator('a[href="/?compose"]:visible').count();
    };
    expect([width, await offers('reader@demo.test'), await offers('employee@demo.test')]).toEqual([
      width,
      0,
      1,
    ]);
  }
});

test('what I owe is in my menu, and found by its name', async () => {
  const { page } = await visit({ as: 'lead@demo.test', viewport: { width: 390, height: 844 } });
  await page.goto('/');
  await online(page);
  await page.getByRole('button', { name: 'My menu' }).click();
  await page.getByRole('link', { name: 'What I owe' }).click();
  await page.waitForURL('/owed');
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('owe');
  await page.getByRole('option', { name: 'What I owe' }).waitFor();
});
