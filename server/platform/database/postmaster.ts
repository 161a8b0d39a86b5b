import { spawn } from 'node:child_process';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { asUser, type Cluster, databaseEnvironment } from './cluster.ts';
import { diskFull } from './disk-full.ts';
import { processName, processStart } from './process-table.ts';

export type Running = { pid: number; port: number; url: string };

const START_SECONDS = 120;
const STOP_SECONDS = 30;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL for a cluster in a process group of its own, or adopts the one that still runs on it.
 * A crash before is repaired by PostgreSQL itself; that may take a while, and is announced.
 * @param fixedPort for a start under the address that others know already; otherwise a free one is taken.
 */
export async function startPostmaster(
  cluster: Cluster,
  say: (text: string) => void,
  fixedPort?: number,
): Promise<Running> {
  const adopted = await adopt(cluster, say);
  if (adopted) return adopted;
  for (let attempt = 1; ; attempt += 1) {
    const port = fixedPort ?? (await freePort());
    const child = await launch(cluster, port);
    const url = urlOf(cluster, port);
    const outcome = await untilReady(url, child, say);
    if (outcome === 'ready') return { pid: child.pid, port, url };
    const said = await lastLines(cluster.logFile);
    if (/No space left on device/.test(said)) throw diskFull(cluster.folder);
    // Somebody may take the free port between our look and PostgreSQL's.
    if (attempt < 3 && /Address already in use/.test(said)) continue;
    throw new Error(`PostgreSQL did not start. Its log, ${cluster.logFile}, ends with:\n${said}`);
  }
}

/** Ends PostgreSQL in its fast way: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  const start = await processStart(pid);
  const gone = async () => start === null || (await processStart(pid)) !== start;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (await gone()) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < STOP_SECONDS * 1000; waited += 20) {
      if (await gone()) return;
      await wait(20);
    }
  }
}

async function adopt(cluster: Cluster, say: (text: string) => void): Promise<Running | null> {
  const file = path.join(cluster.folder, 'postmaster.pid');
  const lines = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => null,
  );
  if (!lines) return null;
  const pid = Number(lines[0]);
  if ((await processName(pid)) !== 'postgres') {
    // Killed with its machine or container. PostgreSQL would refuse if another program now has that number.
    say('The database was not stopped properly last time; it is being repaired');
    await rm(file, { force: true });
    return null;
  }
  const port = Number(lines[3]);
  const url = urlOf(cluster, port);
  if (!(await answers(url))) {
    // A postmaster on its way down, or one that cannot be reached: end it, then start afresh.
    await stopPostmaster(pid);
    return null;
  }
  say('Took over the database that an earlier Flurfunk left running');
  return { pid, port, url };
}

function urlOf(cluster: Cluster, port: number): string {
  const folder = socketFolder(cluster, port);
  const host = folder ? encodeURIComponent(folder) : '127.0.0.1';
  return `postgresql://flurfunk:${cluster.password}@${host}:${port}/postgres`;
}

/** Bytes of a socket's path that every system takes (sockaddr_un holds 104 on macOS, 108 on Linux, one of them NUL). */
const SOCKET_PATH_BYTES = 103;

/**
 * Where PostgreSQL puts its Unix socket: its own folder, closed to others. A statement costs both sides less by it than
 * by TCP. Null, and TCP alone, where the system has none, or not for such a long or odd path.
 */
export function socketFolder({ folder }: Pick<Cluster, 'folder'>, port: number): string | null {
  const bytes = Buffer.byteLength(`${folder}/.s.PGSQL.${port}`);
  return process.platform === 'win32' || bytes > SOCKET_PATH_BYTES || /[,"]/.test(folder) ? null : folder;
}

async function launch(cluster: Cluster, port: number): Promise<{ pid: number; exited: () => boolean }> {
  if (((await stat(cluster.logFile).catch(() => null))?.size ?? 0) > LOG_LIMIT) {
    await rename(cluster.logFile, `${cluster.logFile}.1`);
  }
  const log = await open(cluster.logFile, 'a', 0o600);
  try {
    const options = settings(cluster, port).flatMap((setting) => ['-c', setting]);
    const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...options], {
      ...asUser(cluster.runAs),
      cwd: cluster.folder,
      env: await databaseEnvironment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    let exited = false;
    child.on('exit', () => (exited = true));
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    return { pid: child.pid as number, exited: () => exited };
  } finally {
    await log.close();
  }
}

function settings(cluster: Cluster, port: number): string[] {
  const { disposable } = cluster;
  const megabytes = os.totalmem() / 1024 / 1024;
  const buffers = disposable ? 64 : Math.round(Math.min(512, Math.max(64, megabytes / 16)));
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${socketFolder(cluster, port) ?? ''}`,
    'timezone=UTC',
    'log_timezone=UTC',
    `max_connections=${disposable ? 300 : 100}`,
    `shared_buffers=${buffers}MB`,
    `effective_cache_size=${Math.round(megabytes / 4)}MB`,
    'random_page_cost=1.1',
    'jit=off',
    'log_min_duration_statement=1000',
    // A slow statement is told by its shape: its values are what people wrote and whom they looked for.
    'log_parameter_max_length=0',
    'log_line_prefix=%m [%p] ',
    ...(disposable ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []),
  ];
}

async function untilReady(
  url: string,
  child: { exited: () => boolean },
  say: (text: string) => void,
): Promise<'ready' | 'ended'> {
  const begun = Date.now();
  let told = false;
  while (!child.exited()) {
    if (await answers(url)) return 'ready';
    const waited = Date.now() - begun;
    if (waited > 3000 && !told) {
      say(
        'The database is repairing itself after a crash; this takes as long as the work since its last checkpoint',
      );
      told = true;
    }
    if (waited > START_SECONDS * 1000) return 'ended';
    await wait(25);
  }
  return 'ended';
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
}
