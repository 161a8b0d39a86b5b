import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost, written } from './setup/compose.ts';

const { visit } = openBrowser();

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
/** What the browser itself complains of while there is no network. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED|fetching the script/;
const composer = (page: Page) => page.locator('#composer');
/** What the form would send, without what belongs to this one page. */
const fields = (page: Page) =>
  composer(page).evaluate((form) => {
    const all = [...new FormData(form as HTMLFormElement)].filter(([name]) => name !== 'idempotencyKey');
    return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
  });
const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft:post:')));

test('a whole post survives a reload, and once it is sent nothing of it stays', {
  timeout: 120_000,
}, async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  const text = `Summer party ${Date.now()}`;
  await writePost(page, text);
  await page.locator('#composer-audience').selectOption({ index: 1 });
  await page.locator('#composer-voice').selectOption({ label: 'Leyla Demir' });
  await page.getByRole('button', { name: 'In German as well' }).click();
  await page.locator('.ProseMirror[aria-label="The same in German"]').fill('Sommerfest');
  await page.getByRole('button', { name: 'Poll', exact: true }).click();
  await page.getByRole('textbox', { name: 'Option 1' }).fill('Friday');
  await page.getByRole('textbox', { name: 'Option 2' }).fill('Saturday');
  await page.getByRole('button', { name: 'Add an option' }).click();
  await page.getByRole('textbox', { name: 'Option 3' }).fill('Sunday');
  await page.getByLabel('Last day').fill(day(20));
  await page.getByRole('checkbox', { name: 'Several can be chosen' }).check();
  await page.getByRole('checkbox', { name: 'Anonymous' }).check();
  await page.getByRole('button', { name: 'Publish later' }).click();
  await page.getByLabel('On', { exact: true }).fill(day(3));
  await page.getByLabel('at', { exact: true }).fill('08:30');
  const before = await fields(page);
  expect(before).toMatchObject({
    text,
    otherText: 'Sommerfest',
    pollOption3: 'Sunday',
    pollAnonymous: 'on',
    publishAt: '08:30',
  });

  // The connection breaks while it is sent: nothing is gone, now or later.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Schedule' }).click();
  await composer(page).getByRole('alert').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await online(page);
  await expect.poll(() => fields(page)).toEqual(before);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await composer(page).locator('textarea[name="text"]').click();
  await composer(page).locator('.ProseMirror').nth(1).waitFor();
  await page.getByRole('textbox', { name: 'Option 3' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Your post');
  expect(await fields(page)).toEqual(before);

  // What is taken away is gone from the draft, too.
  await page.getByRole('button', { name: 'Remove the poll' }).click();
  await page.reload();
  await online(page);
  await composer(page).locator('textarea[name="text"]').click();
  await page.getByRole('button', { name: 'Poll', exact: true }).waitFor();
  expect(await fields(page)).toMatchObject({ text, otherText: 'Sommerfest', publishAt: '08:30' });

  await page.getByRole('button', { name: 'Schedule' }).click();
  await page.getByText('Scheduled. Until then only you see it.').waitFor();
  expect(await written(page)).toBe('');
  expect(await drafts(page)).toEqual([]);
  await page.reload();
  await online(page);
  const { text: empty, voice, ...rest } = await fields(page);
  expect([empty, voice]).toEqual(['', '']);
  expect(Object.keys(rest).sort()).toEqual(['attachments', 'audienceId']);
  expect(problems.filter((problem) => !OFFLINE.test(problem))).toEqual([]);
});

test('sent again after an answer was lost, a post exists once, over a reload too; changed, it is another', {
  timeout: 120_000,
}, async () => {
  const { page } = await visit({ as: 'lead@demo.test' });
  const text = `Only once ${Date.now()}`;
  const post = () => composer(page).getByRole('button', { name: 'Post', exact: true }).click();
  /** The server has it, and the connection breaks before it can say so. */
  const loseAnswer = () =>
    page.route(
      (address) => address.searchParams.has('index'),
      async (route) => {
        if (route.request().method() === 'POST') await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
  await writePost(page, text);
  await loseAnswer();
  await post();
  await composer(page).getByRole('alert').waitFor();
  await page.reload();
  await online(page);
  expect(await written(page)).toBe(text);
  const posts = page.getByRole('article').filter({ hasText: text });
  await composer(page).locator('textarea[name="text"]').click();
  await post();
  await page.getByText('Published.').waitFor();
  expect(await posts.count()).toBe(1);

  await writePost(page, `${text}, first try`);
  await loseAnswer();
  await post();
  await composer(page).getByRole('alert').waitFor();
  await composer(page).locator('.ProseMirror').fill(`${text}, second try`);
  await post();
  await page.getByRole('article').getByText(`${text}, second try`).waitFor();
  await page.getByRole('article').getByText(`${text}, first try`).waitFor();
});

test('files of a draft come back with what was said of them, and what is gone meanwhile is named', {
  timeout: 120_000,
}, async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#37a' } })
    .png()
    .toBuffer();
  const text = `New press ${Date.now()}`;
  await writePost(page, text);
  await composer(page)
    .locator('input[type="file"]')
    .setInputFiles([
      { name: 'press.png', mimeType: 'image/png', buffer: picture },
      { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') },
    ]);
  await page.getByLabel('What does the picture show?').fill('A blue press');
  const files = async () =>
    JSON.parse((await fields(page)).attachments || '[]') as { id: string; name: string }[];
  await expect.poll(async () => (await files()).length).toBe(2);
  const before = await files();
  const back = async () => {
    await page.reload();
    await online(page);
    await composer(page).locator('textarea[name="text"]').click();
    await page.getByRole('button', { name: 'Remove press.png' }).waitFor();
  };
  await back();
  await expect.poll(() => page.getByLabel('What does the picture show?').inputValue()).toBe('A blue press');
  expect(await files()).toEqual(before);

  const plan = before.find(({ name }) => name === 'plan.csv');
  const { origin } = new URL(page.url());
  await page.request.post('/files', {
    headers: { origin },
    multipart: { intent: 'remove', id: plan?.id ?? '' },
  });
  await back();
  await page.getByText('One of the files is no longer there.').waitFor();
  await page.getByRole('button', { name: 'Remove plan.csv' }).click();
  await composer(page).getByRole('button', { name: 'Post', exact: true }).click();
  const item = page.getByRole('article').filter({ hasText: text });
  await item.getByAltText('A blue press').waitFor();
  expect(await drafts(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('that a post must be read comes back with it, for whoever may demand it', async () => {
  const { page, problems } = await visit({ as: 'admin@demo.test' });
  await writePost(page, 'The gate closes at six');
  await page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await page.getByLabel('Must be read').check();
  await page.getByLabel('by', { exact: true }).fill(day(5));
  const before = await fields(page);
  expect(before).toMatchObject({ mustRead: 'on', readBy: day(5) });
  await page.reload();
  await online(page);
  await expect.poll(() => fields(page)).toEqual(before);
  expect(problems).toEqual([]);
});

test('a draft for an audience that is no longer one’s own keeps its words, goes to the default, and says so', async () => {
  const { page, problems } = await visit({ as: 'employee@demo.test' });
  await writePost(page, 'For whom was this?');
  const { audienceId } = await fields(page);
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.startsWith('draft:post:')) ?? '';
    const draft = JSON.parse(localStorage.getItem(name) ?? '{}');
    const elsewhere = { audienceId: crypto.randomUUID(), voice: `person:${crypto.randomUUID()}` };
    localStorage.setItem(name, JSON.stringify({ ...draft, ...elsewhere, mustRead: 'on' }));
  });
  await page.reload();
  await online(page);
  await composer(page).locator('textarea[name="text"]').click();
  await page.getByText('Please check who can read it.').waitFor();
  await page.getByText('it goes out in your own name').waitFor();
  const now = await fields(page);
  expect(now).toMatchObject({ text: 'For whom was this?', audienceId });
  expect(now.mustRead).toBeUndefined();
  expect(problems).toEqual([]);
});

test('whatever else stands in the storage, the composer opens empty', async () => {
  const { page, problems } = await visit({ as: 'employee@demo.test' });
  await writePost(page, 'x');
  const [name = ''] = await drafts(page);
  for (const garbage of ['{"text":', '[1,2]', 'null', '{"text":7,"pollOption1":{}}']) {
    await page.evaluate(([key, value]) => localStorage.setItem(key ?? '', value ?? ''), [name, garbage]);
    await page.reload();
    await online(page);
    expect(await written(page)).toBe('');
  }
  expect(problems).toEqual([]);
});

test('on a shared terminal nothing is kept', async () => {
  const { page } = await visit();
  await page.goto('/sign-in');
  await page.fill('#name', 'employee@demo.test');
  await page.fill('#password', 'flurfunk-demo');
  await page.check('[name=shared]');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await writePost(page, 'Not for the next one here');
  await page.getByRole('button', { name: 'Publish later' }).click();
  await page.getByLabel('at', { exact: true }).fill('08:30');
  expect(await drafts(page)).toEqual([]);
});

test('what was written in a window is there again after Esc and after a reload, until it is sent', async () => {
  const { page, problems } = await visit({ as: 'employee@demo.test' });
  await online(page);
  const card = page
    .getByRole('article')
    .filter({ has: page.locator('[data-action=like]') })
    .first();
  const open = async (name: string) => {
    await card.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    return page.getByRole('dialog');
  };
  for (const [name, words] of [
    ['Share …', 'This is for us as well'],
    ['Report', 'Not meant for everyone'],
  ] as const) {
    await (await open(name)).getByRole('textbox').fill(words);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await (await open(name)).getByRole('textbox').inputValue()).toBe(words);
    await page.reload();
    await online(page);
    const again = await open(name);
    expect(await again.getByRole('textbox').inputValue()).toBe(words);
    await again.getByRole('button', { name: 'Begin anew' }).click();
    expect(await again.getByRole('textbox').inputValue()).toBe('');
    await page.keyboard.press('Escape');
  }
  expect(problems).toEqual([]);
});
