import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
vi.setConfig({ testTimeout: 120_000 });

/** Red on the left, blue on the right. */
async function picture() {
  const red = { create: { width: 600, height: 600, channels: 3 as const, background: '#c00' } };
  const both = { create: { width: 1_200, height: 600, channels: 3 as const, background: '#00c' } };
  const buffer = await sharp(both)
    .composite([{ input: red, left: 0, top: 0 }])
    .png()
    .toBuffer();
  return { name: 'me.png', mimeType: 'image/png', buffer };
}

test('a photo is cut by keys, seen by colleagues wherever the name stands, and deleted by one click', async () => {
  const { page, problems } = await visit({ as: 'employee@demo.test' });
  const colleague = await visit({ as: 'reader@demo.test' });
  const profile = '/people/ronja-weiss';
  await page.goto(`${profile}/edit`);
  await online(page);
  await page.locator('input[name="file"]').setInputFiles(await picture());
  const section = page.getByRole('group', { name: 'Section of the picture' });
  await section.focus();
  // Right and right again: what is seen moves to the left half.
  for (let press = 0; press < 60; press++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('input[name="x"]').inputValue()).toBe('0.0000');
  await page.getByLabel('I agree that colleagues').check();
  await page.getByRole('button', { name: 'Save photo' }).click();
  await page.getByText('Your photo is saved.').waitFor();

  await colleague.page.goto(profile);
  const face = colleague.page.getByRole('main').locator('header .avatar-face img');
  await expect.poll(() => face.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(384);
  const address = (await face.getAttribute('src')) ?? '';
  const answer = await colleague.context.request.get(address);
  expect(answer.headers()['cache-control']).toBe('private, max-age=2592000');
  const { dominant } = await sharp(await answer.body()).stats();
  expect([dominant.r > 128, dominant.b > 128]).toEqual([true, false]);
  // Whoever is to see no faces asks for none.
  await colleague.page.evaluate(() => document.documentElement.setAttribute('data-faces', 'none'));
  expect(await face.evaluate((image) => getComputedStyle(image).display)).toBe('none');

  await page.getByRole('button', { name: 'Remove my photo' }).click();
  await page.getByText('The photo is deleted.').waitFor();
  expect((await colleague.context.request.get(address)).status()).toBe(404);
  await colleague.page.reload();
  await face.waitFor({ state: 'detached' });
  expect([...problems, ...colleague.problems]).toEqual([]);
});

test('it needs no script: the middle is taken, and what is wrong stands at its field', async () => {
  const { page } = await visit({ as: 'lead@demo.test', javaScriptEnabled: false });
  await page.goto('/people/aylin-kaya/edit');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Save photo' }) });
  await form.getByLabel('I agree that colleagues').check();
  const text = { name: 'me.txt', mimeType: 'text/plain', buffer: Buffer.from('Hello') };
  await form.locator('input[name="file"]').setInputFiles(text);
  await form.getByRole('button', { name: 'Save photo' }).click();
  await page.locator('#file-error').getByText('This is no picture that we can show.').waitFor();

  await form.getByLabel('I agree that colleagues').check();
  await form.locator('input[name="file"]').setInputFiles(await picture());
  await form.getByRole('button', { name: 'Save photo' }).click();
  await page.getByText('Your photo is saved.').waitFor();
});

test('people operations take a photo away, and put none there', async () => {
  const { page, problems } = await visit({ as: 'admin@demo.test' });
  await page.goto('/people/aylin-kaya/edit');
  await online(page);
  await page.getByRole('heading', { name: 'Photo of Aylin Kaya' }).waitFor();
  expect(await page.locator('input[type="file"]').count()).toBe(0);
  await page.getByRole('button', { name: 'Remove the photo' }).click();
  await page.getByText('The photo is deleted.').waitFor();
  await page.getByRole('heading', { name: 'Photo of Aylin Kaya' }).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});
