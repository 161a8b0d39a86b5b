import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from './e2e/setup/find-chromium.ts';

// Runs every check in order and ends with one line: "N passed, N failed". A check that is one program counts as one;
// of the tests each counts. Everything runs even when something before has failed, so one run tells all.

type Outcome = { passed: number; failed: number };
const total: Outcome = { passed: 0, failed: 0 };
const failures: string[] = [];

const onlyIfBuilt = await check('build', 'tsx', ['server/commands/prepare.ts']);
await check('types', 'tsc', ['--noEmit']);
await check('lint and format', 'biome', ['check', '--error-on-warnings', '.']);
await check('dead code', 'knip', []);
await tests('arrows, unit and integration', 'unit');
if (onlyIfBuilt && hasBrowser()) await tests('end to end', 'e2e');

if (failures.length > 0) console.log(`\nFailed: ${failures.join('; ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** One program that says yes or no by its exit code. */
async function check(name: string, program: string, args: string[]): Promise<boolean> {
  console.log(`\n── ${name}`);
  const ok = (await run(program, args)) === 0;
  add(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
}

/** One of Vitest's projects, counted test by test. */
async function tests(name: string, project: string): Promise<void> {
  console.log(`\n── ${name}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-run-'));
  const report = path.join(folder, 'report.json');
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await run('vitest', args);
  add(name, await count(report, code));
  await rm(folder, { recursive: true, force: true });
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

async function count(file: string, code: number): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const report = JSON.parse(text) as Report;
  // A file that could not be loaded, or whose set-up failed, has no failed test but is one.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function add(name: string, { passed, failed }: Outcome): void {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
}

/** Finds a browser, or installs Debian's as root; says in one sentence what is missing otherwise. */
function hasBrowser(): boolean {
  if (findChromium() || (installDebiansChromium() && findChromium())) return true;
  console.error(
    '\nThe end-to-end tests need Chromium or Chrome, and there is none here. Install one (on Debian: ' +
      '"apt-get install chromium"), or set CHROMIUM to the path of one.',
  );
  add('end to end', { passed: 0, failed: 1 });
  return false;
}

function installDebiansChromium(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log("Installing Debian's chromium for the end-to-end tests …");
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}

function run(program: string, args: string[]): Promise<number> {
  const options: SpawnOptions = { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } };
  const child = spawn(path.resolve('node_modules/.bin', program), args, options);
  return new Promise((resolve, reject) => child.on('exit', (code) => resolve(code ?? 1)).on('error', reject));
}
