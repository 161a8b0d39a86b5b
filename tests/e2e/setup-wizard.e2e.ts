import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '#tests/setup/start-app.ts';
import { openBrowser } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit } = openBrowser();

const FILE = [
  'Position ID,Name,Title,Unit,Reports to',
  'P1,Ada Anker,Lead,Mill,',
  'P2,Ben Bolt,Miller,Mill,P1',
].join('\n');

let house: App;
beforeAll(async () => {
  house = await startApp();
}, 120_000);
afterAll(() => house?.stop());

test('an empty house is set up, opened, and filled by an import', { timeout: 180_000 }, async () => {
  const { page, problems } = await visit({ baseURL: house.url });
  await page.goto('/');
  expect(new URL(page.url()).pathname).toBe('/setup');

  // What the server finds wrong is said at the field, and nothing that was typed is lost but the password.
  await page.getByLabel('Name of the company').fill('Mühle & Töchter');
  await page.getByRole('radio', { name: 'Sie', exact: true }).check();
  await page.getByLabel('Name of the site').fill('Überlingen');
  await page.getByRole('button', { name: 'Add a site' }).click();
  await page.getByLabel('Name of the site').nth(1).fill('Köln');
  await page.getByLabel('First name').fill('Åse');
  await page.getByLabel('Last name').fill('Süß-Lindemann');
  await page.getByLabel('E-mail address').fill('ase@muehle.test');
  await page.getByLabel('New password', { exact: true }).fill('four words in a row');
  await page.getByLabel('Repeat the new password').fill('another four words');
  await page.getByRole('button', { name: 'Open the house' }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByLabel('Name of the company').inputValue()).toBe('Mühle & Töchter');
  expect(await page.getByLabel('Name of the site').nth(1).inputValue()).toBe('Köln');
  expect(await page.getByRole('radio', { name: 'Sie', exact: true }).isChecked()).toBe(true);

  await page.getByLabel('New password', { exact: true }).fill('four words in a row');
  await page.getByLabel('Repeat the new password').fill('four words in a row');
  await page.getByRole('button', { name: 'Open the house' }).click();
  await page.getByRole('heading', { name: 'The house is open' }).waitFor();

  await page.getByRole('link', { name: 'Import my organisation' }).click();
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'mill.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.getByRole('button', { name: 'Import now' }).click();
  await page.getByRole('heading', { name: 'The import is done' }).waitFor();
  await page.goto('/people');
  await page.getByText('Ada Anker').first().waitFor();

  // The first administrator may write to everyone, and finds the feed empty and friendly.
  await page.goto('/');
  await writePost(page, 'Welcome, all of you.');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.getByRole('article').getByText('Welcome, all of you.').waitFor();

  // Nobody sets a house up twice.
  await page.goto('/setup');
  expect(new URL(page.url()).pathname).toBe('/');
  const stranger = await visit({ baseURL: house.url });
  await stranger.page.goto('/setup');
  expect(new URL(stranger.page.url()).pathname).toBe('/sign-in');
  expect([...problems, ...stranger.problems].filter((text) => !text.includes('400'))).toEqual([]);
});
