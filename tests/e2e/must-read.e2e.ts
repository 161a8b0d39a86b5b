import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit } = openBrowser();

test('what must be read stands on top until it is confirmed, and its author sees numbers', {
  timeout: 120_000,
}, async () => {
  const admin = await visit({ as: 'admin@demo.test' });
  const text = `The new switch of the press ${Date.now()}`;
  await writePost(admin.page, text);
  await admin.page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await admin.page.getByLabel('Must be read').check();
  await admin.page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const own = admin.page.getByRole('article').filter({ hasText: text });
  await own.waitFor();

  const reader = await visit({ as: 'employee@demo.test' });
  await online(reader.page);
  const item = reader.page.getByRole('article').filter({ hasText: text });
  await item.getByText('Must be read').waitFor();
  expect(await item.count()).toBe(1);
  await item.getByText('When you confirm, it is noted.').waitFor();
  await item.getByRole('button', { name: 'I have read this' }).click();
  await item.getByText(/You confirmed on/).waitFor();

  await own.getByRole('button', { name: 'More actions' }).first().click();
  await admin.page.getByRole('menuitem', { name: 'Who has confirmed' }).click();
  // One alone would tell of all the others.
  await admin.page.getByText(/^None or one of \d+ have confirmed$/).waitFor();
  await admin.page.getByText(/^A number is withheld where it would tell/).waitFor();
  await admin.page.getByText(/Names are not shown/).waitFor();
  await admin.page.getByLabel('Signed on paper').fill('@nobody-at-all');
  await admin.page.getByRole('button', { name: 'Enter' }).click();
  await admin.page.getByText('Nobody of that name must read this.').waitFor();
  await admin.page.getByLabel('Signed on paper').fill('@yusuf-sahin');
  await admin.page.getByRole('button', { name: 'Enter' }).click();
  await admin.page.getByText(/^2 of \d+ have confirmed$/).waitFor();
  await admin.page.getByText('On an own device 1, at a shared terminal 0, on paper 1.').waitFor();
  const address = new URL(admin.page.url()).pathname;
  expect(await (await admin.context.request.get(`${address}.csv`)).text()).toContain('Hamburg');
  expect((await reader.context.request.get(`${address}.csv`)).status()).toBe(403);
  expect(reader.problems).toEqual([]);
  expect(admin.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
});

test('a post is pinned on top for all whom it reaches, says who did it, and is taken off again', {
  timeout: 120_000,
}, async () => {
  const admin = await visit({ as: 'admin@demo.test' });
  const text = `Fire drill on Thursday ${Date.now()}`;
  await writePost(admin.page, text);
  await admin.page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await admin.page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const own = admin.page.getByRole('article').filter({ hasText: text });
  const choose = async (name: string) => {
    await own.getByRole('button', { name: 'More actions' }).first().click();
    await admin.page.getByRole('menuitem', { name }).click();
  };
  await choose('Pin on top for a week');
  await own.getByText(/^Pinned by Björn Ahlers until /).waitFor();

  // A list that shows it in its own place offers to take it off as well.
  await admin.page.goto('/people/bjoern-ahlers/posts');
  await own.getByRole('button', { name: 'More actions' }).first().click();
  await admin.page.getByRole('menuitem', { name: 'Take off the top' }).waitFor();
  expect(await admin.page.getByRole('menuitem', { name: 'Pin on top for a week' }).count()).toBe(0);
  await admin.page.keyboard.press('Escape');

  const reader = await visit({ as: 'employee@demo.test' });
  const seen = reader.page.getByRole('article').filter({ hasText: text });
  await seen.getByText(/^Pinned by Björn Ahlers until /).waitFor();
  expect(await seen.count()).toBe(1);
  await seen.getByRole('button', { name: 'More actions' }).first().click();
  await reader.page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
  expect(await reader.page.getByRole('menuitem', { name: 'Pin on top for a week' }).count()).toBe(0);

  const address = (await seen.getAttribute('data-href')) ?? '';
  await reader.page.goto(address);
  await seen.getByText(/^Pinned by Björn Ahlers until /).waitFor();
  await admin.page.goto(address);
  await online(admin.page);
  await choose('Take off the top');
  await admin.page.getByText('No longer on top.').waitFor();
  await own.getByText(/^Pinned by/).waitFor({ state: 'detached' });
  await choose('Pin on top for a week');
  await own.getByText(/^Pinned by Björn Ahlers until /).waitFor();
  await choose('Take off the top');
  await own.getByText(/^Pinned by/).waitFor({ state: 'detached' });
  await reader.page.goto('/');
  await seen.waitFor();
  expect(await seen.getByText(/^Pinned by/).count()).toBe(0);
  expect([...admin.problems, ...reader.problems]).toEqual([]);
});
