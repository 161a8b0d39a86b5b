import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit } = openBrowser();

/** Publishes a post to everyone from the feed and waits until it stands there. */
async function publish(page: Page, text: string): Promise<void> {
  await writePost(page, text);
  await page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.getByRole('article').getByText(text).waitFor();
}

test('a post appears in the other browser behind a pill, without moving the reader', async () => {
  const reader = await visit({ as: 'employee@demo.test' });
  const author = await visit({ as: 'admin@demo.test' });
  await online(reader.page);
  const text = `Hello from the admin at ${Date.now()}`;
  await publish(author.page, text);

  const pill = reader.page.getByRole('button', { name: /new post/ });
  await pill.waitFor();
  expect(await reader.page.getByText(text).count()).toBe(0);
  const scrolled = () => reader.page.evaluate(() => window.scrollY);
  await reader.page.mouse.wheel(0, 1_500);
  await expect.poll(scrolled).toBe(1_500);
  await pill.click();
  await reader.page.getByText(text).first().waitFor();
  // A refresh that ends must not scroll back to where it began.
  expect(await scrolled()).toBe(0);
  expect([...reader.problems, ...author.problems]).toEqual([]);
});

test('a comment and a reaction appear in the open thread of the other browser', async () => {
  const author = await visit({ as: 'admin@demo.test' });
  const other = await visit({ as: 'employee@demo.test' });
  const text = `Let us talk about ${Date.now()}`;
  await publish(author.page, text);
  const article = author.page.getByRole('article').filter({ hasText: text });
  const href = (await article.getAttribute('data-href')) ?? '';
  await author.page.goto(href);
  await online(author.page);
  await other.page.goto(href);
  await online(other.page);

  const remark = `A live remark ${Date.now()}`;
  await author.page.getByRole('textbox', { name: 'Write a comment' }).fill(remark);
  await author.page.getByRole('button', { name: 'Send' }).click();
  await author.page.getByText(remark).waitFor();
  await other.page.getByText(remark).waitFor();
  expect([...author.problems, ...other.problems]).toEqual([]);
});

test('from a project to its lead, their place in the chart, and a question they see appear at once', async () => {
  const asker = await visit({ as: 'employee@demo.test' });
  const lead = await visit({ as: 'lead@demo.test' });
  await lead.page.goto('/people/aylin-kaya');
  await online(lead.page);

  await asker.page.goto('/projects');
  await asker.page.getByRole('main').getByRole('link', { name: /Atlas/ }).first().click();
  await asker.page.waitForURL(/\/projects\/atlas/);
  await asker.page.getByRole('main').getByRole('link', { name: 'Aylin Kaya' }).first().click();
  await asker.page.waitForURL(/\/people\/aylin-kaya/);
  await asker.page.goto('/org?focus=aylin-kaya');
  await asker.page
    .getByRole('treeitem', { name: /Aylin Kaya/ })
    .first()
    .waitFor();

  await asker.page.goto('/people/aylin-kaya');
  const text = `Which printer takes the 76 mm rolls? ${Date.now()}`;
  await asker.page.locator('main textarea[name="text"]').first().fill(text);
  await asker.page.getByRole('button', { name: 'Pin it' }).click();
  await asker.page.getByText(text).first().waitFor();
  await lead.page.getByText(text).first().waitFor();
  expect([...asker.problems, ...lead.problems]).toEqual([]);
});

test('somebody without an e-mail address signs in by personnel number', async () => {
  const { page, problems } = await visit({ as: '40117' });
  await page.getByRole('feed').waitFor();
  expect(await page.locator('html').getAttribute('data-locale')).toMatch(/^(en|de)/);
  expect(problems).toEqual([]);
});

test('reading and posting work without JavaScript', async () => {
  const { page } = await visit({ as: 'employee@demo.test', javaScriptEnabled: false });
  const text = `No script, ${Date.now()}`;
  await page.locator('#composer textarea[name="text"]').fill(text);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.getByText(text).first().waitFor();
  await page.getByRole('link', { name: 'Older posts' }).click();
  await page.waitForURL(/cursor=/);
  expect(await page.locator('article').count()).toBeGreaterThan(5);
});
