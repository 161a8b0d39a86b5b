import pg from 'pg';

/** What processes on one database do one after the other. Any distinct constants would do. */
export const LOCKS = { migrations: 0x666c7566, queues: 0x666c7567 } as const;

/**
 * Does `work` while no other process on this database holds the lock; the others wait. It lies in the connection, so
 * it falls with a process that is killed.
 */
export async function withAdvisoryLock<Result>(
  url: string,
  lock: keyof typeof LOCKS,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS[lock]]);
    return await work(client);
  } finally {
    await client.end();
  }
}
