import { readdir, readFile } from 'node:fs/promises';
import type { Database } from '#server/platform/database/client.ts';

/** Clock ticks a second in /proc: USER_HZ, which is 100 on every Linux that Node runs on (proc(5)). */
const TICK_MS = 10;

/** Milliseconds of processor time that a process and PostgreSQL have used so far; null where there is no /proc. */
export type CpuMeter = () => Promise<number | null>;

/**
 * Measures what a server costs the machine, itself and its database: unlike requests a second this stays the same when
 * something else keeps the processors busy.
 */
export async function cpuMeter(db: Database, serverPid: number | undefined): Promise<CpuMeter> {
  const [backend] = await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const postmaster = backend ? ((await readStat(backend.pid))?.parent ?? 0) : 0;
  return async () => {
    const server = await readStat(serverPid ?? 0);
    if (!server || !postmaster) return null;
    const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const stats = await Promise.all(processes.map((name) => readStat(Number(name))));
    let ticks = server.own;
    processes.forEach((name, index) => {
      const stat = stats[index];
      // Backends that have ended are counted with the postmaster's children.
      if (Number(name) === postmaster) ticks += (stat?.own ?? 0) + (stat?.children ?? 0);
      else if (stat?.parent === postmaster) ticks += stat.own;
    });
    return ticks * TICK_MS;
  };
}

async function readStat(pid: number): Promise<{ parent: number; own: number; children: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (!text) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (index: number) => Number(fields[index]);
  return { parent: at(1), own: at(11) + at(12), children: at(13) + at(14) };
}
