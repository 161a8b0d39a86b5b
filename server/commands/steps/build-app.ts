import { rm } from 'node:fs/promises';
import esbuild from 'esbuild';
import { compressAssets } from './compress-assets.ts';
import { fingerprint, isStamped, writeStamp } from './fingerprint.ts';
import { keepLastBuild } from './keep-last-build.ts';
import { runProgram } from './run-program.ts';

const STAMP = 'build/.stamp';
const INPUTS = [
  'app',
  'server',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

/** Builds the production version when any of its inputs changed since the last build, or always with `force`. */
export async function buildApp(say: (text: string) => void, force = false): Promise<void> {
  const value = await fingerprint(INPUTS, (file) => /\.test\.tsx?$|[\\/]\.stamp$/.test(file));
  if (!force && (await isStamped(STAMP, value))) return;
  say('Building the pages (this takes some seconds, and only happens when something changed)');
  await rm(STAMP, { force: true });
  await keepLastBuild('build', async () => {
    await runProgram('@remix-run/dev', ['vite:build', '--logLevel', 'warn'], { NODE_ENV: 'production' });
    say('Building the server');
    await buildServer();
    say('Compressing files for the browser');
    await compressAssets('build/client');
  });
  await writeStamp(STAMP, value);
}

/** One bundle for the server; packages stay outside, as they bring native parts and their own files. */
async function buildServer(): Promise<void> {
  await esbuild.build({
    entryPoints: ['./server/main.ts'],
    outdir: 'build/app',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    // A stack names file and line; the texts as well would lie in the server's memory.
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
