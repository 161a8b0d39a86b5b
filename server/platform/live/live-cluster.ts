import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';
import type { Logger } from '#server/platform/log/log.ts';

/**
 * Carries live messages from process to process over PostgreSQL's LISTEN and NOTIFY. Ours are ids, far below the
 * 8,000 bytes a notice holds, so the adapter's table for larger ones is neither made nor swept.
 * @param onGap called after the listening connection was lost and is back: messages in between never came.
 */
export function createLiveCluster(options: {
  databaseUrl: string;
  log: Pick<Logger, 'error' | 'warn'>;
  onGap: () => void;
}) {
  const { log } = options;
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 3 });
  let listening = false;
  let closed = false;
  // The adapter takes a connection from the pool for LISTEN alone: a second time means that the first was lost.
  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    client.on('error', (error) => log.error({ err: error }, 'live database connection'));
    client.once('end', () => client.release(true));
    if (listening) {
      log.warn('live updates were cut off from the other processes for a moment');
      options.onGap();
    }
    listening = true;
    return client;
  }
  const query = (text: string, values?: unknown[]) => pool.query(text, values);
  pool.on('error', (error) => log.error({ err: error }, 'live database connection'));
  return {
    adapter: createAdapter({ connect, query } as unknown as pg.Pool, {
      channelPrefix: 'flurfunk_live',
      cleanupInterval: 2 ** 31 - 1,
      // The outbox stops after us, and what it still handles need not reach anybody: browsers catch up by themselves.
      errorHandler: (error) => {
        if (!closed) log.error({ err: error }, 'live message to other processes');
      },
    }),
    close: () => {
      closed = true;
      return pool.end();
    },
  };
}
