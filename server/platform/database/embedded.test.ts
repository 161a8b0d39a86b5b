import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '#tests/setup/start-app.ts';
import { type Embedded, runningEmbeddedUrl, startEmbedded } from './embedded.ts';
import { socketFolder } from './postmaster.ts';
import { processName, processStart } from './process-table.ts';

const open: Embedded[] = [];
const told: string[] = [];
const log = { info: (text: string) => void told.push(text) } as never;

afterEach(async () => {
  for (const database of open.splice(0)) await database.destroy();
  told.length = 0;
});

async function start(dataDir: string, { disposable = true } = {}): Promise<Embedded> {
  const database = await startEmbedded({ dataDir, log, disposable });
  open.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts it in another process, as a server would: durable, for what is committed must survive any kill. */
async function startElsewhere(dataDir: string) {
  const code = `import { startEmbedded } from '#server/platform/database/embedded.ts';
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: { info: () => {} } });
    console.log('up'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('only this machine reaches it, with a password that only its owner can read', async () => {
  const dataDir = await temporaryFolder();
  const { url } = await start(dataDir);
  await query(url, 'SELECT 1');
  const socket = decodeURIComponent(new URL(url).hostname);
  expect((await stat(socket)).mode & 0o077).toBe(0);
  expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await query(url.replace(encodeURIComponent(socket), '127.0.0.1'), 'SELECT 1');
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  expect((await stat(path.join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
  expect(await query(url, 'SHOW timezone')).toEqual([{ TimeZone: 'UTC' }]);
  expect(await query(url, "SELECT lower('ÄÖÜ') AS low")).toEqual([{ low: 'äöü' }]);
}, 60_000);

test.each([
  ['/tmp/house/data/postgres', '/tmp/house/data/postgres'],
  ['a path that no system takes for a socket', null, `/srv/${'long-'.repeat(20)}/postgres`],
  ['a path that the setting would take for two', null, '/srv/one, two/postgres'],
])('its socket stands in its folder, where that can be: %s', (name, socket, folder = name) => {
  expect(socketFolder({ folder }, 54_321)).toBe(socket);
});

test('a slow statement is logged by its shape, without what people wrote', async () => {
  const dataDir = await temporaryFolder();
  const { url } = await start(dataDir);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SELECT pg_sleep(1.1), $1::text', ['something private']);
  await client.end();
  const log = await readFile(path.join(dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('pg_sleep');
  expect(log).not.toContain('something private');
}, 60_000);

test('a second start on the same folder is refused with a sentence and does no harm', async () => {
  const dataDir = await temporaryFolder();
  const { url } = await start(dataDir);
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(/already running on .*\(process \d+\)/);
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
}, 60_000);

test('after kill -9 of the server, its PostgreSQL is taken over with all data', async () => {
  const dataDir = await temporaryFolder();
  const first = await startElsewhere(dataDir);
  const url = await readFile(path.join(dataDir, 'postgres-url'), 'utf8');
  await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  first.kill('SIGKILL');
  await once(first, 'exit');
  const second = await start(dataDir);
  expect(told).toContain('Took over the database that an earlier Flurfunk left running');
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
}, 90_000);

test('a database killed under a running server is started again at the same address', async () => {
  const dataDir = await temporaryFolder();
  // A disposable one may lose what was committed last.
  const { url } = await start(dataDir, { disposable: false });
  await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const [pid] = (await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  while (!told.some((text) => text.startsWith('The database was killed'))) await wait(50);
  const rows = async (): Promise<unknown[]> =>
    query(url, 'SELECT answer FROM kept').catch(() => wait(100).then(rows));
  expect(await rows()).toEqual([{ answer: 42 }]);
}, 90_000);

test('a command finds the address of a running database, and none that a killed one left behind', async () => {
  const dataDir = await temporaryFolder();
  const { url } = await start(dataDir);
  expect(await runningEmbeddedUrl(dataDir)).toBe(url);
  await writeFile(
    path.join(dataDir, 'flurfunk.lock'),
    JSON.stringify({ pid: process.pid, start: 'long ago' }),
  );
  expect(await runningEmbeddedUrl(dataDir)).toBeNull();
}, 60_000);

test('after both were killed, the cluster repairs itself, even where its number now belongs to another program', async () => {
  const dataDir = await temporaryFolder();
  const first = await startElsewhere(dataDir);
  const url = await readFile(path.join(dataDir, 'postgres-url'), 'utf8');
  await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  process.kill(Number(lines[0]), 'SIGKILL');
  first.kill('SIGKILL');
  await once(first, 'exit');
  while ((await processName(Number(lines[0]))) === 'postgres') await wait(50);
  // The number was given out again: to us.
  await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
  const second = await start(dataDir);
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
}, 90_000);

test('stopping leaves no process behind, and a lock of a dead process does not keep the next start out', async () => {
  const dataDir = await temporaryFolder();
  const database = await startEmbedded({ dataDir, log, disposable: true });
  const pid = Number(
    (await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
  );
  await database.stop();
  expect(await processStart(pid)).toBeNull();
  await writeFile(
    path.join(dataDir, 'flurfunk.lock'),
    JSON.stringify({ pid: process.pid, start: 'long ago' }),
  );
  await start(dataDir);
}, 60_000);
