import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, inject, onTestFinished, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit } = openBrowser();

const readers = (post: Locator) => post.getByLabel('Who can read it');
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
  expect(await readers(waiting).locator('option:checked').textContent()).toBe(audience);
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

/** Writes a post that is to come out in three days, with a file; and looks at it among those that wait. */
async function schedule(page: Page, text: string): Promise<Locator> {
  await writePost(page, text);
  const plan = { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') };
  await page.locator('#composer input[type="file"]').setInputFiles(plan);
  await page.getByRole('button', { name: 'Remove plan.csv' }).waitFor();
  await page.getByRole('button', { name: 'Publish later' }).click();
  await page.getByLabel('On', { exact: true }).fill(day(3));
  await page.getByLabel('at', { exact: true }).fill('08:30');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await page.getByText('Scheduled. Until then only you see it.').waitFor();
  await page.goto('/scheduled');
  await online(page);
  return page.getByRole('listitem').filter({ hasText: text });
}

test('its author changes who will read it and what hangs on it, as when it was written', {
  timeout: 120_000,
}, async () => {
  const { page, context, problems } = await visit({ as: 'lead@demo.test' });
  const text = `The plan for spring ${Date.now()}`;
  const waiting = await schedule(page, text);
  const others = readers(waiting).locator('option:not(:checked)');
  const chosen = (await others.first().textContent()) ?? '';
  await readers(waiting).selectOption({ label: chosen });
  await waiting.getByRole('button', { name: 'Remove plan.csv' }).click();
  const buffer = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#37a' } })
    .png()
    .toBuffer();
  const picture = { name: 'press.png', mimeType: 'image/png', buffer };
  await waiting.locator('input[type="file"]').setInputFiles(picture);
  await waiting.getByLabel('What does the picture show?').fill('A blue press');
  await waiting.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();

  await page.reload();
  await online(page);
  expect(await readers(waiting).locator('option:checked').textContent()).toBe(chosen);
  expect(await waiting.getByLabel('What does the picture show?').inputValue()).toBe('A blue press');
  expect(await waiting.getByRole('button', { name: 'Remove plan.csv' }).count()).toBe(0);
  const shown = (await waiting.locator('img').first().getAttribute('src')) ?? '';
  expect((await context.request.get(shown)).status()).toBe(200);

  // What is published is what stands there, saved or not.
  await waiting.locator('.ProseMirror').fill(`${text}, at last`);
  await waiting.getByRole('button', { name: 'Publish now' }).click();
  await waiting.waitFor({ state: 'detached' });
  await page.goto('/');
  const card = page.getByRole('article').filter({ hasText: `${text}, at last` });
  await card.getByText(chosen, { exact: true }).waitFor();
  await card.getByRole('img', { name: 'A blue press' }).waitFor();
  expect(problems).toEqual([]);
});

test('without JavaScript its words and its readers are changed, and its files stay', {
  timeout: 120_000,
}, async () => {
  const { page } = await visit({ as: 'lead@demo.test' });
  const text = `Without script ${Date.now()}`;
  await schedule(page, text);
  const plain = await visit({ as: 'lead@demo.test', javaScriptEnabled: false });
  await plain.page.goto('/scheduled');
  const waiting = plain.page.getByRole('listitem').filter({ hasText: text });
  const chosen = (await readers(waiting).locator('option:not(:checked)').first().textContent()) ?? '';
  await readers(waiting).selectOption({ label: chosen });
  await waiting.locator('textarea[name="text"]').fill(`${text}, at last`);
  await waiting.getByRole('button', { name: 'Save' }).click();
  await plain.page.getByText(`${text}, at last`).first().waitFor();
  expect(await readers(waiting).locator('option:checked').textContent()).toBe(chosen);
  await waiting.getByText('1 file', { exact: true }).waitFor();
  await waiting.getByRole('button', { name: 'Delete' }).click();
  await waiting.waitFor({ state: 'detached' });
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
