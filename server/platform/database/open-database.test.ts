import { expect, inject, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: 'unused' }, () => {});

function changed(change: (url: URL) => void): string {
  const url = new URL(inject('databaseServer'));
  change(url);
  return url.href;
}

test('a database that answers is used as it is, and left alone at the end', async () => {
  const url = inject('databaseServer');
  const database = await open(url);
  expect(database.url).toBe(url);
  await database.stop();
});

test('a database that cannot be used is told in a sentence, without the password', async () => {
  const nobody = changed((url) => {
    url.port = '1';
  });
  await expect(open(nobody)).rejects.toThrow(
    /^The database at [^ ]+:1 cannot be reached: nothing answers there\. Check DATABASE_URL\.$/,
  );
  const wrongPassword = changed((url) => {
    url.password = 'guess-7731';
  });
  const refused = await open(wrongPassword).catch((error: Error) => error.message);
  expect(refused).toMatch(/refuses Flurfunk: password authentication failed .*Check DATABASE_URL\.$/);
  expect(refused).not.toContain('guess-7731');
  const missing = changed((url) => {
    url.pathname = '/no_such_house';
  });
  await expect(open(missing)).rejects.toThrow(/database "no_such_house" does not exist/);
});
