import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Runs the command line program of an installed package, and throws what it printed when it fails. */
export async function runProgram(
  packageName: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const packageFile = require.resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(await readFile(packageFile, 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
  const child = spawn(process.execPath, [path.join(path.dirname(packageFile), file ?? ''), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  if (code !== 0) throw new Error(`${packageName} ${args.join(' ')} failed:\n${output}`);
}
