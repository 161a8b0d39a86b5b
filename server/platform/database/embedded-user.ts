import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whom PostgreSQL runs as: `null` is whoever started us; root needs somebody else, as PostgreSQL refuses root. */
export type RunAs = { uid: number; gid: number } | { uid: null; gid: null };

const USER = 'flurfunk';

/** An existing cluster runs as its owner; a new one, started by root, as the system user `flurfunk`. */
export async function chooseUser(cluster: string, say: (text: string) => void): Promise<RunAs> {
  const me = process.getuid?.();
  const owner = await stat(path.join(cluster, 'PG_VERSION')).catch(() => null);
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me) {
      throw new Error(
        `The database in ${cluster} belongs to another user (number ${owner.uid}). ` +
          'Start Flurfunk as that user or as root, or choose another DATA_DIR.',
      );
    }
    return { uid: null, gid: null };
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp(USER)) ?? (await create(say)) ?? (await lookUp('postgres')) ?? fail();
}

async function lookUp(name: string): Promise<RunAs | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return null;
  }
}

async function create(say: (text: string) => void): Promise<RunAs | null> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      USER,
    ]);
    say(`Created the system user "${USER}": PostgreSQL does not run as root`);
    return await lookUp(USER);
  } catch {
    // No useradd here, or no right to use it; two starts at once may also both try.
    return await lookUp(USER);
  }
}

function fail(): never {
  throw new Error(
    'PostgreSQL does not run as root, and the system user "flurfunk" could not be created. ' +
      'Create it, start Flurfunk as an ordinary user, or set DATABASE_URL.',
  );
}
