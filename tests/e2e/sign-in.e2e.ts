import { afterEach, expect, test } from 'vitest';
import { openBrowser, signIn, type Visit } from './setup/browser.ts';

const { visit } = openBrowser();
const visits: Visit[] = [];

async function come(options?: Parameters<typeof visit>[0]): Promise<Visit> {
  const visited = await visit(options);
  visits.push(visited);
  return visited;
}

// A refused form answers 400, 401, 410 or 429, which Chromium notes in the console: that alone is expected here.
afterEach(() => {
  const problems = visits.splice(0).flatMap((visited) => visited.problems);
  expect(problems.filter((text) => !/status of (400|401|410|429)/.test(text))).toEqual([]);
});

test('a stranger is led to the sign-in page and back, and what was typed is kept', async () => {
  const { page } = await come();
  await page.goto('/people?letter=k');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.fill('#name', 'Employee@demo.test');
  await page.fill('#password', 'not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.inputValue('#name')).toBe('Employee@demo.test');
  expect(await page.inputValue('#password')).toBe('');
  await page.fill('#password', 'flurfunk-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/people?letter=k');
});

test('unknown and known names get the very same answer', async () => {
  const answers: (string | null)[] = [];
  for (const name of ['lead@demo.test', 'nobody@demo.test']) {
    const { page } = await come();
    await page.goto('/sign-in');
    await page.fill('#name', name);
    await page.fill('#password', 'not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    answers.push(await page.getByRole('alert').textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

test('the cookie is HttpOnly and Lax; by personnel number works; signing out ends the session', async () => {
  const { page, context } = await come();
  await signIn(page, '40117');
  const cookies = await context.cookies();
  const session = cookies.find((cookie) => cookie.name === 'flurfunk_session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  await page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/sign-out' });
    document.body.append(form);
    form.submit();
  });
  await page.waitForURL('**/sign-in?bye=1');
  // The old token is dead on the server too, not only gone from this browser.
  if (session) await context.addCookies([session]);
  await page.goto('/settings');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('a shared device keeps a session without an end date, shows how to leave, and Back shows nothing', async () => {
  const { page, context } = await come();
  await page.goto('/sign-in');
  await page.fill('#name', 'employee@demo.test');
  await page.fill('#password', 'flurfunk-demo');
  await page.check('[name=shared]');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const leave = page.locator('form[action="/sign-out"] button').last();
  await leave.waitFor();
  const cookies = await context.cookies();
  expect(cookies.find((cookie) => cookie.name === 'flurfunk_session')?.expires).toBe(-1);
  expect(cookies.some((cookie) => cookie.name === 'flurfunk_device')).toBe(false);
  await page.goto('/settings');
  await leave.click();
  await page.waitForURL('**/sign-in?bye=1');
  await page.goBack();
  await page.waitForLoadState();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('a printed code from the administration lets a new colleague in', async () => {
  const admin = await come({ as: 'admin@demo.test' });
  await admin.page.goto('/admin/accounts/new');
  await admin.page.fill('#givenName', 'Zeynep');
  await admin.page.fill('#familyName', 'Tamm');
  await admin.page.fill('#personnelNumber', `99${Date.now()}`);
  await admin.page.locator('button[value="slip"]').click();
  const code = await admin.page.locator('[role=status] .font-mono').textContent();
  const { page } = await come();
  await page.goto('/invitation');
  await page.fill('#code', (code ?? '').toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Next' }).click();
  await page.fill('#password', 'boats on the river');
  await page.fill('#repeated', 'boats on the river');
  await page.getByRole('button', { name: 'Save and begin' }).click();
  await page.waitForURL((address) => address.pathname === '/');
  const used = await page.goto(`/invitation/${code}`);
  expect(used?.status()).toBe(410);
});
