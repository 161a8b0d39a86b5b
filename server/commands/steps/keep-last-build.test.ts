import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepLastBuild } from './keep-last-build.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-build-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function buildOf(...names: string[]): Promise<string[]> {
  await keepLastBuild(folder, async () => {
    await mkdir(path.join(folder, 'assets'), { recursive: true });
    for (const name of names) await writeFile(path.join(folder, name), name);
  });
  return (await readdir(folder, { recursive: true })).filter((name) => /\.js$/.test(name)).sort();
}

test('a build leaves the files of the one before it, and no older ones', async () => {
  await writeFile(path.join(folder, 'old.js'), 'from before builds were listed');
  expect(await buildOf('index.js', 'assets/part-1.js')).toEqual(['assets/part-1.js', 'index.js']);
  expect(await buildOf('index.js', 'assets/part-2.js')).toEqual([
    'assets/part-1.js',
    'assets/part-2.js',
    'index.js',
  ]);
  expect(await buildOf('index.js', 'assets/part-3.js')).toEqual([
    'assets/part-2.js',
    'assets/part-3.js',
    'index.js',
  ]);
});

test('a build that fails takes nothing away', async () => {
  const failing = keepLastBuild(folder, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await readdir(path.join(folder, 'assets'))).toEqual(['part-2.js', 'part-3.js']);
});
