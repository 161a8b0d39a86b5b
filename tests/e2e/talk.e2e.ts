import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

test('a poll is written, voted on by a colleague, and its count moves on the author’s screen', async () => {
  const author = await visit({ as: 'admin@demo.test' });
  const voter = await visit({ as: 'employee@demo.test' });
  await online(author.page);
  const text = `Which day? ${Date.now()}`;
  await author.page.getByRole('textbox', { name: 'Your post' }).fill(text);
  await author.page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await author.page.getByRole('button', { name: 'Poll', exact: true }).click();
  await author.page.getByRole('textbox', { name: 'Option 1' }).fill('Monday');
  await author.page.getByRole('button', { name: 'Post', exact: true }).click();
  await author.page.getByText('A poll needs at least two options.').waitFor();
  expect(await author.page.getByRole('textbox', { name: 'Option 1' }).inputValue()).toBe('Monday');
  await author.page.getByRole('textbox', { name: 'Option 2' }).fill('Tuesday');
  await author.page.getByRole('button', { name: 'Post', exact: true }).click();
  const mine = author.page.getByRole('article').filter({ hasText: text });
  await mine.getByText('nobody has voted yet').waitFor();
  await mine.locator('[data-action=comment]').waitFor();
  const href = await mine.getAttribute('data-href');
  await author.page.goto(new URL(href ?? '', author.page.url()).href);
  await online(author.page);

  await voter.page.goto(new URL(href ?? '', voter.page.url()).href);
  const poll = voter.page.getByRole('region', { name: 'Poll' });
  await poll.getByText('the author can see who chose what').waitFor();
  await poll.getByRole('radio', { name: 'Tuesday' }).check();
  await poll.getByRole('button', { name: 'Vote' }).click();
  await poll.getByText('your vote', { exact: true }).waitFor();
  await author.page.getByText('1 person voted').waitFor();
});

test('who deletes a post may bring it back; left alone it is gone from feed, search and by its address', async () => {
  const { page } = await visit({ as: 'admin@demo.test' });
  await online(page);
  const word = `Vergissmeinnicht${Date.now()}`;
  await page.getByRole('textbox', { name: 'Your post' }).fill(`About ${word}`);
  await page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  const card = page.getByRole('article').filter({ hasText: word });
  await card.waitFor();
  const href = (await card.getAttribute('data-href')) ?? '';
  const remove = async () => {
    await card.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await card.waitFor({ state: 'detached' });
  };
  await remove();
  await page.getByRole('button', { name: 'Undo' }).click();
  await card.waitFor();
  await remove();
  const gone = await page.request.get(new URL(href, page.url()).href);
  expect(gone.status()).toBe(404);
  await page.goto(new URL(`/search?q=${word}`, page.url()).href);
  expect(await page.getByText(`About ${word}`).count()).toBe(0);
  await page.goto(new URL('/', page.url()).href);
  expect(await page.getByRole('article').filter({ hasText: word }).count()).toBe(0);
});

test('a thread is followed, muted, closed with a reason, and shared; who reacted is told by name', async () => {
  const { page } = await visit({ as: 'admin@demo.test' });
  await online(page);
  const text = `Thread ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Your post' }).fill(text);
  await page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  const card = page.getByRole('article').filter({ hasText: text }).first();
  await card.getByText('following').waitFor();
  const menu = async (name: string) => {
    await card.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await menu('Mute');
  await card.getByText('muted').waitFor();
  await card.locator('[data-action=like]').click();
  await card.getByRole('button', { name: 'Who reacted' }).click();
  const names = page.getByRole('dialog', { name: 'Who reacted' });
  await names.getByRole('listitem').first().waitFor();
  await page.keyboard.press('Escape');
  await menu('Share …');
  const share = page.getByRole('dialog', { name: 'Share …' });
  await share.getByRole('textbox').fill(`Passed on ${text}`);
  await share.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('status').getByText('Shared.').waitFor();
  // Closed is the one for the own unit: the first post that everybody sees stays open to comments.
  await page.reload();
  await online(page);
  const passedOn = page.getByRole('article').filter({ hasText: 'Passed on' }).first();
  await passedOn.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Close comments', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Close comments' });
  await dialog.getByRole('textbox').fill('All is said');
  await dialog.getByRole('button', { name: 'Close comments' }).click();
  const href = (await passedOn.getAttribute('data-href')) ?? '';
  await page.goto(new URL(href, page.url()).href);
  await page.getByText('Comments are closed.').waitFor();
  await page.getByText('All is said').waitFor();
  expect(await page.getByRole('textbox', { name: 'Write a comment' }).count()).toBe(0);
});

/** What is chosen in the menu of the one thread that a page is about. */
const chooser = (page: Page) => async (name: string) => {
  await page.getByRole('article').first().getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
};

/** Mutes the thread that the page is about, and follows it. */
async function settle(page: Page): Promise<void> {
  const card = page.getByRole('article').first();
  const choose = chooser(page);
  await choose('Mute');
  await card.getByText('muted', { exact: true }).waitFor();
  await choose('Follow');
  await card.getByText('following', { exact: true }).waitFor();
  await choose('Stop following');
  await card.getByText('following', { exact: true }).waitFor({ state: 'detached' });
}

/** Closes it as its author, for somebody else to read, and opens it again. */
async function close(page: Page, other: Page): Promise<void> {
  const choose = chooser(page);
  await choose('Close comments');
  const dialog = page.getByRole('dialog', { name: 'Close comments' });
  await dialog.getByRole('textbox').fill('All is said');
  await dialog.getByRole('button', { name: 'Close comments' }).click();
  await page.getByText('Comments are closed.').waitFor();
  await other.goto(page.url());
  await other.getByText('All is said').waitFor();
  await online(other);
  await other.getByRole('article').first().getByRole('button', { name: 'More actions' }).click();
  await other.getByRole('menuitem', { name: 'Mute', exact: true }).waitFor();
  expect(await other.getByRole('menuitem', { name: 'Reopen comments' }).count()).toBe(0);
  await choose('Reopen comments');
  await page.getByText('Comments are closed.').waitFor({ state: 'detached' });
}

test('a pin and a status are followed, muted and closed as a post is, by whoever may', {
  timeout: 120_000,
}, async () => {
  const ronja = await visit({ as: 'employee@demo.test' });
  const aylin = await visit({ as: 'lead@demo.test' });
  const { page } = ronja;
  await page.goto('/people/aylin-kaya');
  await online(page);
  const text = `Your bicycle has a flat tyre ${Date.now()}`;
  await page.getByText('Everyone', { exact: true }).click();
  await page.locator('textarea[name="text"]').fill(text);
  await page.getByRole('button', { name: 'Pin it' }).click();
  const pin = page.getByRole('article').filter({ hasText: text });
  await page.goto((await pin.locator('a[href*="/pins/"]').first().getAttribute('href')) ?? '');
  await online(page);
  await settle(page);
  await close(page, aylin.page);

  const project = '/projects/atlas-erp-rollout';
  await aylin.page.goto(`${project}/status/new`);
  await online(aylin.page);
  await aylin.page.locator('input[name="health"][value="on_track"]').check({ force: true });
  await aylin.page.locator('[name="text"]').fill(`The press runs ${Date.now()}`);
  // The last update in German is not this one's.
  await aylin.page.locator('[name="otherText"]').fill('');
  await aylin.page.getByRole('button', { name: 'Publish status' }).click();
  await aylin.page.waitForURL((url) => !url.pathname.endsWith('/new'));
  await aylin.page.goto(project);
  const latest = aylin.page.locator('article a[href*="/status/0"]').first();
  await aylin.page.goto((await latest.getAttribute('href')) ?? '');
  await online(aylin.page);
  await settle(aylin.page);
  await close(aylin.page, page);
  expect([...ronja.problems, ...aylin.problems]).toEqual([]);
});

test('who is suspended is told where the form would stand, until when and why', async () => {
  const insults = `Insults ${Date.now()}`;
  const admin = await visit({ as: 'admin@demo.test' });
  await admin.page.goto(new URL('/admin/moderation', admin.page.url()).href);
  const reader = await visit({ as: 'lead@demo.test' });
  await reader.page.locator('#composer').waitFor();
  await admin.page.getByLabel('Handle').fill('aylin-kaya');
  await admin.page.locator('form').filter({ hasText: 'Suspend' }).getByLabel('Reason').fill(insults);
  await admin.page.getByRole('button', { name: 'Suspend' }).click();
  const line = admin.page.getByRole('listitem').filter({ hasText: insults });
  await line.waitFor();
  await reader.page.reload();
  await reader.page.getByText('You cannot write until').waitFor();
  expect(await reader.page.locator('#composer').count()).toBe(0);
  await reader.page.goto(new URL('/notifications', reader.page.url()).href);
  const notice = reader.page.getByRole('listitem').filter({ hasText: insults });
  await notice.getByText(/You cannot write until/).waitFor();
  await notice.getByText(`Reason: ${insults}`).waitFor();
  await notice.getByText('Ask people operations or your works council').waitFor();
  await line.getByRole('button', { name: 'Lift' }).click();
  await line.getByText('lifted').waitFor();
  await reader.page.getByRole('link', { name: 'You can write again' }).first().click();
  await reader.page.locator('#composer').waitFor();
});
