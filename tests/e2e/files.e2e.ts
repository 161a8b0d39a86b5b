import sharp from 'sharp';
import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost } from './setup/compose.ts';

const { visit } = openBrowser();

test('pictures and files go with a post, and a colleague sees and saves them', {
  timeout: 120_000,
}, async () => {
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#37a' } })
    .png()
    .toBuffer();
  const lead = await visit({ as: 'lead@demo.test' });
  const text = `Seen from both ends ${Date.now()}`;
  await writePost(lead.page, text);
  await lead.page.locator('#composer input[type="file"]').setInputFiles([
    { name: 'hall.png', mimeType: 'image/png', buffer: picture },
    { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') },
    { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\r\n') },
  ]);
  // What is refused says why, and costs neither the text nor the other files.
  await lead.page.getByText('This is not a picture, although its name says so.').waitFor();
  await lead.page.getByRole('button', { name: 'Remove fake.png' }).click();
  await lead.page.getByLabel('What does the picture show?').fill('A blue hall');
  await lead.page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const own = lead.page.getByRole('article').filter({ hasText: text });
  await own.getByAltText('A blue hall').waitFor();

  const colleague = await visit({ as: 'employee@demo.test' });
  await online(colleague.page);
  const item = colleague.page.getByRole('article').filter({ hasText: text });
  const image = item.getByAltText('A blue hall');
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await image.click();
  const window = colleague.page.getByRole('dialog', { name: 'Picture 1 of 1' });
  await window.getByText('A blue hall').waitFor();
  await colleague.page.keyboard.press('Escape');
  await window.waitFor({ state: 'hidden' });
  const [download] = await Promise.all([
    colleague.page.waitForEvent('download'),
    item.getByRole('link', { name: 'plan.csv' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('plan.csv');
  // A download that broke off goes on where it was.
  const plan = (await item.getByRole('link', { name: 'plan.csv' }).getAttribute('href')) ?? '';
  const rest = await colleague.context.request.get(plan, { headers: { Range: 'bytes=2-2' } });
  expect([rest.status(), rest.headers()['content-range'], await rest.text()]).toEqual([
    206,
    'bytes 2-2/5',
    'b',
  ]);

  // Deleted, it is gone for everybody at once.
  const address = (await item.locator('a[href^="/files/"]').first().getAttribute('href')) ?? '';
  await own.getByRole('button', { name: 'More actions' }).first().click();
  await lead.page.getByRole('menuitem', { name: 'Delete' }).click();
  await own.waitFor({ state: 'detached' });
  expect((await colleague.context.request.get(address)).status()).toBe(404);
  expect(colleague.problems).toEqual([]);
  // The refused file is a 400 in the console, and nothing else is.
  expect(lead.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
});

test('a file may come before the first word', async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  await online(page);
  const file = { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') };
  await page.locator('#composer input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: 'Remove plan.csv' }).click();
  await page.getByText('plan.csv').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});

test('files go with a comment: the paperclip comes once somebody writes, and others see and save them', {
  timeout: 120_000,
}, async () => {
  const lead = await visit({ as: 'lead@demo.test' });
  const colleague = await visit({ as: 'employee@demo.test' });
  const text = `Who has the plan? ${Date.now()}`;
  await writePost(lead.page, text);
  await lead.page.locator('#composer-audience').selectOption({ label: 'Hamburg' });
  await lead.page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const own = lead.page.getByRole('article').filter({ hasText: text });
  const href = (await own.getAttribute('data-href')) ?? '';
  await Promise.all([lead.page.goto(href), colleague.page.goto(href)]);
  await Promise.all([online(lead.page), online(colleague.page)]);

  const form = colleague.page.locator('form').filter({ has: colleague.page.getByLabel('Write a comment') });
  expect(await form.getByRole('button').count()).toBe(1);
  await form.getByLabel('Write a comment').fill('Here it is');
  await form.getByRole('button', { name: 'Attach files' }).waitFor();
  const buffer = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#37a' } })
    .png()
    .toBuffer();
  await form.locator('input[type="file"]').setInputFiles([
    { name: 'hall.png', mimeType: 'image/png', buffer },
    { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') },
  ]);
  await form.getByLabel('What does the picture show?').fill('A blue hall');
  await form.getByRole('button', { name: 'Send' }).click();
  const comment = (page: typeof lead.page) => page.getByRole('listitem').filter({ hasText: 'Here it is' });
  await comment(colleague.page).getByAltText('A blue hall').waitFor();
  // Nothing of it stays in the form.
  await form.getByText('hall.png').waitFor({ state: 'detached' });

  await comment(lead.page).getByAltText('A blue hall').waitFor();
  const [download] = await Promise.all([
    lead.page.waitForEvent('download'),
    comment(lead.page).getByRole('link', { name: 'plan.csv' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('plan.csv');
  expect([...lead.problems, ...colleague.problems]).toEqual([]);
});

test('a file goes with the answer on a board: for the two, it opens for these two alone', {
  timeout: 120_000,
}, async () => {
  const asker = await visit({ as: 'employee@demo.test' });
  const owner = await visit({ as: 'lead@demo.test' });
  const other = await visit({ as: 'admin@demo.test' });
  const text = `How does the hall look now? ${Date.now()}`;
  await asker.page.goto('/people/aylin-kaya');
  await online(asker.page);
  await asker.page.locator('textarea[name="text"]').first().fill(text);
  await asker.page.getByRole('button', { name: 'Pin it' }).click();
  await asker.page.getByRole('article').filter({ hasText: text }).waitFor();

  await owner.page.goto('/people/aylin-kaya');
  await online(owner.page);
  const pin = owner.page.getByRole('article').filter({ hasText: text });
  await pin.getByText('Answer', { exact: true }).click();
  await pin.getByLabel('Your answer').fill('Blue, as you see');
  const buffer = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#37a' } })
    .png()
    .toBuffer();
  await pin.getByRole('button', { name: 'Attach files' }).waitFor();
  await pin.locator('input[type="file"]').setInputFiles({ name: 'hall.png', mimeType: 'image/png', buffer });
  await pin.getByLabel('What does the picture show?').fill('A blue hall');
  await pin.getByRole('button', { name: 'Send answer' }).click();
  await pin.getByAltText('A blue hall').waitFor();

  const seen = asker.page.getByRole('article').filter({ hasText: text }).getByAltText('A blue hall');
  await seen.waitFor();
  const address = (await seen.getAttribute('src')) ?? '';
  const [forAsker, forOther] = await Promise.all(
    [asker, other].map(({ context }) => context.request.get(address)),
  );
  expect([forAsker?.status(), forAsker?.headers()['content-type'], forOther?.status()]).toEqual([
    200,
    'image/webp',
    404,
  ]);
  expect([...asker.problems, ...owner.problems]).toEqual([]);
});

test('a picture is there at once as WebP, and a moment later a browser takes it as AVIF', {
  timeout: 240_000,
}, async () => {
  const { page, context, problems } = await visit({ as: 'lead@demo.test' });
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const buffer = await sharp({
    create: { width: 600, height: 400, channels: 3, background: '#777', noise: grain },
  })
    .png()
    .toBuffer();
  const text = `Grain ${Date.now()}`;
  await writePost(page, text);
  const file = { name: 'grain.png', mimeType: 'image/png', buffer };
  await page.locator('#composer input[type="file"]').setInputFiles(file);
  await page.getByLabel('What does the picture show?').fill('Grain');
  await page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const own = page.getByRole('article').filter({ hasText: text });
  await own.getByAltText('Grain').waitFor();
  await page.goto((await own.getAttribute('data-href')) ?? '');

  const image = page.getByAltText('Grain');
  const taken = async () => {
    await page.reload();
    await image.scrollIntoViewIfNeeded();
    return image.evaluate(async (node) => {
      await (node as HTMLImageElement).decode();
      return (node as HTMLImageElement).currentSrc;
    });
  };
  // The job comes by every minute.
  await expect.poll(taken, { timeout: 150_000, interval: 5_000 }).toContain('as=avif');
  const address = await taken();
  const [avif, webp] = await Promise.all(
    [address, address.replace('&as=avif', '')].map((one) => context.request.get(one)),
  );
  expect([avif?.headers()['content-type'], webp?.headers()['content-type']]).toEqual([
    'image/avif',
    'image/webp',
  ]);
  expect((await avif?.body())?.length).toBeLessThan((await webp?.body())?.length ?? 0);
  expect(problems).toEqual([]);
});
