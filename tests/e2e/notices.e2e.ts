import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

test('the works council hangs up a notice, colleagues read and print it, and it is taken down', {
  timeout: 120_000,
}, async () => {
  const council = await visit({ as: 'betriebsrat@demo.test' });
  const title = `Election of the works council ${Date.now()}`;
  await council.page.goto('/notices');
  await council.page.getByRole('link', { name: 'Laws that must be on display' }).waitFor();
  await council.page.getByRole('link', { name: 'Hang up a notice' }).click();
  await council.page.getByLabel('First day').fill('2026-01-01');
  await council.page.getByRole('button', { name: 'Hang up a notice' }).click();
  await council.page.getByText('Please write the notice in at least one language.').first().waitFor();
  const english = council.page.getByRole('group', { name: 'In English' });
  await english.getByLabel('Title').fill(title);
  await english.getByLabel('Text', { exact: true }).fill('It is on **9 March**, from 6:00 to 16:00.');
  await council.page.getByRole('button', { name: 'Hang up a notice' }).click();
  await council.page.getByRole('heading', { name: title }).waitFor();

  const reader = await visit({ as: '40117' });
  await reader.page.goto('/notices?site=hamburg');
  await reader.page.getByRole('link', { name: title }).click();
  await reader.page.getByText('9 March', { exact: true }).waitFor();
  expect(
    await reader.page
      .getByRole('button')
      .filter({ hasText: /Take down|Abnehmen/ })
      .count(),
  ).toBe(0);
  await reader.page.emulateMedia({ media: 'print' });
  await reader.page.getByRole('heading', { name: title }).waitFor();
  await reader.page.getByText(/since .*1 January 2026|seit .*1\. Januar 2026/).waitFor();
  expect(await reader.page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  expect(await reader.page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect((await reader.context.request.get('/notices/new')).status()).toBe(403);

  await reader.page.emulateMedia({ media: 'screen' });
  // Found by its title while one types, and by its words on the page of all results.
  await online(reader.page);
  await reader.page.keyboard.press('/');
  await reader.page.getByRole('combobox').fill(title);
  await reader.page.getByRole('option', { name: title }).first().click();
  await reader.page.getByText('9 March', { exact: true }).waitFor();
  const found = reader.page.getByRole('listitem').filter({ hasText: title });
  await reader.page.goto(`/search?kind=notice&q=${encodeURIComponent(`${title} 16:00`)}`);
  await found.getByRole('link').waitFor();

  await council.page.getByRole('button', { name: 'Take down' }).click();
  await council.page.getByText('taken down', { exact: true }).waitFor();
  await reader.page.reload();
  await found.getByText(/taken down|abgenommen/).waitFor();
  await reader.page.goto('/notices?site=hamburg');
  await reader.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await reader.page.getByRole('link', { name: title }).count()).toBe(0);
  expect(council.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
  expect(reader.problems).toEqual([]);
});
