import autocannon from 'autocannon';

export type Load = { perSecond: number; p50: number; p99: number };

/** Asks `url` as fast as it answers, over so many connections for so many seconds. Fails on any answer but 200. */
export async function load(
  url: string,
  connections: number,
  headers: Record<string, string> = {},
  seconds = 6,
): Promise<Load> {
  await autocannon({ url, connections, duration: 2, headers });
  const result = await autocannon({ url, connections, duration: seconds, headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} failed`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}
