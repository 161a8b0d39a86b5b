import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const LIST = '.files';

/**
 * Runs a build that writes into `folder` and leaves what lies there. The files of the build before it stay beside the new
 * ones: a server that still runs from them and tabs that are open load the rest of their parts, which bear their hash in
 * their name. What is older is removed.
 */
export async function keepLastBuild(folder: string, build: () => Promise<void>): Promise<void> {
  const list = path.join(folder, LIST);
  const last = new Set((await readFile(list, 'utf8').catch(() => '')).split('\n'));
  const before = await writtenAt(folder);
  await build();
  const after = await writtenAt(folder);
  const made = [...after].filter(([file, at]) => before.get(file) !== at).map(([file]) => file);
  const kept = new Set([...made, ...last]);
  await Promise.all(
    [...after.keys()].filter((file) => !kept.has(file)).map((file) => rm(path.join(folder, file))),
  );
  await writeFile(list, made.sort().join('\n'));
}

/** When each file below the folder was last written, by its path in there. */
async function writtenAt(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => [path.relative(folder, file), (await stat(file)).mtimeMs] as const),
    ),
  );
}
