import type { Load } from './load.ts';
import type { Rows } from './rows.ts';

/** Notes what a server answered, beside what the floor did: requests, the slowest, processor time. */
export function noteLoad(rows: Rows, row: string, real: Load, base: Load): void {
  rows.note(row, real.perSecond, 'req/s', base.perSecond);
  rows.note(`${row}/p99`, real.p99, 'ms', base.p99);
  if (real.cpuMs !== null) rows.note(`${row}/cpu`, real.cpuMs, 'ms', base.cpuMs);
}
