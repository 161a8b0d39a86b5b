import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';

const { visit } = openBrowser();
const ATLAS = '/projects/atlas-erp-rollout';

const made: { admin: Page; address: string }[] = [];
afterEach(async () => {
  for (const { admin, address } of made.splice(0)) {
    const headers = { origin: new URL(admin.url()).origin };
    const form = { intent: 'lifecycle', lifecycle: 'archived' };
    await admin.request.post(`${address}/edit`, { headers, form });
  }
});

/** A project of this test's own, led by Ronja; gives its address. */
async function newProject(admin: Page, name: string): Promise<string> {
  await admin.goto('/projects/new');
  await online(admin);
  await admin.locator('#name').fill(name);
  await admin.locator('#lead').fill('@ronja-weiss');
  await admin.locator('#deputy').fill('@jonas-boettger');
  await admin.locator('form:has(#name) button[type="submit"]').click();
  await admin.waitForURL((url) => url.pathname !== '/projects/new');
  const address = new URL(admin.url()).pathname;
  made.push({ admin, address });
  return address;
}

/** As if the rhythm had come round. */
async function dueAnHourAgo(address: string): Promise<void> {
  const database = new pg.Client({ connectionString: inject('appDatabaseUrl') });
  await database.connect();
  const sql = `UPDATE project SET status_due_at = now() - interval '1 hour' WHERE slug = $1`;
  await database.query(sql, [address.split('/').at(-1)]);
  await database.end();
}

test('the portfolio is narrowed, kept as a view, opened again and taken away as CSV', async () => {
  const { page } = await visit({ as: 'employee@demo.test' });
  await page.goto('/projects');
  await online(page);
  await page.getByLabel('Health', { exact: true }).selectOption('on_track');
  await page.waitForURL(/health=on_track/);
  const main = page.getByRole('main');
  await main.getByText('Save these filters').click();
  const name = `Green ${Date.now()}`;
  await page.getByLabel('Name of the view').fill(name);
  await page.getByLabel('Name of the view').press('Enter');
  const view = main.getByRole('link', { name });
  await view.waitFor();
  await page.goto('/projects');
  await main.getByRole('link', { name }).click();
  await page.waitForURL(/health=on_track/);
  const csv = await page.evaluate(async () => {
    const answer = await fetch(`/projects/portfolio.csv${location.search}`);
    return { type: answer.headers.get('content-type'), text: await answer.text() };
  });
  expect(csv.type).toContain('text/csv');
  const rows = csv.text.trim().split('\n');
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.slice(1).every((row) => row.includes('On track'))).toBe(true);
  await online(page);
  await main.getByRole('button', { name: `Remove view ${name}` }).click();
  await expect.poll(() => main.getByRole('link', { name }).count()).toBe(0);
});

test('a lead is handed over: the new one is told, owes the status, and writes it in under a minute', async () => {
  const admin = await visit({ as: 'admin@demo.test' });
  const name = `Handover ${Date.now()}`;
  const address = await newProject(admin.page, name);

  const ronja = await visit({ as: 'employee@demo.test' });
  await ronja.page.goto(`${address}/edit`);
  await online(ronja.page);
  await ronja.page.getByText('Hand over: Lead').click();
  const form = ronja.page.locator('form:has(input[name="role"][value="lead"])');
  await form.getByLabel('To whom?').fill('Nobody At All');
  await form.getByRole('button', { name: 'Hand over' }).click();
  await form.getByText('Nobody, or more than one person').waitFor();
  expect(await form.getByLabel('To whom?').inputValue()).toBe('Nobody At All');
  await form.getByLabel('To whom?').fill('@aylin-kaya');
  await form.getByRole('button', { name: 'Hand over' }).click();
  await ronja.page.waitForURL((url) => url.pathname === address);
  await ronja.page.getByRole('complementary').getByRole('link', { name: 'Aylin Kaya' }).waitFor();

  const aylin = await visit({ as: 'lead@demo.test' });
  await aylin.page.goto('/notifications');
  const notice = aylin.page.getByText(`made you the lead of ${name}`);
  await expect
    .poll(async () => {
      await aylin.page.reload();
      return notice.count();
    })
    .toBe(1);
  await dueAnHourAgo(address);
  await aylin.page.goto('/owed');
  const owed = aylin.page.getByRole('listitem').filter({ hasText: name });
  await owed.getByRole('link', { name: 'Write status' }).click();
  await aylin.page.waitForURL(/status\/new/);
  await online(aylin.page);
  const began = Date.now();
  await aylin.page.locator('input[name="health"][value="at_risk"]').check({ force: true });
  await aylin.page.locator('[name="text"]').fill('Taken over. The plan holds, one drawing is missing.');
  await aylin.page.getByRole('button', { name: 'Publish status' }).click();
  await aylin.page.waitForURL((url) => url.pathname.startsWith(address) && !url.pathname.endsWith('/new'));
  expect(Date.now() - began).toBeLessThan(60_000);
  await aylin.page.goto(address);
  await aylin.page.getByText('Taken over. The plan holds').first().waitFor();
  await aylin.page.getByRole('link', { name: 'Edit project' }).click();
  await aylin.page.getByRole('heading', { name: `Edit ${name}` }).waitFor();
});

test('a project for members: closed by its lead it is gone for others, and opened only on purpose', async () => {
  const admin = await visit({ as: 'admin@demo.test' });
  const address = await newProject(admin.page, `Closing ${Date.now()}`);
  const ronja = await visit({ as: 'employee@demo.test' });
  const { page } = ronja;
  await page.goto(`${address}/edit`);
  await online(page);
  const basics = page.locator('#basics');
  await basics.getByLabel('Who can read it?').selectOption('members');
  await basics.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/done=basics/);
  const aylin = await visit({ as: 'lead@demo.test' });
  expect((await aylin.page.goto(address))?.status()).toBe(404);

  await online(page);
  await basics.getByLabel('Who can read it?').selectOption('open');
  await basics.getByRole('button', { name: 'Save' }).click();
  await basics.locator('#sure-error').waitFor();
  await basics.getByLabel('Everyone may read what was written for members').check();
  await basics.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await aylin.page.goto(address))?.status()).toBe(200);

  const members = page.locator('#members');
  await members.getByLabel('New member').fill('@aylin-kaya');
  await members.getByLabel('What do they do in the project?').fill('Tester');
  await members.getByRole('button', { name: 'Add member' }).click();
  await members.getByRole('listitem').filter({ hasText: 'Aylin Kaya' }).getByText('Tester').waitFor();
  const milestones = page.locator('#milestones');
  await milestones.getByLabel('Name in English').last().fill('Doors open');
  await milestones.getByLabel('Name in German').last().fill('Türen auf');
  await milestones.getByLabel('Planned for').last().fill('2030-05-06');
  await milestones.getByRole('button', { name: 'Add milestone' }).click();
  await milestones.getByText('Move date: Doors open').click();
  const move = milestones.locator('form:has(input[value="milestone-move"])');
  await move.getByLabel('Planned for').fill('2030-06-03');
  await move.getByLabel('Why does the date move?').fill('The hinges come later.');
  await move.getByRole('button', { name: 'Move date' }).click();
  await page.waitForURL(/done=milestone-move/);
  await page.goto(address);
  await page.getByText('The hinges come later.').waitFor();
  expect(await page.locator('del').filter({ hasText: '6 May 2030' }).count()).toBeGreaterThan(0);

  await page.goto(`${address}/edit`);
  await online(page);
  await page.locator('#phase').getByRole('button', { name: 'Archive' }).click();
  await page.locator('#phase').getByRole('button', { name: 'Bring back' }).click();
  await page.locator('#phase').getByRole('button', { name: 'Pause' }).waitFor();
});

test('a question on a status is asked, declined with a reason, and answered after all', async () => {
  const ronja = await visit({ as: 'employee@demo.test' });
  const admin = await visit({ as: 'admin@demo.test' });
  const name = `Questions ${Date.now()}`;
  const address = await newProject(admin.page, name);
  const { page } = ronja;
  await page.goto(`${address}/status/new`);
  await online(page);
  await page.locator('input[name="health"][value="on_track"]').check({ force: true });
  await page.locator('[name="text"]').fill('All as planned.');
  await page.getByText('Blockers and help wanted').click();
  await page.locator('[name="helpWanted"]').fill('@aylin-kaya: two days of testing');
  await page.getByRole('button', { name: 'Publish status' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/new'));

  // Help wanted has reached whom it names, and leads to the status.
  const aylin = await visit({ as: 'lead@demo.test' });
  await expect
    .poll(async () => {
      await aylin.page.goto('/notifications');
      return aylin.page.getByText('mentioned you in a project status').count();
    })
    .toBeGreaterThan(0);
  await aylin.page.getByText('mentioned you in a project status').first().click();
  await aylin.page.waitForURL(/\/status\//);
  await online(aylin.page);
  const status = new URL(aylin.page.url()).pathname;
  await aylin.page.getByText('Ask a question').click();
  await aylin.page.getByRole('textbox', { name: 'Question' }).fill('Which hall?');
  await aylin.page.getByRole('button', { name: 'Ask', exact: true }).click();
  const asked = aylin.page.getByRole('list', { name: 'Questions' });
  await asked.getByText('Aylin Kaya has asked').waitFor();

  await page.goto('/owed');
  await page
    .getByRole('link', { name: /Aylin Kaya asks about Questions/ })
    .first()
    .waitFor();
  await page.goto(status);
  await online(page);
  await page.getByText('Will not be answered').click();
  await page.getByRole('textbox', { name: 'Why not?' }).fill('It is not decided yet.');
  await page.getByRole('button', { name: 'Decline with this reason' }).click();
  const questions = page.getByRole('list', { name: 'Questions' });
  await questions.getByText('Not answered').waitFor();
  await questions.getByRole('link', { name: 'To the reason' }).waitFor();
  await questions.locator('summary', { hasText: 'Your answer' }).click();
  await questions.getByRole('textbox', { name: 'Your answer' }).fill('Hall 4.');
  await questions.getByRole('button', { name: 'Answer' }).click();
  await questions.getByText('Answered', { exact: true }).waitFor();
  await expect
    .poll(async () => {
      await aylin.page.goto('/notifications');
      return aylin.page.getByText(`answered your question about ${name}`).count();
    })
    .toBe(1);
});

test('only who manages a project finds the way to edit it, and the page says so to others', async () => {
  const { page } = await visit({ as: 'reader@demo.test' });
  await page.goto(ATLAS);
  expect(await page.getByRole('link', { name: 'Edit project' }).count()).toBe(0);
  expect((await page.goto(`${ATLAS}/edit`))?.status()).toBe(403);
});
