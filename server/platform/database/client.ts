import { PrismaPg } from '@prisma/adapter-pg';
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
 * The database client. Each has a pool of its own of at most `pool` connections; end it with `$disconnect()`.
 */
export function createDatabase(url: string, { pool = 10, prepared = true }: Options = {}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: pool,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      maxLifetimeSeconds: LIFETIME_SECONDS,
    },
    prepared ? { statementNameGenerator: createStatementNames() as StatementNames } : {},
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
}
