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

/** Asks `url` as fast as it answers. `cpuMs` is what one request costs. Fails on any answer but 2xx. */
export async function load(url: string, options: Options): Promise<Load> {
  const { connections, headers = {}, body, cpu, seconds = 5 } = options;
  const requests = body
    ? [{ method: 'POST' as const, setupRequest: (request: object) => ({ ...request, body: body() }) }]
    : undefined;
  const shoot = (duration: number) =>
    autocannon({ url, connections, duration, headers, ...(requests && { requests }) });
  await shoot(2);
  const before = await cpu?.();
  const result = await shoot(seconds);
  const after = await cpu?.();
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: after != null && before != null ? (after - before) / result.requests.total : null,
  };
}
