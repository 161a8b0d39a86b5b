import { expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
// A busy machine takes its time for signing in.
vi.setConfig({ testTimeout: 240_000 });

test('an answered question helps others once both agree, and is offered before somebody asks the same', async () => {
  const asker = await visit({ as: 'employee@demo.test' });
  const owner = await visit({ as: 'lead@demo.test' });
  const other = await visit({ as: 'betriebsrat@demo.test' });
  const word = `Zwischenlager${Date.now()}`;
  const text = `Wo liegt der Schlüssel zum ${word}?`;
  await asker.page.goto('/people/aylin-kaya');
  await online(asker.page);
  await asker.page.locator('textarea[name="text"]').first().fill(text);
  await asker.page.getByRole('button', { name: 'Pin it' }).click();
  const asked = asker.page.getByRole('article').filter({ hasText: text });
  await asked.waitFor();

  await owner.page.goto('/questions?view=answer');
  await online(owner.page);
  const waiting = owner.page.getByRole('article').filter({ hasText: text });
  await waiting.getByText('Answer', { exact: true }).click();
  await waiting.getByLabel('Your answer').fill('Beim **Pförtner**');
  await waiting.getByRole('button', { name: 'Send answer' }).click();
  await waiting.waitFor({ state: 'detached' });

  // Live, where the asker has the board open.
  await asked.getByText('Pförtner').waitFor();
  await asked.getByRole('button', { name: 'That helped' }).click();
  await asked.getByText('Helped Ronja Weiß').waitFor();
  await asked.getByText('Could this help others?').click();
  await asked.getByRole('button', { name: 'Let all find it' }).click();
  await asked.getByText('It waits for Aylin Kaya.').waitFor();
  await other.page.goto('/questions');
  expect(await other.page.getByText(word).count()).toBe(0);

  await owner.page.goto('/people/aylin-kaya');
  await online(owner.page);
  await owner.page
    .getByRole('article')
    .filter({ hasText: text })
    .getByRole('button', { name: 'Agree' })
    .click();
  await asked.getByText('All colleagues find this under').waitFor();

  await other.page.reload();
  await other.page.getByRole('heading', { name: text }).getByRole('link').click();
  await other.page.waitForURL('**/questions/*');
  await other.page.getByText('Ronja Weiß asked, Aylin Kaya answered').waitFor();
  await other.page.goto('/people/mara-suess-lindemann');
  await online(other.page);
  // With a typing mistake, and by keys alone.
  await other.page.locator('textarea[name="text"]').first().fill(`Wer hat den Schlüsel für das ${word}?`);
  const offered = other.page.getByRole('region', { name: 'Answered already?' });
  await offered.getByText(text).waitFor();
  await offered.locator('summary').focus();
  await other.page.keyboard.press('Enter');
  await offered.getByText('Beim Pförtner').waitFor();
  expect(await other.page.locator('textarea[name="text"]').first().inputValue()).toContain(word);

  await asked.getByRole('button', { name: 'Take back' }).click();
  await asked.getByText('Aylin Kaya would like all colleagues to find').waitFor();
  await other.page.goto('/questions');
  expect(await other.page.getByText(word).count()).toBe(0);
  expect([...asker.problems, ...owner.problems, ...other.problems]).toEqual([]);
});

test('what was asked between two goes to a third only when the asker agrees', async () => {
  const asker = await visit({ as: 'employee@demo.test' });
  const owner = await visit({ as: 'lead@demo.test' });
  const third = await visit({ as: 'betriebsrat@demo.test' });
  const text = `May I take Friday off? ${Date.now()}`;
  await asker.page.goto('/people/aylin-kaya');
  await online(asker.page);
  await asker.page.locator('textarea[name="text"]').first().fill(text);
  await asker.page.getByRole('button', { name: 'Pin it' }).click();
  const mine = asker.page.getByRole('article').filter({ hasText: text });
  const permalink = (await mine.locator('a[href*="/pins/"]').first().getAttribute('href')) ?? '';

  await owner.page.goto(permalink);
  await online(owner.page);
  const card = owner.page.getByRole('article').filter({ hasText: text });
  await card.getByText('Hand on', { exact: true }).first().click();
  await card.getByLabel('Who can answer it').fill('Nobody Atall');
  await card.getByRole('button', { name: 'Hand on' }).click();
  await card.getByText('There is no such colleague').waitFor();
  await card.getByLabel('Who can answer it').fill('Renate Brinkmann');
  await card.getByRole('button', { name: 'Hand on' }).click();
  await card.getByText('Ronja Weiß was asked whether Renate Brinkmann may have the question.').waitFor();
  expect((await third.page.goto(permalink))?.status()).toBe(404);

  await mine.getByText('Do you agree?').waitFor();
  await mine.getByRole('button', { name: 'Hand it on' }).click();
  await mine.getByText('handed on by Aylin Kaya').waitFor();
  await third.page.goto(permalink);
  await third.page.getByText('You have been asked · handed on by Aylin Kaya').waitFor();
  expect(asker.problems).toEqual([]);
});

test('who was not asked may know: a comment is accepted as the answer, seen at once by whoever has it open', async () => {
  const asker = await visit({ as: 'employee@demo.test' });
  const owner = await visit({ as: 'lead@demo.test' });
  const other = await visit({ as: 'reader@demo.test' });
  const knows = await visit({ as: 'betriebsrat@demo.test' });
  const text = `Wer schließt das Tor ab? ${Date.now()}`;
  await asker.page.goto('/people/aylin-kaya');
  await online(asker.page);
  await asker.page.getByText('Everyone', { exact: true }).click();
  await asker.page.getByText('Everyone can see it').waitFor();
  await asker.page.locator('textarea[name="text"]').first().fill(text);
  await asker.page.getByRole('button', { name: 'Pin it' }).click();
  const asked = asker.page.getByRole('article').filter({ hasText: text });
  await asked.waitFor();
  const address = (await asked.locator('a[href*="/pins/"]').first().getAttribute('href')) ?? '';
  await owner.page.goto(address);
  await online(owner.page);
  await knows.page.goto(address);
  await online(knows.page);
  await knows.page.getByLabel('Write a comment').fill('Der Pförtner um zehn');
  await knows.page.getByRole('button', { name: 'Send', exact: true }).click();
  await knows.page.getByRole('list', { name: 'Comments' }).getByText('Der Pförtner um zehn').waitFor();
  await other.page.goto(address);
  await other.page.getByText('Der Pförtner um zehn').waitFor();
  for (const { page } of [owner, other, knows])
    expect(await page.getByRole('button', { name: 'This answers it' }).count()).toBe(0);

  await asker.page.goto(address);
  await online(asker.page);
  await asker.page.getByRole('button', { name: 'This answers it' }).click();
  const answer = asker.page.getByRole('article').filter({ hasText: text });
  await answer.getByText('Helped Ronja Weiß').waitFor();
  await answer.getByText('Der Pförtner um zehn').waitFor();
  expect(await asker.page.getByRole('list', { name: 'Comments' }).count()).toBe(0);
  await owner.page.getByText('Helped Ronja Weiß').waitFor();
  await owner.page.goto('/questions?view=answer');
  expect(await owner.page.getByText(text).count()).toBe(0);
  expect([...asker.problems, ...owner.problems, ...knows.problems]).toEqual([]);
});
