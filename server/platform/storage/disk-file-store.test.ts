import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDiskFileStore } from './disk-file-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('keeps, returns and removes bytes', async () => {
  const files = createDiskFileStore(folder);
  const bytes = new Uint8Array([1, 2, 3]);
  await files.put('photo-0190.webp', bytes, 'image/webp');
  expect([...((await files.get('photo-0190.webp')) ?? [])]).toEqual([1, 2, 3]);
  await files.remove('photo-0190.webp');
  await files.remove('photo-0190.webp');
  expect(await files.get('photo-0190.webp')).toBeNull();
});

test('a key never leaves the folder', async () => {
  const files = createDiskFileStore(folder);
  for (const key of ['../secret', '/etc/passwd', 'a/b', 'UPPER', '', '.hidden']) {
    await expect(files.get(key)).rejects.toThrow('not a file key');
  }
});
