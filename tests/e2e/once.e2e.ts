import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
// A busy machine takes its time for signing in.
vi.setConfig({ testTimeout: 240_000, expect: { poll: { timeout: 30_000 } } });

/** The next form reaches the server, and the connection breaks before its answer comes. */
async function loseAnswer(page: Page): Promise<void> {
  const lost = { yet: false };
  await page.route('**', async (route) => {
    if (lost.yet || route.request().method() !== 'POST') return route.fallback();
    lost.yet = true;
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
}

/** Opens the newest post of the feed by itself, and gives its address. */
async function openPost(page: Page): Promise<string> {
  const href = await page.locator('article[data-href^="/posts/"]').first().getAttribute('data-href');
  await page.goto(href ?? '');
  return href ?? '';
}

/** Sends the form twice in the same breath, as a nervous finger does, with what it holds now. */
async function sendTwice(page: Page, form: string, pressed: Record<string, string> = {}): Promise<void> {
  const fields = await page.locator(`${form} [name]`).evaluateAll((all) =>
    all
      .map((field) => field as HTMLInputElement)
      .filter((field) => field.type !== 'radio' || field.checked)
      .map((field) => [field.name, field.value]),
  );
  const address = (await page.locator(form).getAttribute('action')) ?? '';
  const headers = { origin: new URL(page.url()).origin };
  const once = () =>
    page.request.post(new URL(address, page.url()).href, {
      headers,
      form: { ...Object.fromEntries(fields), ...pressed },
    });
  for (const answer of await Promise.all([once(), once()]))
    expect([answer.status(), answer.url()]).toEqual([200, answer.url()]);
}

test('a comment whose answer was lost is sent again and exists once; the next one is another', async () => {
  const { page } = await visit({ as: 'lead@demo.test' });
  await openPost(page);
  await online(page);
  const text = `Heard once ${Date.now()}`;
  const area = page.getByRole('textbox', { name: 'Write a comment' });
  const comments = page.getByRole('listitem').filter({ hasText: text });
  const send = () => page.getByRole('button', { name: 'Send', exact: true }).click();
  await area.fill(text);
  await loseAnswer(page);
  await send();
  await page.getByText('Not sent: no connection.').waitFor();
  expect(await area.inputValue()).toBe(text);
  await send();
  await expect.poll(() => area.inputValue()).toBe('');
  await page.reload();
  await comments.first().waitFor();
  expect(await comments.count()).toBe(1);

  // Said twice on purpose.
  await online(page);
  await area.fill(text);
  await send();
  await expect.poll(() => comments.count()).toBe(2);
});

test('a pin whose answer was lost comes back with the page and exists once, and so does its answer, pressed twice', async () => {
  const { page } = await visit({ as: 'employee@demo.test' });
  const board = '/people/aylin-kaya';
  await page.goto(board);
  await online(page);
  const text = `Which hall is it? ${Date.now()}`;
  const area = page.locator('textarea[name="text"]').first();
  await area.fill(text);
  await page.getByText('Everyone', { exact: true }).click();
  await loseAnswer(page);
  await page.getByRole('button', { name: 'Pin it' }).click();
  await page.getByRole('main').getByText('Not sent: no connection.').waitFor();
  await page.reload();
  await online(page);
  await expect.poll(() => area.inputValue()).toBe(text);
  expect(await page.locator('input[name="visibility"]:checked').inputValue()).toBe('everyone');
  await page.getByRole('button', { name: 'Pin it' }).click();
  await expect.poll(() => area.inputValue()).toBe('');
  const pins = page.getByRole('article').filter({ hasText: text });
  await page.reload();
  await pins.first().waitFor();
  expect(await pins.count()).toBe(1);

  const owner = await visit({ as: 'lead@demo.test', javaScriptEnabled: false });
  await owner.page.goto(board);
  const card = owner.page.getByRole('article').filter({ hasText: text });
  const form = `article:has-text("${text}") form:has(button[value="answer"])`;
  await card.getByText('Answer', { exact: true }).click();
  await owner.page.locator(`${form} textarea`).fill('Hall 4.');
  await sendTwice(owner.page, form, { intent: 'answer' });
  await owner.page.goto(board);
  expect(await card.getByText('Hall 4.', { exact: true }).count()).toBe(1);
});

test('a status whose answer was lost comes back with the page and stands once in the project', async () => {
  const { page } = await visit({ as: 'lead@demo.test' });
  const project = '/projects/atlas-erp-rollout';
  await page.goto(`${project}/status/new`);
  await online(page);
  const text = `As planned ${Date.now()}`;
  await page.locator('[name="text"]').fill(text);
  // The last update in German is not this one's.
  await page.locator('[name="otherText"]').fill('');
  await loseAnswer(page);
  const publish = () => page.getByRole('button', { name: 'Publish status' }).click();
  await publish();
  await page.getByText('Not sent: no connection.').first().waitFor();
  await page.reload();
  await page.getByText('What you began to write is back.').waitFor();
  await online(page);
  expect(await page.locator('[name="text"]').inputValue()).toBe(text);
  await publish();
  await page.waitForURL((address) => address.pathname === project);
  await page.goto(`${project}/feed`);
  const standing = page.getByRole('article').filter({ hasText: text });
  await standing.first().waitFor();
  expect(await standing.count()).toBe(1);
});

test('without JavaScript a nervous finger comments and pins once', async () => {
  const { page } = await visit({ as: 'lead@demo.test', javaScriptEnabled: false });
  const post = await openPost(page);
  const text = `No script ${Date.now()}`;
  const comment = `form[action^="/entries/"]:has(textarea)`;
  await page.locator(`${comment} textarea`).fill(text);
  await sendTwice(page, comment);
  await page.goto(post);
  expect(await page.getByRole('listitem').filter({ hasText: text }).count()).toBe(1);

  const board = '/people/ronja-weiss';
  await page.goto(board);
  const pin = 'form:has(input[value="place"])';
  await page.locator(`${pin} textarea`).fill(text);
  await sendTwice(page, pin);
  await page.goto(board);
  expect(await page.getByRole('article').filter({ hasText: text }).count()).toBe(1);
});
