import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { lockHolder, takeLock } from './lock-file.ts';

/** One process at a time owns a data folder. The message is meant for the person who started the second one. */
export class DataDirBusy extends Error {
  override name = 'DataDirBusy';
}

const lockOf = (dataDir: string) => path.join(dataDir, 'flurfunk.lock');

/**
 * Takes the lock of a data folder, and makes the folder if need be.
 * @throws DataDirBusy when another living process holds it.
 * @returns a function that gives the lock back.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  // Root's folder may be entered by the database's user, but not listed.
  await makeFolder(path.resolve(dataDir), process.getuid?.() === 0 ? 0o711 : 0o700);
  const outcome = await takeLock(lockOf(dataDir));
  if ('release' in outcome) return outcome.release;
  throw new DataDirBusy(
    `Flurfunk is already running on ${dataDir} (process ${outcome.heldBy}). ` +
      'Stop that one first, or start this one with another DATA_DIR and PORT.',
  );
}

/** The process that holds a data folder now, if any. */
export async function dataDirHolder(dataDir: string): Promise<number | null> {
  return lockHolder(lockOf(dataDir));
}

/** Level by level: Node's `recursive` never ends where the system does not find what it was told to make, as in /proc. */
async function makeFolder(folder: string, mode: number): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  await makeFolder(path.dirname(folder), mode);
  await mkdir(folder, { mode }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
