import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forPeople } from '#server/platform/for-people.ts';
import { dataDirHolder, lockDataDir } from './data-dir-lock.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-lock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a data folder is made with all above it, and held by one process', async () => {
  const dataDir = path.join(folder, 'a/b/data');
  const release = await lockDataDir(dataDir);
  expect((await stat(dataDir)).mode & 0o007).toBeLessThanOrEqual(0o001);
  expect(await dataDirHolder(dataDir)).toBe(process.pid);
  await expect(lockDataDir(dataDir)).rejects.toThrow(/already running/);
  await release();
  expect(await dataDirHolder(dataDir)).toBeNull();
});

// There the system does not find what it was told to make, and Node's own `recursive` tries for ever.
test.runIf(process.platform === 'linux')('where no folder can be made, that is said', async () => {
  const failure = await lockDataDir('/proc/flurfunk/data').catch((error) => forPeople(error));
  expect(failure).toBe('No folder can be made at /proc/flurfunk. Choose another DATA_DIR.');
});
