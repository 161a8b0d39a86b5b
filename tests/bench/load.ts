import autocannon from 'autocannon';
import type { CpuMeter } from './cpu.ts';

export type Load = { perSecond: number; p50: number; p99: number; cpuMs: number | null };

type Options = {
  connections: number;
  headers?: Record<string, string>;
  /** A new body each time makes it a POST. */
  body?: () => string;
  cpu?: CpuMeter;
  seconds?: number;
};

/**
 * Answers that are not counted: until then V8 compiles and PostgreSQL plans. Of a page it compiles for long: the feed took a
 * fifth more after a hundred than after four hundred.
 */
const WARM_UP = 400;

/**
 * Asks `url` as fast as it answers for about `seconds`. `cpuMs` is what one request costs. Fails on any answer but 2xx.
 * How many a second comes from how long each took (Little's law), for autocannon counts whole seconds.
 */
export async function load(url: string, options: Options): Promise<Load> {
  const { connections, headers = {}, body, cpu, seconds = 5 } = options;
  const requests = body
    ? [{ method: 'POST' as const, setupRequest: (request: object) => ({ ...request, body: body() }) }]
    : undefined;
  const shoot = (end: { amount: number } | { duration: number }) =>
    autocannon({ url, connections, timeout: 60, headers, ...end, ...(requests && { requests }) });
  await shoot({ amount: WARM_UP });
  const before = await cpu?.();
  const result = await shoot({ duration: seconds });
  const after = await cpu?.();
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  const answers = result.requests.total;
  return {
    perSecond: (1000 * connections) / result.latency.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: after != null && before != null ? (after - before) / answers : null,
  };
}

/** The median of each figure of loads that were measured in the same way. */
export function medianLoad(loads: Load[]): Load {
  const median = (of: (load: Load) => number) =>
    loads.map(of).sort((a, b) => a - b)[loads.length >> 1] as number;
  return {
    perSecond: median((load) => load.perSecond),
    p50: median((load) => load.p50),
    p99: median((load) => load.p99),
    cpuMs: loads.some((load) => load.cpuMs === null) ? null : median((load) => load.cpuMs ?? 0),
  };
}
