import { mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { dataDirHolder } from '#server/platform/database/data-dir-lock.ts';
import { startEmbedded } from '#server/platform/database/embedded.ts';
import { ensureDatabase } from '#server/platform/database/ensure-database.ts';
import { migrate } from '#server/platform/database/migrate.ts';

const SILENT = { info: () => {} };
export const TEMPLATE = 'flurfunk_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that holds the template database. */
    databaseServer: string;
  }
}

/**
 * One PostgreSQL for the whole run and a template database migrated once; each test clones it. TEST_DATABASE_URL
 * runs the same tests on a server of your own (a user who may create databases).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    await prepareTemplate(given);
    project.provide('databaseServer', given);
    return async () => {};
  }
  await clearLeftovers();
  const dataDir = path.join(os.tmpdir(), `flurfunk-test-${process.pid}`);
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const embedded = await startEmbedded({ dataDir, log: SILENT, disposable: true });
  await prepareTemplate(embedded.url);
  project.provide('databaseServer', embedded.url);
  return () => embedded.destroy();
}

async function prepareTemplate(server: string): Promise<void> {
  await migrate(await ensureDatabase(server, TEMPLATE), SILENT);
}

/** Databases of test runs that were killed: their PostgreSQL still runs, and is taken over to be ended. */
async function clearLeftovers(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!/^flurfunk-test-\d+$/.test(name)) continue;
    const dataDir = path.join(os.tmpdir(), name);
    if ((await dataDirHolder(dataDir)) !== null) continue;
    const left = await startEmbedded({ dataDir, log: SILENT, disposable: true }).catch(() => null);
    await left?.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }
}
