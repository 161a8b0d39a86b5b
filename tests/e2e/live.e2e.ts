import type { Page } from 'playwright-core';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { type Cable, cable } from './setup/cable.ts';

const { visit, url } = openBrowser();
const cables: Cable[] = [];
afterEach(() => Promise.all(cables.splice(0).map((one) => one.close())));

async function lay(options?: Parameters<typeof cable>[1]): Promise<Cable> {
  const laid = await cable(url, options);
  cables.push(laid);
  return laid;
}

// Several people sign in to each of these; a busy machine takes its time for that.
vi.setConfig({ testTimeout: 240_000 });

const bellLink = (page: Page) => page.locator('[data-frame="header"] a[href="/notifications"]');

/** What the bell in the header shows, as a number. */
async function bell(page: Page): Promise<number> {
  const shown = bellLink(page).locator('span[aria-hidden="true"]');
  return (await shown.count()) === 0 ? 0 : Number(await shown.textContent());
}

async function bellReaches(page: Page, count: number): Promise<void> {
  const shown = bellLink(page).locator('span[aria-hidden="true"]');
  await shown.filter({ hasText: new RegExp(`^${count}$`) }).waitFor();
}

/** Leaves a note on the board of Ronja Weiß, who is told of it. */
async function pinToRonja(page: Page, text: string): Promise<void> {
  await page.goto('/people/ronja-weiss');
  await page.locator('main textarea[name="text"]').first().fill(text);
  await page.getByRole('button', { name: 'Pin it' }).click();
  await page.getByText(text).first().waitFor();
}

test('the bell counts on every page of every device at once, and reading on one empties it on the others', async () => {
  const ronja = await visit({ as: 'employee@demo.test' });
  const phone = await visit({ as: 'employee@demo.test', viewport: { width: 390, height: 844 } });
  const lead = await visit({ as: 'lead@demo.test' });
  await ronja.page.goto('/projects');
  await phone.page.goto('/people');
  await Promise.all([online(ronja.page), online(phone.page)]);
  const before = await bell(ronja.page);

  await pinToRonja(lead.page, `The drawings are in the folder, ${Date.now()}`);
  await Promise.all([bellReaches(ronja.page, before + 1), bellReaches(phone.page, before + 1)]);

  await phone.page.goto('/notifications');
  await phone.page.getByRole('button', { name: 'Mark all as read' }).click();
  await bellLink(ronja.page).locator('span[aria-hidden="true"]').waitFor({ state: 'detached' });
  expect([...ronja.problems, ...phone.problems, ...lead.problems]).toEqual([]);
});

test('after a broken connection nothing is missed: pill, bell and an open board', async () => {
  const line = await lay();
  const feed = await visit({ as: 'employee@demo.test', baseURL: line.url });
  const lead = await visit({ as: 'lead@demo.test' });
  const board = await feed.context.newPage();
  await board.goto('/people/ronja-weiss');
  await Promise.all([online(feed.page), online(board)]);
  const before = await bell(board);
  line.cut();
  const offline = 'html[data-live="offline"]';
  await Promise.all([feed.page, board].map((page) => page.locator(offline).waitFor({ state: 'attached' })));

  const text = `Written while you were away, ${Date.now()}`;
  await pinToRonja(lead.page, text);
  line.plug();
  await board.getByText(text).first().waitFor();
  await bellReaches(board, before + 1);
  await feed.page.getByRole('button', { name: /new post/ }).waitFor();
  expect(await feed.page.getByText(text).count()).toBe(0);
});

test('where no WebSocket gets through, the same arrives by long polling', async () => {
  const line = await lay({ webSockets: false });
  const ronja = await visit({ as: 'employee@demo.test', baseURL: line.url });
  const lead = await visit({ as: 'lead@demo.test' });
  await ronja.page.goto('/people/ronja-weiss');
  await online(ronja.page);
  const text = `By long polling, ${Date.now()}`;
  const polled = ronja.page.waitForRequest(/transport=polling/);
  await pinToRonja(lead.page, text);
  await ronja.page.getByText(text).first().waitFor();
  await polled;
});

test('that a colleague is online shows on their profile once the agreement of their site allows it, and as it changes', async () => {
  const [admin, ronja] = [await visit({ as: 'admin@demo.test' }), await visit({ as: 'employee@demo.test' })];
  const shown = ronja.page.getByText('online', { exact: true });
  async function turn(on: boolean): Promise<void> {
    await admin.page.goto('/admin/agreements');
    const form = admin.page.locator('#presence form', { hasText: 'Hamburg' });
    await form.getByRole('checkbox').setChecked(on);
    await form.getByLabel('Agreement').fill('BV 12');
    await form.locator('input[type="date"]').fill('2026-11-01');
    const saved = admin.page.waitForResponse((answer) => answer.request().method() === 'POST');
    await form.getByRole('button', { name: 'Save' }).click();
    await saved;
  }
  const look = async () => {
    await ronja.page.goto('/people/renate-brinkmann');
    await online(ronja.page);
  };
  // Nobody else here is her: whoever is open in another walk stays online.
  const renate = await visit({ as: 'betriebsrat@demo.test' });
  await online(renate.page);
  await turn(false);
  await look();
  expect(await shown.count()).toBe(0);
  await turn(true);
  await look();
  await shown.waitFor();
  await renate.context.close();
  await shown.waitFor({ state: 'detached' });
  const back = await visit({ as: 'betriebsrat@demo.test' });
  onTestFinished(() => back.context.close());
  await online(back.page);
  await shown.waitFor();
  await turn(false);
  await look();
  expect(await shown.count()).toBe(0);
});

test('signing out in one window ends the other at once', async () => {
  const { context, page } = await visit({ as: 'reader@demo.test' });
  const other = await context.newPage();
  await other.goto('/people');
  await Promise.all([online(other), online(page)]);
  await page.getByRole('button', { name: 'My menu' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await other.waitForURL(/\/sign-in/);
  expect(await other.getByRole('link', { name: /Süß/ }).count()).toBe(0);
});
