import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#server/platform/database/migrate.ts';
import { readMigrations } from '#server/platform/database/migration-files.ts';
import { type Manifest, tableEntry } from './manifest.ts';
import { readArchive } from './read-archive.ts';
import { copyIn, tablesOf, withDeferredKeys } from './tables.ts';

type Order = {
  url: string;
  dataDir: string;
  file: string;
  /** A house is empty when these tables are. */
  emptyWhen: readonly string[];
  say: (text: string) => void;
};

/**
 * Fills an empty house from an archive. The archive is checked whole before anything is written; the tables come back
 * in one transaction, at the migrations they were written with, and then go through the newer ones.
 * @throws Error with a sentence when the house is not empty, or the archive is damaged or from a newer Flurfunk.
 */
export async function restoreBackup(order: Order): Promise<Manifest> {
  await mkdir(order.dataDir, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(order.dataDir, 'restoring-'));
  try {
    order.say('Checking the archive');
    const manifest = await readArchive(order.file, folder);
    await mustBeKnown(manifest.migrations);
    await migrate(order.url, { info: order.say });
    await onOneConnection(order.url, (client) => prepare(client, manifest, order.emptyWhen));
    await migrate(order.url, { info: order.say }, { only: manifest.migrations });
    await placeFiles(manifest, folder, order.dataDir);
    await onOneConnection(order.url, (client) => load(client, manifest, folder, order.say));
    await migrate(order.url, { info: order.say });
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mustBeKnown(migrations: string[]): Promise<void> {
  const { migrationDirectories } = await readMigrations('prisma/migrations');
  const known = migrationDirectories.map((directory) => directory.path);
  if (migrations.every((name) => known.includes(name))) return;
  throw new Error('The archive was made by a newer Flurfunk. Restore it with that version.');
}

/** Where the archive is older than this version, the empty tables go: they are made anew as they were then. */
async function prepare(client: pg.Client, manifest: Manifest, emptyWhen: readonly string[]): Promise<void> {
  for (const table of emptyWhen) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(table)} LIMIT 1`);
    if (rowCount)
      throw new Error(
        'There is a company in this house already. Restore into an empty one: another DATA_DIR, or an empty database. Nothing was changed.',
      );
  }
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations',
  );
  if (rows.every(({ name }) => manifest.migrations.includes(name))) return;
  await client.query('BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public; COMMIT');
}

async function load(
  client: pg.Client,
  manifest: Manifest,
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  await client.query('BEGIN');
  const tables = (await tablesOf(client)).map(({ table }) => pg.escapeIdentifier(table));
  await withDeferredKeys(client, async () => {
    await client.query(`TRUNCATE ${tables.join(', ')}`);
    for (const [table, { columns, rows }] of Object.entries(manifest.tables)) {
      const taken = await copyIn(client, table, columns, path.join(folder, tableEntry(table)));
      if (taken !== rows) throw new Error(`The archive is damaged: ${table} has ${taken} rows, not ${rows}.`);
      say(`${table}: ${rows} rows`);
    }
  });
  await client.query('COMMIT');
}

/** Before the rows that name them; a restore that fails after this leaves files that nobody asks for. */
async function placeFiles(manifest: Manifest, folder: string, dataDir: string): Promise<void> {
  for (const name of Object.keys(manifest.files)) {
    const place = path.join(dataDir, name);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await rename(path.join(folder, name), place);
  }
}

async function onOneConnection(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
