import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { ENTRY, type Manifest, type Part, parseManifest, tableEntry } from './manifest.ts';

const DAMAGED = 'The archive is damaged';

/**
 * Unpacks an archive into `folder` and compares every part with what the manifest says of it.
 * @throws Error with a sentence when anything is missing, changed or strange.
 */
export async function readArchive(file: string, folder: string): Promise<Manifest> {
  const found = await unpack(file, folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && error.path === file) throw new Error(`There is no file ${file}.`);
    if (error.code === 'ENOSPC') throw error;
    throw new Error(`${DAMAGED}, or was not made by npm run backup: ${error.message}.`);
  });
  const manifest = parseManifest(await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => ''));
  found.delete('manifest.json');
  const expected = new Map<string, Part>(Object.entries(manifest.files));
  for (const [table, part] of Object.entries(manifest.tables)) expected.set(tableEntry(table), part);
  for (const [name, part] of expected) {
    if (found.get(name) !== part.sha256) throw new Error(`${DAMAGED}: ${name} is not what was written.`);
  }
  if (found.size !== expected.size) throw new Error(`${DAMAGED}: it holds more than its manifest names.`);
  return manifest;
}

async function unpack(file: string, folder: string): Promise<Map<string, string>> {
  const entries = extract();
  // Together: where the archive breaks off within an entry, whoever waits for its rest is told by the reading.
  const [, found] = await Promise.all([
    pipeline(createReadStream(file), createGunzip(), entries),
    keepEntries(entries, folder),
  ]);
  return found;
}

async function keepEntries(entries: Extract, folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const entry of entries) {
    const { name, type } = entry.header;
    if (type !== 'file' || !ENTRY.test(name)) throw new Error(`it holds the strange entry ${name}`);
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    entry.on('data', (chunk) => hash.update(chunk as Buffer));
    await pipeline(entry, createWriteStream(place, { mode: 0o600 }));
    found.set(name, hash.digest('hex'));
  }
  return found;
}
