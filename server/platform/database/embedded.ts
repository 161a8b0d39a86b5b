import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '#server/platform/log/log.ts';
import { type Cluster, createCluster } from './cluster.ts';
import { dataDirHolder, lockDataDir } from './data-dir-lock.ts';
import { findBinaries } from './embedded-binaries.ts';
import { chooseUser } from './embedded-user.ts';
import { ensureDatabase } from './ensure-database.ts';
import { keepRunning } from './keep-running.ts';
import { startPostmaster } from './postmaster.ts';
import { canReach, publicFolder } from './reach.ts';

export type Embedded = {
  /** The connection string of Flurfunk's database; it holds the password. */
  url: string;
  stop: () => Promise<void>;
  /** Stops, and deletes the data: for test databases. */
  destroy: () => Promise<void>;
};

type Options = {
  dataDir: string;
  log: Pick<Logger, 'info'>;
  /** Test databases trade durability for speed. */
  disposable?: boolean;
};

/**
 * Starts the PostgreSQL that lives in `dataDir`, makes it on first use, takes over one that a killed process left
 * running, and starts it again at the same address should it be killed. It listens on a socket in its own folder and, on a
 * free port, on 127.0.0.1 only, with a random password kept in `dataDir`.
 * Whoever started it must call `stop` last; it is not in our process group, so Ctrl-C does not reach it.
 * @throws DataDirBusy when another process uses the folder.
 */
export async function startEmbedded({ dataDir, log, disposable = false }: Options): Promise<Embedded> {
  const say = (text: string) => log.info(text);
  const unlock = await lockDataDir(dataDir);
  try {
    const cluster = await describeCluster(dataDir, disposable, say);
    await createCluster(cluster, say);
    const running = await startPostmaster(cluster, say);
    const url = await ensureDatabase(running.url, 'flurfunk');
    await writeFile(urlFile(dataDir), url, { mode: 0o600 });
    const kept = keepRunning(cluster, running, say);
    const stop = async () => {
      await kept.stop();
      await rm(urlFile(dataDir), { force: true });
      await unlock();
    };
    return {
      url,
      stop,
      destroy: async () => {
        await stop();
        await rm(cluster.home, { recursive: true, force: true });
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * The address of the embedded database that a running Flurfunk keeps open, for a command beside it. A killed one
 * leaves its address behind, with nobody to answer there: then null.
 */
export async function runningEmbeddedUrl(dataDir: string): Promise<string | null> {
  if ((await dataDirHolder(dataDir)) === null) return null;
  return readFile(urlFile(dataDir), 'utf8').catch(() => null);
}

const urlFile = (dataDir: string) => path.join(dataDir, 'postgres-url');

async function describeCluster(
  dataDir: string,
  disposable: boolean,
  say: (text: string) => void,
): Promise<Cluster> {
  const home = await chooseHome(dataDir, say);
  const folder = path.join(home, 'postgres');
  const runAs = await chooseUser(folder, say);
  return {
    home,
    folder,
    runAs,
    disposable,
    binaries: await findBinaries(runAs, dataDir, say),
    password: await keepPassword(dataDir),
    logFile: path.join(dataDir, 'postgres.log'),
  };
}

/**
 * Where the cluster lives: in `dataDir`, unless root started us and the database's user cannot reach that folder.
 * The choice is written down, so that a later start, by whomever, finds the same data.
 */
async function chooseHome(dataDir: string, say: (text: string) => void): Promise<string> {
  const note = path.join(dataDir, 'postgres-is-in.txt');
  const noted = await readFile(note, 'utf8').catch(() => null);
  if (noted) return noted.trim();
  const runAs = await chooseUser(path.join(dataDir, 'postgres'), say);
  if (await canReach(dataDir, runAs)) return dataDir;
  const elsewhere = path.join(await publicFolder(), `data-${randomBytes(4).toString('hex')}`);
  await mkdir(elsewhere, { mode: 0o700 });
  if (runAs.uid !== null) await chown(elsewhere, runAs.uid, runAs.gid);
  await writeFile(note, `${elsewhere}\n`);
  say(`The database's user cannot reach ${dataDir}, so the database is kept in ${elsewhere}`);
  return elsewhere;
}

async function keepPassword(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'postgres-password');
  await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}
