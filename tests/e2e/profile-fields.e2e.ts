import { expect, test } from 'vitest';
import { openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();

test('a field of the company’s own is added, filled in, seen, retired and brought back', async () => {
  const name = `Forklift licence ${Date.now()}`;
  const admin = await visit({ as: 'admin@demo.test' });
  await admin.page.goto('/admin/fields');
  const form = admin.page.getByRole('region', { name: 'Add a field' });
  await form.getByLabel('Name in English').fill(name);
  await form.getByLabel('Name in German').fill(`Staplerschein ${Date.now()}`);
  await form.getByLabel('Visible at first to').selectOption('everyone');
  await form.getByLabel('Visible at most to').selectOption('unit');
  await form.getByRole('button', { name: 'Add field' }).click();
  await form.getByText('This is more than is allowed at most.').waitFor();
  expect(await form.getByLabel('Name in English').inputValue()).toBe(name);
  await form.getByLabel('Visible at most to').selectOption('everyone');
  await form.getByRole('button', { name: 'Add field' }).click();
  const row = admin.page.getByRole('listitem').filter({ hasText: name });
  await row.getByText('nobody has filled it in').waitFor();

  const ronja = await visit({ as: 'employee@demo.test' });
  await ronja.page.goto('/people/ronja-weiss/edit');
  await ronja.page.getByLabel(name, { exact: true }).fill('Class 2');
  await ronja.page.getByRole('region', { name: 'About me' }).getByRole('button', { name: 'Save' }).click();
  await ronja.page.getByText('Your profile is saved.').waitFor();

  const reader = await visit({ as: 'lead@demo.test' });
  await reader.page.goto('/people/ronja-weiss/about');
  await reader.page.getByText('Class 2').waitFor();

  await row.getByRole('button', { name: `Retire ${name}` }).click();
  await admin.page.getByText(`“${name}” has been taken off all profiles.`).waitFor();
  await reader.page.reload();
  await reader.page.getByRole('term').first().waitFor();
  expect(await reader.page.getByText('Class 2').count()).toBe(0);

  await admin.page.getByRole('button', { name: 'Undo' }).click();
  await row.getByText('1 person has filled it in').waitFor();
  await reader.page.reload();
  await reader.page.getByText('Class 2').waitFor();
  await row.getByRole('button', { name: `Retire ${name}` }).click();
  await admin.page.getByText('What 1 person had filled in is kept until').first().waitFor();
  const seen = [...admin.problems, ...ronja.problems, ...reader.problems];
  // The refusal is answered with 400, which the browser tells as well.
  expect(seen.filter((problem) => !problem.includes('400'))).toEqual([]);
}, 120_000);

test('one’s anniversaries are shown once one agrees, and not any more once that is taken back', async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  await page.goto('/people/aylin-kaya/edit');
  const card = page.getByRole('region', { name: 'Anniversaries' });
  await card.getByText('Nobody does unless you say so.').waitFor();
  await card.getByRole('button', { name: 'Yes, show mine' }).click();
  await card.getByText('Nobody is notified.').waitFor();
  await card.getByRole('button', { name: 'Stop showing' }).click();
  await card.getByText('Nobody does unless you say so.').waitFor();
  expect(problems).toEqual([]);
});
