import { expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
// A busy machine takes its time for signing in.
vi.setConfig({ testTimeout: 240_000 });

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
