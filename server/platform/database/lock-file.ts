import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { processStart } from './process-table.ts';

type Holder = { pid: number; start: string | null };

/** A lock somebody else holds. */
export type Held = { heldBy: number };
export type Taken = { release: () => Promise<void> };

/**
 * Takes a lock file, or says which living process holds it. One left behind by a killed process is recognised by
 * number and start time, and replaced.
 */
export async function takeLock(lock: string): Promise<Taken | Held> {
  const mine = `${lock}.${process.pid}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, start: await processStart(process.pid) }));
  try {
    // A hard link appears whole or not at all, so nobody ever reads half a lock.
    while (!(await tryLink(mine, lock))) {
      const text = await readFile(lock, 'utf8').catch(() => null);
      if (text === null) continue;
      const holder = await livingHolder(text);
      if (holder) return { heldBy: holder.pid };
      await setAside(lock, text);
    }
    return { release: () => rm(lock, { force: true }) };
  } finally {
    await rm(mine, { force: true });
  }
}

/** The living process that holds a lock now, or null. */
export async function lockHolder(lock: string): Promise<number | null> {
  const text = await readFile(lock, 'utf8').catch(() => null);
  return text === null ? null : ((await livingHolder(text))?.pid ?? null);
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Two starts may both see the stale lock; whoever moved a fresh one by mistake puts it back. */
async function setAside(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.stale.${process.pid}`;
  await rename(lock, aside).catch(() => {});
  const moved = await readFile(aside, 'utf8').catch(() => null);
  if (moved !== null && moved !== stale) await tryLink(aside, lock);
  await rm(aside, { force: true });
}

async function livingHolder(text: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(text) as Holder;
    const start = await processStart(holder.pid);
    return start !== null && start === holder.start ? holder : null;
  } catch {
    return null;
  }
}
