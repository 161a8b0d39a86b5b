import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost, written } from './setup/compose.ts';

const { visit } = openBrowser();

test('without a connection the page stays, says so, and keeps what was typed', async () => {
  const { context, page } = await visit({ as: 'lead@demo.test' });
  await online(page);
  const stamp = Date.now();
  const card = page.getByRole('article').first();
  await card.locator('[data-action=comment]').click();
  const comment = card.getByRole('textbox', { name: 'Write a comment' });
  await comment.fill(`Comment ${stamp}`);
  await writePost(page, 'Post');
  await context.setOffline(true);

  await card.getByRole('button', { name: 'Send' }).click();
  await card.getByText('Not sent: no connection.').waitFor();
  await card.locator('[data-action=like]').click();
  await page.getByRole('status').getByText('cannot reach the server').waitFor();
  await page.locator('#composer .ProseMirror').fill(`Post ${stamp}`);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.locator('#composer').getByText('Not sent: no connection.').waitFor();
  expect([await comment.inputValue(), await written(page)]).toEqual([`Comment ${stamp}`, `Post ${stamp}`]);

  await context.setOffline(false);
  await card.getByRole('button', { name: 'Send' }).click();
  await card.getByRole('listitem').getByText(`Comment ${stamp}`).waitFor();
  expect(await comment.inputValue()).toBe('');
});

test('what one writes stays while new posts are shown above', async () => {
  const reader = await visit({ as: 'lead@demo.test' });
  const author = await visit({ as: 'admin@demo.test' });
  await online(reader.page);
  await writePost(reader.page, 'Half a thought');
  const audience = reader.page.locator('#composer-audience');
  const chosen = await audience.locator('option').last().getAttribute('value');
  await audience.selectOption(chosen);

  const text = `News at ${Date.now()}`;
  await writePost(author.page, text);
  await author.page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await author.page.getByRole('button', { name: 'Post', exact: true }).click();
  await reader.page.getByRole('button', { name: /new post/ }).click();
  await reader.page.getByRole('article').getByText(text).waitFor();
  expect(await written(reader.page)).toBe('Half a thought');
  expect(await audience.inputValue()).toBe(chosen);
  await writePost(reader.page, '');
});

test('the feed is read by keys, and ? lists them', async () => {
  const { page, problems } = await visit({ as: 'employee@demo.test' });
  await online(page);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-item') ?? null);
  const items = await page
    .getByRole('article')
    .evaluateAll((all) => all.map((item) => item.getAttribute('data-item')));
  await page.keyboard.press('j');
  expect(await focused()).toBe(items[0]);
  await page.keyboard.press('j');
  expect(await focused()).toBe(items[1]);
  await page.keyboard.press('k');
  expect(await focused()).toBe(items[0]);

  const like = page.getByRole('article').first().locator('[data-action=like]');
  const before = await like.getAttribute('aria-pressed');
  await page.keyboard.press('l');
  await expect.poll(() => like.getAttribute('aria-pressed')).not.toBe(before);
  await page.keyboard.press('u');
  await page.getByText('Unread from here.').waitFor();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.waitFor();
  expect(await help.locator('kbd').allTextContents()).toEqual([
    '/',
    '?',
    'j',
    'k',
    'o',
    'l',
    'c',
    'u',
    'Esc',
  ]);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });

  await page.getByRole('article').first().focus();
  await page.keyboard.press('c');
  const comment = page.getByRole('article').first().getByRole('textbox', { name: 'Write a comment' });
  await comment.waitFor();
  await comment.pressSequentially('jklou?');
  await page.keyboard.press('Escape');
  expect([await focused(), await comment.inputValue()]).toEqual([items[0], 'jklou?']);
  await page.keyboard.press('o');
  await page.waitForURL((address) => address.pathname !== '/');
  expect(problems).toEqual([]);
});

test('two devices of one person: order, marks and count are the same on both', async () => {
  const author = await visit({ as: 'admin@demo.test' });
  const desk = await visit({ as: 'employee@demo.test' });
  const phone = await visit({ as: 'employee@demo.test' });
  await desk.page.getByRole('button', { name: 'Mark all read' }).click();
  await desk.page.getByText('Everything is marked as read.').waitFor();

  const text = `For two devices ${Date.now()}`;
  await writePost(author.page, text);
  await author.page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await author.page.getByRole('button', { name: 'Post', exact: true }).click();
  await author.page.getByRole('article').getByText(text).waitFor();

  await desk.page.getByRole('button', { name: 'Unread', exact: true }).click();
  await desk.page.waitForURL(/order=unread/);
  await desk.page.getByRole('article').filter({ hasText: text }).waitFor();
  // The choice is remembered for the other device, where the item has not been in sight yet.
  await phone.page.goto('/');
  await online(phone.page);
  await online(desk.page);
  const chosen = phone.page.getByRole('button', { name: 'Unread', exact: true });
  expect(await chosen.getAttribute('aria-pressed')).toBe('true');

  const card = desk.page.getByRole('article').filter({ hasText: text });
  await card.getByRole('button', { name: 'More actions' }).click();
  await desk.page.getByRole('menuitem', { name: 'Mark unread from here' }).click();
  await desk.page.getByText('Unread from here.').waitFor();
  await phone.page.reload();
  const other = phone.page.getByRole('article').filter({ hasText: text });
  await other.waitFor();
  await desk.page.getByRole('button', { name: 'Mark all read' }).click();
  await expect.poll(() => other.getAttribute('data-unread')).toBeNull();

  await desk.page.getByRole('button', { name: 'Latest', exact: true }).click();
  await desk.page.waitForURL(/order=latest/);
  expect([...desk.problems, ...phone.problems]).toEqual([]);
});

test('nothing is wider than a narrow phone', async () => {
  const { page } = await visit({ as: 'lead@demo.test', viewport: { width: 320, height: 700 } });
  for (const address of ['/', '/projects', '/projects?view=table', '/projects/atlas-erp-rollout']) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
      address,
      320,
    ]);
  }
});

test('on a phone what needs me stands above the feed, one tap away', async () => {
  const { page } = await visit({ as: 'employee@demo.test', viewport: { width: 390, height: 844 } });
  await page.getByRole('navigation', { name: 'Shortcuts' }).getByRole('link', { name: /Feed/ }).click();
  const needs = page.locator('summary', { hasText: 'Needs you' });
  expect((await needs.boundingBox())?.y).toBeLessThan(844);
  await needs.click();
  await page
    .getByRole('link', { name: /Question from/ })
    .first()
    .click();
  await page.waitForURL(/\/(pins|status)\//);
});

test('a link to writing opens the editor at once, before the rest of the page is live', async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  for (let time = 0; time < 3; time++) {
    await page.goto('/?compose');
    await page.locator('#composer .ProseMirror:focus').waitFor();
  }
  await online(page);
  expect(problems).toEqual([]);
});

test('presses before the page is awake do no harm', async () => {
  const { page, problems } = await visit({ as: 'employee@demo.test' });
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    const end = performance.now() + 3_000;
    port1.onmessage = () => {
      document.querySelector('main h1')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      if (performance.now() < end) port2.postMessage('again');
    };
    port2.postMessage('begin');
  });
  for (let turn = 0; turn < 3; turn++) {
    await page.goto('/');
    // Drawn by what is awake: without script it is a link to a page.
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menu').waitFor();
  }
  expect(problems).toEqual([]);
});
