import { expect, test } from 'vitest';
import { online, openBrowser, signIn } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit, url } = openBrowser();
const PASSWORD = 'boats on the river';

test('a feed reader gets Atom by a personal token: once whole, then only what is new, and nothing once it or its person is done', {
  timeout: 180_000,
}, async () => {
  const { page: admin } = await visit({ as: 'admin@demo.test' });
  const number = `98${Date.now()}`;
  await admin.goto('/admin/accounts/new');
  await admin.fill('#givenName', 'Atom');
  await admin.fill('#familyName', 'Leser');
  await admin.fill('#personnelNumber', number);
  await admin.locator('button[value="slip"]').click();
  const code = await admin.locator('[role=status] .font-mono').textContent();
  const { page, problems } = await visit();
  await page.goto(`/invitation/${code}`);
  await page.fill('#password', PASSWORD);
  await page.fill('#repeated', PASSWORD);
  await page.getByRole('button', { name: 'Save and begin' }).click();
  await page.waitForURL((address) => address.pathname === '/');

  const makeToken = async () => {
    await page.goto('/settings');
    await page.locator('#feed button[value="feed-make"]').click();
    const { pathname, search } = new URL(await page.locator('#feed input[readonly]').inputValue());
    return pathname + search;
  };
  const read = (address: string, ifNoneMatch?: string) =>
    fetch(url + address, { headers: ifNoneMatch ? { 'If-None-Match': ifNoneMatch } : {} });
  const refused = async (address: string) => {
    const answer = await read(address);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.text()).not.toContain('<entry>');
    return answer.status;
  };

  const address = await makeToken();
  const whole = await read(address);
  expect(whole.status).toBe(200);
  expect(whole.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(whole.headers.get('cache-control')).toBe('private, no-cache');
  expect(whole.headers.get('set-cookie')).toBeNull();
  const entries = await page.evaluate(
    (xml) => {
      const read = new DOMParser().parseFromString(xml, 'application/xml');
      const { localName, namespaceURI } = read.documentElement;
      return [localName, namespaceURI, read.getElementsByTagNameNS(namespaceURI, 'entry').length];
    },
    await whole.text(),
  );
  expect(entries).toEqual(['feed', 'http://www.w3.org/2005/Atom', 20]);

  const etag = whole.headers.get('etag') ?? '';
  for (const known of [etag, `"another", W/${etag}`]) {
    const unchanged = await read(address, known);
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
    expect(unchanged.headers.get('etag')).toBe(etag);
  }
  const words = `For feed readers ${Date.now()}`;
  await admin.goto('/');
  await online(admin);
  await writePost(admin, words);
  await admin.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await admin.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  await admin.getByRole('article').filter({ hasText: words }).waitFor();
  const changed = await read(address, etag);
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(etag);
  expect(await changed.text()).toContain(words);

  await admin.goto(`/admin/accounts?q=${number}`);
  await admin.getByRole('link', { name: 'Atom Leser' }).click();
  await admin.locator('button[value="suspend"]').click();
  await admin.locator('input[name="suspended"][value="no"]').waitFor({ state: 'attached' });
  expect(await refused(address)).toBe(404);
  await admin.locator('button[value="suspend"]').click();
  await admin.locator('input[name="suspended"][value="yes"]').waitFor({ state: 'attached' });
  expect((await read(address)).status).toBe(200);

  await signIn(page, number, PASSWORD);
  const anew = await makeToken();
  expect([await refused(address), (await read(anew)).status]).toEqual([404, 200]);
  await page.goto('/settings');
  await page.locator('#feed button[value="feed-revoke"]').click();
  await page.waitForURL(/done=feedRevoked/);
  expect(await refused(anew)).toBe(404);

  const last = await makeToken();
  expect((await read(last)).status).toBe(200);
  await admin.locator('#endsOn').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await admin.locator('button[value="end"]').click();
  await expect.poll(() => refused(last)).toBe(404);
  expect(problems).toEqual([]);
});
