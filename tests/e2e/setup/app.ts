import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startApp } from '#tests/setup/start-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server that all browser tests share, with the sample company. */
    appUrl: string;
    /** Its database, for looking behind the scenes. */
    appDatabaseUrl: string;
  }
}

/**
 * Starts the production server once for all browser tests, with the sample company. E2E_URL names one that runs
 * already, for working on a test.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.E2E_URL;
  if (running) {
    project.provide('appUrl', running);
    project.provide('appDatabaseUrl', process.env.E2E_DATABASE_URL ?? '');
    return async () => {};
  }
  const app = await startApp({ sample: true, patience: 240 });
  project.provide('appUrl', app.url);
  project.provide('appDatabaseUrl', await readFile(path.join(app.dataDir, 'postgres-url'), 'utf8'));
  return () => app.stop();
}
