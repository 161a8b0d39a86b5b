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
