import { expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { writePost, written } from './setup/compose.ts';

const { visit } = openBrowser();

test('a post is written as in any mail program, and a draft of it survives', {
  timeout: 120_000,
}, async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  await online(page);
  await page.locator('#composer textarea[name="text"]').click();
  const editor = page.getByRole('textbox', { name: 'Your post' });
  await page.locator('#composer .ProseMirror').waitFor();
  const stamp = String(Date.now());
  const type = (text: string) => page.keyboard.type(text);
  await type(`Hall ${stamp} is `);
  await page.getByRole('button', { name: 'Bold' }).click();
  await type('closed');
  await page.keyboard.press('Control+b');
  await type('. Ask @mara');
  await page.getByRole('option', { name: /Mara Süß-Lindemann/ }).waitFor();
  await page.keyboard.press('Enter');
  await type('first:');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await type('no **water**');
  await page.keyboard.press('Enter');
  await type('no light');
  const source = `Hall ${stamp} is **closed**. Ask @mara-suess-lindemann first:\n\n- no **water**\n- no light`;
  expect(await written(page)).toBe(source);
  expect(await editor.getAttribute('aria-multiline')).toBe('true');

  await page.reload();
  await online(page);
  expect(await written(page)).toBe(source);
  await page.locator('#composer textarea[name="text"]').click();
  await page.locator('#composer .ProseMirror li').nth(1).waitFor();
  await page.keyboard.press('Control+Enter');
  const item = page.getByRole('article').filter({ hasText: stamp });
  await item.locator('strong', { hasText: 'closed' }).waitFor();
  expect(await item.locator('.prose-body li').allTextContents()).toEqual(['no water', 'no light']);
  await item.getByRole('link', { name: '@Mara Süß-Lindemann' }).waitFor();

  // The same editor, with what was written, to change it.
  await item.getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.ProseMirror strong', { hasText: 'closed' }).waitFor();
  await page.keyboard.type(', no heat');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await item.getByText('no light, no heat').waitFor();
  expect(problems).toEqual([]);
});

test('a post in two languages is read in one’s own', async () => {
  const author = await visit({ as: 'lead@demo.test' });
  const stamp = String(Date.now());
  await writePost(author.page, `Good morning ${stamp}`);
  await author.page.getByRole('button', { name: 'In German as well' }).click();
  // By the editor itself: the plain text area stands there until the editor is fetched.
  await author.page.locator('.ProseMirror[aria-label="The same in German"]').fill(`Guten Morgen ${stamp}`);
  await author.page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  await author.page.getByRole('article').getByText(`Good morning ${stamp}`).waitFor();
  const reader = await visit({ as: 'employee@demo.test', locale: 'de-DE' });
  await reader.page.getByRole('article').getByText(`Guten Morgen ${stamp}`).waitFor();

  const own = author.page.getByRole('article').filter({ hasText: stamp });
  await own.getByRole('button', { name: 'More actions' }).first().click();
  await author.page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = author.page.getByRole('dialog');
  await dialog.locator('.ProseMirror[aria-label="The same in German"]').fill(`Guten Abend ${stamp}`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await own.getByText(`Good morning ${stamp}`).waitFor();
  await reader.page.goto((await own.getAttribute('data-href')) ?? '');
  await reader.page.getByRole('article').getByText(`Guten Abend ${stamp}`).waitFor();
  expect(author.problems).toEqual([]);
});

test('a post in one language gets the other later; its history tells what changed in which', {
  timeout: 120_000,
}, async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  const stamp = String(Date.now());
  await writePost(page, `The lift ${stamp} stands still`);
  await page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const own = page.getByRole('article').filter({ hasText: stamp });
  const dialog = page.getByRole('dialog');
  const open = async (item: string) => {
    await own.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: item }).click();
    await dialog.waitFor();
  };
  const german = dialog.locator('.ProseMirror[aria-label="The same in German"]');
  const save = async () => {
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('menu').waitFor({ state: 'detached' });
  };
  await open('Edit');
  await dialog.locator('.ProseMirror[aria-label="Text"]').waitFor();
  await dialog.getByRole('button', { name: 'In German as well' }).click();
  await german.waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('The same in German');
  await page.keyboard.type('Der Aufzug steht');
  await save();
  const reader = await visit({ as: 'employee@demo.test', locale: 'de-DE' });
  await reader.page.goto((await own.getAttribute('data-href')) ?? '');
  await reader.page.getByRole('article').getByText('Der Aufzug steht').waitFor();

  await open('Edit');
  await german.fill('Der Aufzug fährt');
  await save();
  await open('Earlier wordings');
  const wordings = dialog.getByRole('listitem');
  await expect.poll(() => wordings.count()).toBe(3);
  const told = (await wordings.allInnerTexts()).map((text) => text.split('\n').slice(1).join('|'));
  expect(told.map((text) => text.replace(/\|+/g, '|').replace(/^\|/, ''))).toEqual([
    'German|Der Aufzug stehtfährt',
    'German|Der Aufzug steht',
    `English|The lift ${stamp} stands still`,
  ]);
  expect(await wordings.first().locator('del').allTextContents()).toEqual(['steht']);
  expect(await wordings.first().locator('ins').allTextContents()).toEqual(['fährt']);
  expect(await wordings.nth(1).locator('ins').allTextContents()).toEqual(['Der Aufzug steht']);
  expect([...problems, ...reader.problems]).toEqual([]);
});

test('Esc closes the list of names, then the window; what was typed is there when it opens again', async () => {
  const { page, problems } = await visit({ as: 'lead@demo.test' });
  const stamp = String(Date.now());
  await writePost(page, `The ramp ${stamp}`);
  await page.locator('#composer').getByRole('button', { name: 'Post', exact: true }).click();
  const own = page.getByRole('article').filter({ hasText: stamp });
  const dialog = page.getByRole('dialog');
  const text = dialog.locator('.ProseMirror[aria-label="Text"]');
  const edit = async () => {
    await own.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await text.waitFor();
  };
  const close = async () => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('menu').waitFor({ state: 'detached' });
  };
  await edit();
  await page.keyboard.type(' is closed, ask @mara');
  await dialog.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  await dialog.getByRole('listbox').waitFor({ state: 'detached' });
  expect(await dialog.isVisible()).toBe(true);
  await close();

  await edit();
  await dialog.getByText('What you began to write is back.').waitFor();
  expect(await text.textContent()).toBe(`The ramp ${stamp} is closed, ask @mara`);
  await dialog.getByRole('button', { name: 'Start from what stands there' }).click();
  await expect.poll(() => text.textContent()).toBe(`The ramp ${stamp}`);
  await text.fill(`The ramp ${stamp} is open`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await own.getByText(`The ramp ${stamp} is open`).waitFor();
  await edit();
  expect(await dialog.getByText('What you began to write is back.').count()).toBe(0);
  await close();
  expect(problems).toEqual([]);
});
