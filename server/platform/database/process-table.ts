import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When a process began, as an opaque text, or null when there is none. Number and beginning together name a process:
 * numbers are given out again, in containers almost at once.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    // The name, in parentheses, may hold anything; state is the first field after it, start time the twentieth.
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields && fields[0] !== 'Z' ? (fields[19] ?? null) : null;
  }
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  );
}

/** The command name of a running process, or null. */
export async function processName(pid: number): Promise<string | null> {
  if ((await processStart(pid)) === null) return null;
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/comm`, 'utf8').then(
      (text) => text.trim(),
      () => null,
    );
  }
  return run('ps', ['-o', 'comm=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim().split('/').pop() ?? null,
    () => null,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
