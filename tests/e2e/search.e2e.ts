import { expect, test, vi } from 'vitest';
import { openBrowser } from './setup/browser.ts';
import { client } from './setup/client.ts';

const { visit, url } = openBrowser();
vi.setConfig({ testTimeout: 180_000 });

test('a search is narrowed by keyboard to a project and a kind, and Back undoes it', async () => {
  const { page, problems } = await visit({ as: 'employee@demo.test' });
  await page.goto('/search?q=halle');
  const hits = (start: string) => page.locator(`main ol a[href^="${start}"]`).count();
  expect(await hits('/posts/')).toBeGreaterThan(0);
  await page.locator('summary', { hasText: 'Narrow down' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Montage');
  const chosen = await page.locator('select[name="project"]').inputValue();
  await page.locator('details button[type="submit"]').press('Enter');
  await page.waitForURL(`**/search?*project=${chosen}*`);
  expect([await hits('/posts/'), await hits(`/projects/${chosen}`)]).toEqual([0, expect.any(Number)]);
  await page.getByRole('link', { name: 'Project statuses' }).click();
  await page.waitForURL(/kind=status/);
  expect(await page.locator('select[name="project"]').inputValue()).toBe(chosen);
  await page.goBack();
  await page.waitForURL((address) => !address.search.includes('project='));
  expect(problems).toEqual([]);
});

test('without JavaScript a search is narrowed by day, on a phone', async () => {
  const { page } = await visit({
    as: 'employee@demo.test',
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const searched = await page.goto('/search?q=halle&kind=pin');
  const results = page.getByRole('region', { name: 'Results' }).getByRole('listitem');
  expect([searched?.status(), await results.count()]).toEqual([200, expect.any(Number)]);
  await page.locator('summary', { hasText: 'Narrow down' }).click();
  await page.locator('details input[name="to"]').fill('2001-01-01');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Nothing found for “halle”').waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('pin');
});

test('who wrote something cannot be asked for until the agreement of their site is named', async () => {
  const [admin, ronja] = [await client(url, 'admin@demo.test'), await client(url, 'employee@demo.test')];
  const asked = '/search?q=atlas&author=aylin-kaya';
  const refused = await ronja.get(asked);
  expect([refused.status, refused.text.includes('id="author-error"')]).toEqual([400, true]);
  const page = (await admin.get('/admin/agreements')).text;
  const [, siteId = ''] =
    /search_by_author-([0-9a-f-]{36})"[^>]*>(?:(?!<\/form>).)*Hamburg/s.exec(page) ?? [];
  const form = { siteId, feature: 'search_by_author', agreement: 'BV 12', agreedOn: '2026-11-01' };
  expect((await admin.post('/admin/agreements', { ...form, enabled: 'on' })).status).toBe(302);
  const found = await ronja.get(asked);
  expect([found.status, found.text.includes('list="author-found"')]).toEqual([200, true]);
  expect((await admin.post('/admin/agreements', form)).status).toBe(302);
  expect((await ronja.get(asked)).status).toBe(400);
});
