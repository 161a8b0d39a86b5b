import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { type Pack, pack } from 'tar-stream';
import { type Manifest, type Part, tableEntry } from './manifest.ts';
import { copyOut, tablesOf } from './tables.ts';

type Order = { url: string; filesFolder: string; file: string; version: string; say: (text: string) => void };

/**
 * Writes one archive of everything the company has: every table as of one instant, and the files that were stored by
 * then. The server may run meanwhile. The archive appears whole or not at all.
 * @throws Error with a sentence when `file` exists.
 */
export async function writeBackup(order: Order): Promise<Manifest> {
  if (await stat(order.file).catch(() => null))
    throw new Error(`${order.file} exists already. Choose another name; nothing was written.`);
  const work = await mkdtemp(`${path.resolve(order.file)}.`);
  try {
    const archive = path.join(work, 'archive');
    const tar = pack();
    const written = pipeline(tar, createGzip(), createWriteStream(archive, { mode: 0o600, flush: true }));
    const [manifest] = await Promise.all([fill(tar, order, work), written]);
    await rename(archive, order.file);
    return manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fill(tar: Pack, order: Order, work: string): Promise<Manifest> {
  try {
    const manifest: Manifest = {
      format: 'flurfunk-backup-1',
      version: order.version,
      madeAt: new Date().toISOString(),
      ...(await addTables(tar, order, work)),
      // After the tables: a file is stored before the row that names it is committed.
      files: await addFiles(tar, order.filesFolder),
    };
    tar.entry({ name: 'manifest.json' }, JSON.stringify(manifest, null, 1));
    tar.finalize();
    return manifest;
  } catch (error) {
    tar.destroy(error as Error);
    throw error;
  }
}

async function addTables(tar: Pack, order: Order, work: string) {
  const client = new pg.Client({ connectionString: order.url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
    );
    const tables: Manifest['tables'] = {};
    for (const { table, columns } of await tablesOf(client)) {
      const file = path.join(work, 'table');
      const count = await copyOut(client, table, columns, file);
      tables[table] = { columns, rows: count, ...(await addFile(tar, tableEntry(table), file)) };
      order.say(`${table}: ${count} rows`);
    }
    return { migrations: rows.map(({ name }) => name), tables };
  } finally {
    await client.end();
  }
}

/** Files that are written this moment end in `.part`: no row names them yet. One removed meanwhile is left out. */
async function addFiles(tar: Pack, folder: string): Promise<Manifest['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: Manifest['files'] = {};
  for (const entry of entries.filter((found) => found.isFile() && !found.name.endsWith('.part'))) {
    const bytes = await readFile(path.join(entry.parentPath, entry.name)).catch(() => null);
    if (!bytes) continue;
    const name = `files/${path.basename(entry.parentPath)}/${entry.name}`;
    await new Promise<void>((resolve, reject) =>
      tar.entry({ name, size: bytes.length }, bytes, (error) => (error ? reject(error) : resolve())),
    );
    files[name] = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  }
  return files;
}

async function addFile(tar: Pack, name: string, file: string): Promise<Part> {
  const { size } = await stat(file);
  const hash = createHash('sha256');
  const source = createReadStream(file).on('data', (chunk) => hash.update(chunk));
  await pipeline(source, tar.entry({ name, size }));
  return { sha256: hash.digest('hex'), bytes: size };
}
