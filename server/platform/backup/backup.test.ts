import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/platform/database/client.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { readMigrations } from '#server/platform/database/migration-files.ts';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { readArchive } from './read-archive.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const EMPTY_WHEN = ['person', 'account', 'entry'];
let world: World;
let folder: string;
let file: string;
const opened: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-backup-'));
  world = await testWorld();
  const site = await world.build.site({ name: 'Schweinfurt\tWerk "2" \\ Süd' });
  const unit = await world.build.unit({ siteId: site.id });
  await world.build.unit({ siteId: site.id, parentId: unit.id });
  await world.build.actor();
  await world.build.actor();
  await world.settle();
  await mkdir(path.join(folder, 'stored', 'p7'), { recursive: true });
  await writeFile(path.join(folder, 'stored', 'p7', 'photo-p7'), 'picture');
  await writeFile(path.join(folder, 'stored', 'p7', 'photo-p7.0190.part'), 'half a picture');
  file = path.join(folder, 'house.tar.gz');
  await backup(world.url, file);
});
afterAll(async () => {
  await world.drop();
  for (const database of opened) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function backup(url: string, to: string) {
  const filesFolder = path.join(folder, 'stored');
  return writeBackup({ url, filesFolder, file: to, version: '1.2.3', say: () => {} });
}

async function emptyHouse() {
  const database = await createTestDatabase();
  opened.push(database);
  const dataDir = await mkdtemp(path.join(folder, 'house-'));
  const restore = (from: string) =>
    restoreBackup({ url: database.url, dataDir, file: from, emptyWhen: EMPTY_WHEN, say: () => {} });
  return { ...database, dataDir, restore };
}

/** Rows and a checksum of every table. */
async function contents(db: Database): Promise<Record<string, unknown>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT relname::text AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1`;
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<unknown[]>(
      `SELECT count(*)::int AS rows, md5(string_agg(t::text, '\n' ORDER BY t::text)) AS sum FROM "${name}" t`,
    );
    found[name] = row;
  }
  return found;
}

test('a house comes back elsewhere as it was: every table, every file, every key checked', async () => {
  const house = await emptyHouse();
  const manifest = await house.restore(file);
  expect(manifest.version).toBe('1.2.3');
  expect(manifest.tables.person?.rows).toBe(2);
  expect(await contents(house.db)).toEqual(await contents(world.db));
  expect(await readdir(path.join(house.dataDir, 'files', 'p7'))).toEqual(['photo-p7']);
  expect(await readFile(path.join(house.dataDir, 'files', 'p7', 'photo-p7'), 'utf8')).toBe('picture');
  expect(await readdir(house.dataDir)).toEqual(['files']);
  const loose = await house.db.$queryRaw`SELECT 1 FROM pg_constraint WHERE contype = 'f' AND condeferrable
    AND connamespace = 'public'::regnamespace`;
  expect(loose).toEqual([]);
});

test('a house with people in it is left as it is', async () => {
  const before = await contents(world.db);
  const dataDir = path.join(folder, 'lived-in');
  const order = { url: world.url, dataDir, file, emptyWhen: EMPTY_WHEN, say: () => {} };
  await expect(restoreBackup(order)).rejects.toThrow(/There is a company in this house already\./);
  expect(await contents(world.db)).toEqual(before);
  expect(await readdir(dataDir)).toEqual([]);
});

test('a damaged archive is refused before anything is written', async () => {
  const house = await emptyHouse();
  const before = await contents(house.db);
  const good = await readFile(file);
  const tar = gunzipSync(good);
  const at = tar.indexOf('Schweinfurt');
  const damaged: [string, Buffer][] = [
    ['cut', good.subarray(0, good.length - 200)],
    ['changed', gzipSync(Buffer.concat([tar.subarray(0, at), Buffer.from('T'), tar.subarray(at + 1)]))],
    ['strange', Buffer.from('no archive at all')],
    ['without-manifest', gzipSync(tar.subarray(0, tar.lastIndexOf('manifest.json')))],
  ];
  for (const [name, bytes] of damaged) {
    const place = path.join(folder, name);
    await writeFile(place, bytes);
    await expect(house.restore(place), name).rejects.toThrow(/^The archive is damaged/);
  }
  await expect(house.restore(path.join(folder, 'none'))).rejects.toThrow(/^There is no file /);
  expect(await contents(house.db)).toEqual(before);
  expect(await readdir(house.dataDir)).toEqual([]);
});

test('wherever an archive breaks off, it is refused and nobody waits for its rest', async () => {
  const good = await readFile(file);
  for (let part = 1; part < 40; part += 1) {
    const place = path.join(folder, `part-${part}`);
    await writeFile(place, good.subarray(0, Math.floor((good.length * part) / 40)));
    const into = await mkdtemp(path.join(folder, 'into-'));
    await expect(readArchive(place, into), `${part} of 40`).rejects.toThrow(/^The archive is damaged/);
  }
});

test('an archive of an older Flurfunk goes through the newer migrations', async () => {
  const old = await emptyHouse();
  const { migrationDirectories } = await readMigrations('prisma/migrations');
  const all = migrationDirectories.map(({ path: name }) => name);
  await old.db.$executeRaw`DROP SCHEMA public CASCADE`;
  await old.db.$executeRaw`CREATE SCHEMA public`;
  await migrate(old.url, { info: () => {} }, { only: all.slice(0, -1) });
  const archive = path.join(folder, 'old.tar.gz');
  expect((await backup(old.url, archive)).migrations).toEqual(all.slice(0, -1));
  const house = await emptyHouse();
  await house.restore(archive);
  const applied = await house.db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`;
  expect(applied.map(({ name }) => name)).toEqual(all);
});

test('an archive is for administrators only, and never written over', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(backup(world.url, file)).rejects.toThrow(/exists already/);
});
