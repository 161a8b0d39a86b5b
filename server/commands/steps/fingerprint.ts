import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A number for the contents of files and folders, the same wherever the project lies. */
export async function fingerprint(
  inputs: string[],
  ignore: (file: string) => boolean = () => false,
): Promise<string> {
  const files = (await Promise.all(inputs.map(list))).flat().filter((file) => !ignore(file));
  const hash = createHash('sha256');
  const parts = await Promise.all(
    files.sort().map(async (file) => {
      const digest = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return `${file.split(path.sep).join('/')} ${digest}\n`;
    }),
  );
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

async function list(input: string): Promise<string[]> {
  const found = await stat(input).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [input];
  const entries = await readdir(input, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** True when the stamp file says that a step was last done for these very inputs. */
export async function isStamped(stamp: string, value: string): Promise<boolean> {
  return (await readFile(stamp, 'utf8').catch(() => '')) === value;
}

export async function writeStamp(stamp: string, value: string): Promise<void> {
  await writeFile(stamp, value);
}
