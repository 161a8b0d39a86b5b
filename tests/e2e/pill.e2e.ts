import type { Page } from 'playwright-core';
import { afterEach, expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { type Cable, cable } from './setup/cable.ts';
import { writePost } from './setup/compose.ts';

const { visit, url } = openBrowser();
const cables: Cable[] = [];
afterEach(() => Promise.all(cables.splice(0).map((one) => one.close())));

// Several people sign in to each of these; a busy machine takes its time for that.
vi.setConfig({ testTimeout: 120_000 });

const cardOf = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const pill = (page: Page) => page.getByRole('button', { name: /new posts?$/ });
const pillSays = (page: Page, words: string) =>
  page.getByRole('button', { name: words, exact: true }).waitFor();

/** Posts to everyone, and waits until it stands in the author's own feed. */
async function publish(page: Page, text: string): Promise<void> {
  await writePost(page, text);
  await page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await cardOf(page, text).waitFor();
}

async function remove(page: Page, text: string): Promise<void> {
  await cardOf(page, text).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await cardOf(page, text).waitFor({ state: 'detached' });
}

const three = () => ['first', 'second', 'third'].map((which) => `The ${which} of three, ${Date.now()}`);

test('what is deleted while it waits leaves the pill, and pressing it never shows it', async () => {
  const reader = await visit({ as: 'employee@demo.test' });
  const author = await visit({ as: 'admin@demo.test' });
  await Promise.all([online(reader.page), online(author.page)]);
  const [first = '', second = '', third = ''] = three();
  await publish(author.page, first);
  await publish(author.page, second);
  await pillSays(reader.page, '2 new posts');
  await remove(author.page, first);
  await pillSays(reader.page, '1 new post');
  await remove(author.page, second);
  await pill(reader.page).waitFor({ state: 'detached' });

  await publish(author.page, third);
  await pillSays(reader.page, '1 new post');
  await pill(reader.page).click();
  await cardOf(reader.page, third).waitFor();
  await pill(reader.page).waitFor({ state: 'detached' });
  expect(await cardOf(reader.page, first).count()).toBe(0);
  expect(await cardOf(reader.page, second).count()).toBe(0);
  await remove(author.page, third);
  expect([...reader.problems, ...author.problems]).toEqual([]);
});

test('what a broken connection has missed is counted with what comes since, and without what goes', async () => {
  const line = await cable(url);
  cables.push(line);
  const reader = await visit({ as: 'employee@demo.test', baseURL: line.url });
  const author = await visit({ as: 'admin@demo.test' });
  await Promise.all([online(reader.page), online(author.page)]);
  line.cut();
  await reader.page.locator('html[data-live="offline"]').waitFor({ state: 'attached' });
  const [first = '', second = '', third = ''] = three();
  await publish(author.page, first);
  await publish(author.page, second);
  line.plug();
  await pillSays(reader.page, '2 new posts');
  await publish(author.page, third);
  await pillSays(reader.page, '3 new posts');
  await remove(author.page, first);
  await pillSays(reader.page, '2 new posts');
  await remove(author.page, third);
  await pillSays(reader.page, '1 new post');
  await remove(author.page, second);
  await pill(reader.page).waitFor({ state: 'detached' });
});

test('what is marked read on one device is read on the other at once, with the count beside the feed', async () => {
  const author = await visit({ as: 'admin@demo.test' });
  const desk = await visit({ as: 'reader@demo.test' });
  const phone = await visit({ as: 'reader@demo.test', viewport: { width: 390, height: 844 } });
  const text = `Read once, read everywhere ${Date.now()}`;
  await phone.page.goto('/projects');
  await Promise.all([online(desk.page), online(phone.page)]);
  const beside = phone.page.locator('nav a[href="/"]').filter({ visible: true });
  const markAll = () => desk.page.getByRole('button', { name: 'Mark all read' }).click();
  await markAll();
  await beside.getByText(/unread/).waitFor({ state: 'detached' });
  await publish(author.page, text);
  await beside.getByText('one unread', { exact: true }).waitFor({ state: 'attached' });
  // Marked is what the list shows, not what waits behind the pill.
  await pill(desk.page).click();
  await cardOf(desk.page, text).waitFor();
  await markAll();
  await beside.getByText(/unread/).waitFor({ state: 'detached' });
  await phone.page.goto('/');
  await cardOf(phone.page, text).waitFor();
  expect(await cardOf(phone.page, text).getAttribute('data-unread')).toBeNull();
  expect([...desk.problems, ...phone.problems]).toEqual([]);
});

test('what is brought back waits in the pill again and counts as unread again, for whoever came meanwhile, too', async () => {
  const author = await visit({ as: 'admin@demo.test' });
  const desk = await visit({ as: 'reader@demo.test' });
  const phone = await visit({ as: 'reader@demo.test', viewport: { width: 390, height: 844 } });
  await phone.page.goto('/projects');
  await Promise.all([online(author.page), online(desk.page), online(phone.page)]);
  const beside = phone.page.locator('nav a[href="/"]').filter({ visible: true });
  await desk.page.getByRole('button', { name: 'Mark all read' }).click();
  await beside.getByText(/unread/).waitFor({ state: 'detached' });
  const text = `Deleted by mistake ${Date.now()}`;
  await publish(author.page, text);
  await pillSays(desk.page, '1 new post');
  await beside.getByText('one unread', { exact: true }).waitFor({ state: 'attached' });

  await remove(author.page, text);
  await pill(desk.page).waitFor({ state: 'detached' });
  await beside.getByText(/unread/).waitFor({ state: 'detached' });
  // Opened between the two, they have not heard of what went.
  const late = await visit({ as: 'reader@demo.test' });
  await online(late.page);
  await author.page.getByRole('button', { name: 'Undo' }).click();
  await cardOf(author.page, text).waitFor();
  await pillSays(desk.page, '1 new post');
  await beside.getByText('one unread', { exact: true }).waitFor({ state: 'attached' });
  await pillSays(late.page, '1 new post');
  await late.page
    .locator('nav a[href="/"]')
    .filter({ visible: true })
    .getByText('one unread', { exact: true })
    .first()
    .waitFor({ state: 'attached' });
  await pill(desk.page).click();
  await cardOf(desk.page, text).waitFor();
  await remove(author.page, text);
  expect([...author.problems, ...desk.problems, ...phone.problems, ...late.problems]).toEqual([]);
});
