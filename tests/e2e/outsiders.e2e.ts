import { readFile } from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import routes from '#app/routes.ts';
import { openBrowser } from './setup/browser.ts';

type Row = { path?: string; file: string; index?: boolean; children?: Row[] };

/**
 * Everything that may be changed by somebody who is not signed in: the doors themselves, how the page looks, and the
 * signed link that ends mails.
 */
const PUBLIC = ['sign-in', 'sign-out', 'invitation', 'reset', 'setup', 'language', 'theme', 'unsubscribe'];
const SOMEBODY = '00000000-0000-7000-8000-00000000dead';

function flatten(rows: Row[], base = ''): { address: string; file: string }[] {
  return rows.flatMap((row) => {
    const path = [base, row.path].filter(Boolean).join('/');
    return [
      { address: `/${path}${row.index ? '?index' : ''}`, file: row.file },
      ...flatten(row.children ?? [], path),
    ];
  });
}

/** The addresses of every route with an action, parameters filled in. */
async function mutatingRoutes(): Promise<string[]> {
  const all = flatten((await routes) as Row[]);
  const sources = await Promise.all(all.map(({ file }) => readFile(`app/${file}`, 'utf8')));
  return all
    .filter((_, index) =>
      /export (const|async function) action\b|export \{[^}]*\baction\b/.test(sources[index] ?? ''),
    )
    .map(({ address }) =>
      address
        .replace(/:handle/g, 'aylin-kaya')
        .replace(/:slug/g, 'atlas-erp-rollout')
        .replace(/:\w+(\?$)?/g, SOMEBODY),
    );
}

const isPublic = (address: string) => PUBLIC.includes(address.split('/')[1] ?? '');

describe('every mutating address', () => {
  const url = inject('appUrl');
  const post = (address: string, headers: Record<string, string>) =>
    fetch(url + address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'intent=x',
    });

  test('is known to this sweep', async () => {
    expect((await mutatingRoutes()).length).toBeGreaterThan(12);
  });

  test('sends a visitor to the door', async () => {
    for (const address of (await mutatingRoutes()).filter((one) => !isPublic(one))) {
      const answer = await post(address, { origin: url });
      expect([address, answer.status, answer.headers.get('location')?.startsWith('/sign-in')]).toEqual([
        address,
        302,
        true,
      ]);
    }
  });

  test('refuses a request from another site, whoever sends it', async () => {
    for (const address of await mutatingRoutes()) {
      const answer = await post(address, { origin: 'https://evil.example', cookie: 'a=b' });
      expect([address, answer.status]).toEqual([address, 403]);
    }
  });
});

const { visit } = openBrowser();

test('the administration is closed to an employee and open to an administrator', async () => {
  const employee = await visit({ as: 'employee@demo.test' });
  const administrator = await visit({ as: 'admin@demo.test' });
  for (const address of ['/admin/accounts', '/admin/company', '/admin/import', '/admin/moderation']) {
    const refused = await employee.page.request.get(address);
    const allowed = await administrator.page.request.get(address);
    expect([address, refused.status(), allowed.status()]).toEqual([address, 403, 200]);
    const origin = new URL(refused.url()).origin;
    const written = await employee.page.request.post(address, {
      headers: { origin },
      form: { intent: 'hide', reason: 'x', entryId: SOMEBODY },
    });
    expect([address, written.status() >= 400]).toEqual([address, true]);
  }
});

test('a reader reads, and is offered nothing to write with', async () => {
  const { page } = await visit({ as: 'reader@demo.test' });
  await page.getByRole('feed').waitFor();
  expect(await page.locator('#composer').count()).toBe(0);
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post('/?index', {
    headers: { origin },
    form: { text: 'x', audienceId: SOMEBODY },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});
