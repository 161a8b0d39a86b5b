import type { Page, Request } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
vi.setConfig({ testTimeout: 240_000, expect: { poll: { timeout: 30_000 } } });

const WIDE = { width: 1440, height: 900 };

/** What a page asks of the server from now on, beside files that never change. */
function asking(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (!/^\/(assets|socket\.io|live|files)\b/.test(pathname)) asked.push(pathname);
  });
  return asked;
}

/** One edit of a chart by its interface, as the panel sends it; gives what to undo it with. */
async function edit(page: Page, form: Record<string, string>): Promise<{ chartId: string; editId: string }> {
  const [asked] = await Promise.all([
    page.waitForRequest(/\/org\/edit\?/),
    page.goto('/org?focus=mara-suess-lindemann&edit=1'),
  ]);
  const headers = { origin: new URL(asked.url()).origin, accept: 'application/json' };
  const { seat } = await (await page.request.get(asked.url(), { headers })).json();
  const { chartId, positionId, version } = seat;
  const sent = { intent: 'apply', chartId, positionId, version, ...form };
  const answer = await page.request.post('/org/edit', { headers, form: sent });
  expect(answer.status()).toBe(200);
  const { done } = await answer.json();
  return { chartId, editId: done.editId };
}

async function undo(page: Page, made: { chartId: string; editId: string }): Promise<void> {
  const headers = { origin: new URL(page.url()).origin, accept: 'application/json' };
  const form = { intent: 'undo', ...made };
  expect((await page.request.post('/org/edit', { headers, form })).status()).toBe(200);
}

test('an edit reaches a chart that is open elsewhere, moves nothing under its reader, and asks nothing of others', async () => {
  const editor = await visit({ as: 'admin@demo.test', viewport: WIDE });
  const reader = await visit({ as: 'employee@demo.test', viewport: WIDE });
  const other = await reader.context.newPage();
  await reader.page.goto('/org?focus=aylin-kaya');
  await other.goto('/projects');
  await Promise.all([online(reader.page), online(other)]);
  // What the reader has opened beside what came with the page, and where they stand in it.
  const mara = reader.page.getByRole('treeitem', { name: /^Mara Süß-Lindemann/ });
  await mara.getByRole('link', { name: /^Show who/ }).click();
  const below = reader.page.getByRole('treeitem', { name: /^Jae-hyun O/ });
  await below.waitFor();
  await mara.focus();
  const place = async () => JSON.stringify(await mara.boundingBox());
  // Opening a branch moves things aside for a moment.
  await reader.page.waitForTimeout(400);
  const before = await place();
  const [asked, askedByOther] = [asking(reader.page), asking(other)];

  const title = `Architektin ${Date.now()}`;
  const made = await edit(editor.page, { edit: 'change', title, unitId: '', siteId: '' });
  await reader.page.getByRole('treeitem', { name: new RegExp(title) }).waitFor();
  expect(await place()).toBe(before);
  expect(await below.count()).toBe(1);
  expect(await mara.evaluate((card) => card === document.activeElement)).toBe(true);
  expect(asked).toEqual(['/org/renew']);
  expect(askedByOther).toEqual([]);

  await undo(editor.page, made);
  await reader.page.getByRole('treeitem', { name: new RegExp(title) }).waitFor({ state: 'detached' });
  expect(await place()).toBe(before);
  expect([...editor.problems, ...reader.problems]).toEqual([]);
});

test('the table that is open elsewhere shows it too', async () => {
  const editor = await visit({ as: 'admin@demo.test', viewport: WIDE });
  const reader = await visit({ as: 'employee@demo.test', viewport: WIDE });
  await reader.page.goto('/org?view=table&filter=S%C3%BC%C3%9F-Lindemann');
  await online(reader.page);
  const title = `Architektin ${Date.now()}`;
  const made = await edit(editor.page, { edit: 'change', title, unitId: '', siteId: '' });
  await reader.page.getByRole('row', { name: new RegExp(title) }).waitFor();
  await undo(editor.page, made);
  await reader.page.getByRole('row', { name: new RegExp(title) }).waitFor({ state: 'detached' });
});
