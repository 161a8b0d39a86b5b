import { expect, test } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

// The browser tests expect `problems` to be empty: here it is shown that it can be anything else.
test('a console error and an inline script without a nonce are noticed, and the script does not run', async () => {
  const { page, problems } = await visit();
  await page.goto('/sign-in');
  expect(problems).toEqual([]);
  await page.evaluate(() => {
    console.error('planted');
    const script = document.createElement('script');
    script.textContent = 'globalThis.broken = true';
    document.body.append(script);
  });
  await expect.poll(() => problems.join()).toMatch(/planted/);
  await expect.poll(() => problems.join()).toMatch(/csp: script-src/);
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
});
