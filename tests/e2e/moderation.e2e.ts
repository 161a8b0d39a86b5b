import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

test('a long list of the moderators’ is leafed through alone, without JavaScript', async () => {
  const database = new pg.Client({ connectionString: inject('appDatabaseUrl') });
  await database.connect();
  onTestFinished(async () => {
    await database.query(`DELETE FROM suspension WHERE reason LIKE 'Long ago %'`);
    await database.end();
  });
  await database.query(`
    INSERT INTO suspension (id, person_id, given_by_id, reason, starts_at, ends_at)
    SELECT gen_random_uuid(), p.id, p.id, 'Long ago ' || n, timestamptz '2020-01-01' + n * interval '1 day', timestamptz '2020-03-01'
    FROM generate_series(1, 45) n, person p WHERE p.handle = 'aylin-kaya'`);
  const { page } = await visit({ as: 'admin@demo.test', javaScriptEnabled: false });
  const list = page.getByRole('region', { name: 'Suspended' });
  const ways = page.getByRole('navigation', { name: 'Suspended' });
  const reasons: string[] = [];
  const read = async () => void reasons.push(...(await list.getByText(/^Long ago \d+$/).allTextContents()));
  await page.goto('/admin/moderation?act=hide');
  await read();
  while (await ways.getByRole('link', { name: 'Show more' }).count()) {
    await ways.getByRole('link', { name: 'Show more' }).click();
    await read();
  }
  expect(reasons).toEqual(Array.from({ length: 45 }, (_, n) => `Long ago ${45 - n}`));
  expect(new URL(page.url()).searchParams.get('act')).toBe('hide');
  await ways.getByRole('link', { name: 'From the start' }).click();
  await page.waitForURL(({ searchParams }) => !searchParams.has('suspensions'));
});

test('from the queue a comment far up in a long thread on a pin is shown in its place', {
  timeout: 120_000,
}, async () => {
  const { page } = await visit({ as: 'admin@demo.test' });
  const headers = { origin: new URL(page.url()).origin };
  const text = `Far up ${Date.now()}`;
  await page.goto('/people/aylin-kaya');
  const ownerId = await page.locator('input[name="ownerId"]').first().inputValue();
  const post = async (address: string, form: Record<string, string>) =>
    (await page.request.post(address, { headers, form, maxRedirects: 0 })).json();
  const pin = { intent: 'place', ownerId, kind: 'note', visibility: 'everyone', text };
  const { entryId } = await post(`/boards/${ownerId}`, pin);
  for (let n = 0; n < 60; n++)
    await post(`/entries/${entryId}`, { intent: 'comment', text: n === 0 ? text : `No ${n}` });
  const reader = await visit({ as: 'employee@demo.test' });
  const first = await reader.page.request.get(`/entries/${entryId}`);
  const { thread } = await first.json();
  const earlier = await reader.page.request.get(`/entries/${entryId}?before=${thread.comments[0].id}`);
  const { id } = (await earlier.json()).thread.comments[0];
  await page.goto(`/posts/${id}`);
  await page.waitForURL(/\/pins\/.*\?comment=/);
  await page.locator(`#comment-${id}`).getByText(text).waitFor();
});
