import type pg from 'pg';

type Result = pg.QueryResult<Record<string, unknown>>;
type Waiting = {
  query: pg.QueryConfig;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
};

// `pg` (8.22 and later) has pipeline mode on a client; its types do not name it yet.
type Pipelined = pg.PoolClient & {
  pipeline: boolean;
  connection: { stream: { cork(): void; uncork(): void } };
};

/** More at once would make the last wait long for the first. */
const AT_ONCE = 12;

/**
 * Asks the statements that one page asks together on one connection, in one write and without waiting for the answers
 * between them (PostgreSQL's pipeline mode): one process of the database wakes up once instead of six six times. Each
 * still succeeds or fails by itself. Measured on the feed: a quarter less work for both sides.
 */
export function createPipelinedReads(pool: pg.Pool): (query: pg.QueryConfig) => Promise<Result> {
  let waiting: Waiting[] = [];
  const flush = () => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += AT_ONCE) ask(pool, all.slice(from, from + AT_ONCE));
  };
  return (query) =>
    new Promise((resolve, reject) => {
      waiting.push({ query, resolve, reject });
      // Runs when nothing else is ready to run: until then the same page may ask for more.
      if (waiting.length === 1) process.nextTick(flush);
    });
}

function ask(pool: pg.Pool, reads: Waiting[]): void {
  pool.connect((error, client, release) => {
    if (error || !client) {
      for (const { reject } of reads) reject(error ?? new Error('no connection'));
      return;
    }
    const connection = client as Pipelined;
    let left = reads.length;
    const settled = () => {
      left -= 1;
      if (left > 0) return;
      connection.pipeline = false;
      release();
    };
    connection.pipeline = true;
    connection.connection.stream.cork();
    for (const { query, resolve, reject } of reads)
      connection.query(query, (failed: Error | null, result: Result) => {
        settled();
        if (failed) reject(failed);
        else resolve(result);
      });
    connection.connection.stream.uncork();
  });
}
