import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit } = openBrowser();

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

test('a post waits where its author alone sees it, is changed, taken back and brought back, and comes out', {
  timeout: 120_000,
}, async () => {
  const author = await visit({ as: 'lead@demo.test' });
  const { page } = author;
  const text = `The canteen opens again ${Date.now()}`;
  await writePost(page, text);
  await page.getByRole('button', { name: 'Publish later' }).click();
  await page.getByLabel('On', { exact: true }).fill(day(-2));
  await page.getByLabel('at', { exact: true }).fill('08:30');
  await page.getByText('Berlin time').waitFor();
  const audience = await page.locator('#composer-audience option:checked').textContent();
  await page.getByRole('button', { name: 'Schedule' }).click();
  await page.getByText('This moment has passed.').waitFor();
  await page.getByLabel('On', { exact: true }).fill(day(3));
  await page.getByRole('button', { name: 'Schedule' }).click();
  await page.getByText('Scheduled. Until then only you see it.').waitFor();
  expect(await page.getByRole('article').filter({ hasText: text }).count()).toBe(0);
  await page.getByRole('button', { name: 'Show', exact: true }).click();

  const waiting = page.getByRole('listitem').filter({ hasText: text });
  await waiting.getByRole('heading', { name: /^Comes out / }).waitFor();
  await waiting.getByText(audience ?? '?', { exact: true }).waitFor();
  await waiting.locator('.ProseMirror').fill(`${text}, at last`);
  await waiting.getByRole('button', { name: 'In German as well' }).click();
  await waiting.locator('.ProseMirror[aria-label="The same in German"]').fill(`${text}: wieder offen`);
  await waiting.getByLabel('at', { exact: true }).fill('09:45');
  await waiting.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await waiting.getByRole('heading', { name: /9:45/ }).waitFor();

  const reader = await visit({ as: 'employee@demo.test' });
  await reader.page.goto('/scheduled');
  await reader.page.getByText('Nothing is scheduled').waitFor();
  await reader.page.goto('/');
  await online(reader.page);

  await waiting.getByRole('button', { name: 'Delete' }).click();
  await waiting.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await waiting.getByRole('button', { name: 'Publish now' }).click();
  await waiting.waitFor({ state: 'detached' });
  await page.goto('/');
  await page
    .getByRole('article')
    .filter({ hasText: `${text}, at last` })
    .waitFor();
  const german = await visit({ as: 'employee@demo.test', locale: 'de-DE' });
  await german.page.getByRole('article').getByText(`${text}: wieder offen`).waitFor();
  expect(author.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
  expect([...reader.problems, ...german.problems]).toEqual([]);
});

test('whose post is held back is told, led to it, and sees what stands in its way', {
  timeout: 180_000,
}, async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  const text = `Held back ${Date.now()}`;
  await writePost(page, text);
  await page.getByRole('button', { name: 'Publish later' }).click();
  await page.getByLabel('On', { exact: true }).fill(day(3));
  await page.getByLabel('at', { exact: true }).fill('08:30');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await page.getByText('Scheduled. Until then only you see it.').waitFor();

  const database = new pg.Client({ connectionString: inject('appDatabaseUrl') });
  await database.connect();
  const mayWriteAgain = () => database.query(`DELETE FROM suspension WHERE reason = 'For this test'`);
  onTestFinished(async () => {
    await mayWriteAgain();
    await database.end();
  });
  await database.query(`
    INSERT INTO suspension (id, person_id, given_by_id, reason, starts_at, ends_at)
    SELECT gen_random_uuid(), id, id, 'For this test', now() - interval '1 hour', now() + interval '1 day' FROM person WHERE handle = 'aylin-kaya'`);
  await database.query(`
    UPDATE entry SET scheduled_for = now() - interval '1 minute'
    WHERE state = 'scheduled' AND id IN (SELECT entry_id FROM entry_body WHERE source LIKE '%${text}%')`);
  await page.goto('/notifications');
  const notice = page.getByRole('listitem').filter({ hasText: text });
  await notice.waitFor({ timeout: 120_000 });
  await notice.getByRole('link', { name: 'at its hour you could only read' }).click();

  const waiting = page.getByRole('listitem').filter({ hasText: text });
  await waiting.getByText('You can only read at present.').waitFor();
  await mayWriteAgain();
  await page.reload();
  await waiting.getByText('Nothing stands in its way any more.').waitFor();
  await waiting.getByRole('button', { name: 'Publish now' }).click();
  await waiting.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});

test('whoever speaks for somebody is shown to do so, in the feed, at the post and where it is found', {
  timeout: 120_000,
}, async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  const word = `Jahresabschluss${Date.now()}`;
  await writePost(page, `${word}: thank you for a good year.`);
  await page.locator('#composer-voice').selectOption({ label: 'Leyla Demir' });
  await page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const both = 'Aylin Kaya on behalf of Leyla Demir';
  const card = page.getByRole('article').filter({ hasText: word });
  await card.getByRole('heading', { name: both }).waitFor();
  await page.goto((await card.getAttribute('data-href')) ?? '');
  await page.getByRole('article').getByRole('heading', { name: both }).waitFor();
  await page.goto(`/search?q=${word}`);
  await page.getByRole('link', { name: both }).waitFor();
  expect(problems).toEqual([]);
});
