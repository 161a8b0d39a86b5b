import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { diskFull } from './disk-full.ts';
import type { Binaries } from './embedded-binaries.ts';
import type { RunAs } from './embedded-user.ts';

const run = promisify(execFile);

/** Everything needed to make and start one database cluster. */
export type Cluster = {
  /** The folder that holds `folder`; the data folder, or a reachable place. */
  home: string;
  /** PostgreSQL's own data directory. */
  folder: string;
  runAs: RunAs;
  binaries: Binaries;
  password: string;
  logFile: string;
  disposable: boolean;
};

/**
 * Makes the cluster unless it exists. It is made beside its final place and renamed when complete, so that a
 * start killed halfway leaves nothing that looks like a database.
 * @throws Error when the data was written by another major version of PostgreSQL.
 */
export async function createCluster(cluster: Cluster, say: (text: string) => void): Promise<void> {
  const version = await readFile(path.join(cluster.folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null) {
    if (version.trim() === cluster.binaries.major) return;
    throw new Error(
      `The database in ${cluster.folder} was written by PostgreSQL ${version.trim()}; this Flurfunk brings ` +
        `${cluster.binaries.major}. Start the version of Flurfunk that wrote it, make a backup, and restore it here.`,
    );
  }
  say(`Creating the database in ${cluster.folder}`);
  const fresh = `${cluster.folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await own(fresh, cluster.runAs);
  await withPasswordFile(cluster, async (passwordFile) => {
    const options = await initdbOptions(fresh, passwordFile, cluster.disposable);
    const env = await databaseEnvironment();
    try {
      await run(cluster.binaries.initdb, options, { ...asUser(cluster.runAs), cwd: fresh, env });
    } catch (error) {
      const full = /No space left on device/.test(String((error as { stderr?: string }).stderr));
      throw full ? diskFull(cluster.folder) : error;
    }
  });
  await rename(fresh, cluster.folder);
}

async function initdbOptions(folder: string, passwordFile: string, disposable: boolean): Promise<string[]> {
  return [
    `--pgdata=${folder}`,
    '--username=flurfunk',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The classes of characters (what is a letter) must be Unicode's, or trigrams and full text lose umlauts.
    `--locale=${await unicodeLocale()}`,
    '--lc-messages=C',
    '--text-search-config=simple',
    ...(disposable ? ['--no-sync'] : []),
  ];
}

/** PostgreSQL must not inherit the caller's language, time zone or connection settings. */
export async function databaseEnvironment(): Promise<NodeJS.ProcessEnv> {
  // NODE_ENV means nothing to PostgreSQL; Remix's types ask every environment for it.
  return { PATH: process.env.PATH, LC_ALL: await unicodeLocale(), TZ: 'UTC', NODE_ENV: 'production' };
}

export function asUser(runAs: RunAs): { uid?: number; gid?: number } {
  return runAs.uid === null ? {} : { uid: runAs.uid, gid: runAs.gid };
}

let locale: Promise<string> | undefined;

function unicodeLocale(): Promise<string> {
  locale ??= run('locale', ['-a']).then(
    ({ stdout }) =>
      stdout.split('\n').find((name) => /^C\.utf-?8$/i.test(name)) ??
      stdout.split('\n').find((name) => /^en_US\.utf-?8$/i.test(name)) ??
      'C.UTF-8',
    () => 'C.UTF-8',
  );
  return locale;
}

async function withPasswordFile(cluster: Cluster, use: (file: string) => Promise<void>): Promise<void> {
  const parent = cluster.runAs.uid === null ? os.tmpdir() : cluster.home;
  const folder = await mkdtemp(path.join(parent, 'flurfunk-init-'));
  try {
    const file = path.join(folder, 'password');
    await writeFile(file, `${cluster.password}\n`, { mode: 0o600 });
    await own(file, cluster.runAs);
    await own(folder, cluster.runAs);
    await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function own(file: string, runAs: RunAs): Promise<void> {
  if (runAs.uid !== null) await chown(file, runAs.uid, runAs.gid);
}
