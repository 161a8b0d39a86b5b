import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export type App = {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** What the server printed so far. */
  output: () => string;
  /** Ends it as Ctrl-C would, and deletes its (temporary) data unless `keep`. */
  stop: (options?: { keep?: boolean }) => Promise<void>;
};

type Options = {
  sample?: boolean;
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
  /** Seconds until it must be ready. */
  patience?: number;
};

/**
 * Starts the built server as `npm start` would, with data and a port of its own, and waits until it is ready. Needs a
 * build (`npm run build`).
 */
export async function startApp(options: Options = {}): Promise<App> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const args = ['--enable-source-maps', 'build/app/main.js', ...(options.sample ? ['--sample'] : [])];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      MALLOC_ARENA_MAX: '1',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'text',
      HOST: '127.0.0.1',
      APP_URL: url,
      PORT: String(port),
      DATA_DIR: dataDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const stop = async ({ keep = false } = {}) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    if (!keep) await removeData(dataDir);
  };
  const until = Date.now() + (options.patience ?? 120) * 1000;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`Flurfunk did not start for the tests:\n${output}`);
    }
    await wait(100);
  }
  return { url, dataDir, process: child, output: () => output, stop };
}

/** A data folder of one's own. Root's tests let the database's user through to it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-app-'));
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  return path.join(folder, 'data');
}

/** Deletes a temporary data folder, and the database that root had to place elsewhere. */
async function removeData(dataDir: string): Promise<void> {
  const elsewhere = await readFile(path.join(dataDir, 'postgres-is-in.txt'), 'utf8').catch(() => '');
  if (elsewhere) await rm(elsewhere.trim(), { recursive: true, force: true });
  await rm(path.dirname(dataDir), { recursive: true, force: true });
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}
