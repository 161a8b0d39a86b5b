import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { withDirectReads } from './direct-reads.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { createStatementNames } from './statement-names.ts';

export type Database = PrismaClient;
export type Tx = Prisma.TransactionClient;

// The adapter hands the name on to `pg`, where none means: not prepared; its type does not say so.
type StatementNames = (query: { sql: string }) => string;

type Options = {
  pool?: number;
  /** False behind a pooler that gives each transaction another connection and forgets what was prepared. */
  prepared?: boolean;
};

/** A busy connection is replaced after this, and with it the plans it keeps. */
const LIFETIME_SECONDS = 1_800;

/**
 * How each connection behaves. Prisma's adapter takes every timestamp for UTC, and CURRENT_DATE must not depend on the
 * server's country. A prepared statement keeps the one plan it got first: PostgreSQL would plan some of ours again at
 * every call (measured: the counts of the frame 1.4 ms for a run of 0.3 ms). And it does its work alone: to start others
 * takes 20 ms, longer than anything that a page asks; as long as it would take to compile it to machine code.
 */
const SESSION = `SET TIME ZONE 'UTC'; SET plan_cache_mode = force_generic_plan; SET max_parallel_workers_per_gather = 0; SET jit = off`;

/**
 * The database client. Each has a pool of its own of at most `pool` connections; end it with `$disconnect()`.
 */
export function createDatabase(url: string, { pool: max = 10, prepared = true }: Options = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    onConnect: async (connection) => void (await connection.query(SESSION)),
  });
  // An idle connection that breaks is replaced; whoever asks next hears of a database that is gone.
  pool.on('error', () => undefined);
  const nameOf = prepared ? createStatementNames() : null;
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    ...(nameOf ? { statementNameGenerator: nameOf as StatementNames } : {}),
  });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
  return withDirectReads(client, pool, nameOf);
}
