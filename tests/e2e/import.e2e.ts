import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

// As a German Excel writes it: semicolons, Windows-1252; one name is kept back, three posts report in a circle.
const FILE = iconv.encode(
  [
    'Planstelle;Name;Stellenbezeichnung;Organisationseinheit;Berichtet an;Gehalt',
    'T1;Änne Prüfstein;Leitung – Prüffeld;Prüffeld Süd;;91000',
    'T2;N/D;Prüfer;Prüffeld Süd;T1;52000',
    'T3;Vacant;Prüferin;Prüffeld Süd;T1;52000',
    'T4;Jörg Kreisler;Dreher;Prüffeld Süd;T6;47000',
    'T5;Ösge Rundlauf;Fräser;Prüffeld Süd;T4;47000',
    'T6;Tim Zirkel;Schleifer;Prüffeld Süd;T5;47000',
  ].join('\r\n'),
  'windows-1252',
);

test('an organogram is looked over, imported, and taken back', { timeout: 180_000 }, async () => {
  const { page, problems } = await visit({ as: 'admin@demo.test' });
  await page.goto('/admin/import');
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'planstellen.csv', mimeType: 'text/csv', buffer: FILE });
  await page.getByRole('button', { name: 'Upload and check' }).click();

  await page.getByRole('heading', { name: 'planstellen.csv' }).waitFor();
  await page.getByText('WINDOWS-1252, separated by semicolons').waitFor();
  await page.getByText('Change columns').click();
  expect(await page.getByLabel('Column “Gehalt” is read as').inputValue()).toBe('');
  expect(await page.getByLabel('Column “Berichtet an” is read as').inputValue()).toBe('manager');
  expect(await page.getByText('91000').count()).toBe(0);

  const apply = page.getByRole('button', { name: 'Import now' });
  expect(await apply.isDisabled()).toBe(true);
  await page.getByRole('group', { name: 'Reporting lines in a circle' }).getByText('1 place in').click();
  await page.getByText('T4 → T6 → T5 → T4').waitFor();
  await page.getByRole('radio', { name: 'Import all of them without a manager' }).click();
  await page.getByRole('button', { name: 'Take all suggestions' }).click();
  await page.getByText('Every decision is made').waitFor();
  await apply.click();

  await page.getByRole('heading', { name: 'The import is done' }).waitFor();
  await page.getByText('Leitung – Prüffeld').first().waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await page.getByRole('heading', { name: 'This import was taken back' }).waitFor();
  expect(problems).toEqual([]);
});
