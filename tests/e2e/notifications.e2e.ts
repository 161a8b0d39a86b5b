import { expect, test } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

test('what is mailed and when is chosen without JavaScript, and a refused form keeps what was chosen', async () => {
  const { page } = await visit({ as: 'reader@demo.test', javaScriptEnabled: false });
  await page.goto('/settings');
  const form = page.locator('#notifications form');
  await form.locator('[name="mail_mention"]').selectOption('weekly');
  await form.locator('[name="in_app"][value="comment"]').uncheck();
  await form.locator('[name="quietFrom"]').fill('20:30');
  await form.locator('[name="quietTo"]').fill('');
  await form.locator('button[value="delivery"]').click();
  await page.locator('#quietTo-error').waitFor();
  expect(await form.locator('[name="mail_mention"]').inputValue()).toBe('weekly');
  expect(await form.locator('[name="quietFrom"]').inputValue()).toBe('20:30');
  await form.locator('[name="quietTo"]').fill('07:00');
  await form.locator('button[value="delivery"]').click();
  await page.waitForURL(/done=delivery/);
  expect(await form.locator('[name="mail_mention"]').inputValue()).toBe('weekly');
  expect(await form.locator('[name="in_app"][value="comment"]').isChecked()).toBe(false);
  expect(await form.locator('[name="quietTo"]').inputValue()).toBe('07:00');
});

test('somebody without an e-mail address is told so, and asked nothing about mails', async () => {
  const { page } = await visit({ as: '40117' });
  await page.goto('/settings');
  const form = page.locator('#notifications form');
  expect(await form.locator('[name="in_app"]').count()).toBeGreaterThan(0);
  expect(await form.locator('select, input[type="time"]').count()).toBe(0);
});

test('a link to end mails that is not ours says so to a visitor', async () => {
  const { page } = await visit();
  const answer = await page.goto('/unsubscribe/0123-all-4567');
  expect(answer?.status()).toBe(404);
  expect(await page.locator('form[method="post"] button[value="all"]').count()).toBe(0);
  await page.getByRole('link', { name: 'To the settings' }).waitFor();
});
