import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

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

test.each([
  ['9.6', 90_624, 9],
  ['14', 140_019, 14],
])('PostgreSQL %s is refused in a sentence that says which is needed', async (_name, number, said) => {
  await expect(open(await serverOfVersion(number))).rejects.toThrow(
    new RegExp(`^DATABASE_URL leads to PostgreSQL ${said}; Flurfunk needs 15 or newer\\.$`),
  );
});

test('PostgreSQL 15 is taken', async () => {
  const url = await serverOfVersion(150_000);
  expect((await open(url)).url).toBe(url);
});

/**
 * A server that lets everybody in and answers the question for its version, for no such old one can be installed here:
 * the messages of PostgreSQL's protocol 3.0 (manual, section 54.7), and of SQL the one expression.
 */
async function serverOfVersion(number: number): Promise<string> {
  const message = (type: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message('Z', 'I');
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (!greeted) {
        greeted = true;
        return socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      }
      if (data.toString('latin1', 0, 1) !== 'Q') return socket.end();
      const sql = data.toString('latin1', 5);
      const [, divisor] = /current_setting\('server_version_num'\)::int \/ (\d+)/.exec(sql) ?? [];
      const value = String(Math.floor(number / Number(divisor)));
      const column = Buffer.alloc(18);
      column.writeInt32BE(23, 6);
      column.writeInt16BE(4, 10);
      column.writeInt32BE(-1, 12);
      const answer = [
        message('T', Buffer.from([0, 1]), 'version\0', column),
        message('D', Buffer.from([0, 1, 0, 0, 0, value.length]), value),
        message('C', 'SELECT 1\0'),
        ready,
      ];
      return socket.write(Buffer.concat(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `postgresql://flurfunk@127.0.0.1:${(server.address() as AddressInfo).port}/flurfunk`;
}
