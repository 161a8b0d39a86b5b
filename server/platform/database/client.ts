import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
export type Tx = Prisma.TransactionClient;

/**
 * The database client. Each has a pool of its own of at most `pool` connections; end it with `$disconnect()`.
 */
export function createDatabase(url: string, options: { pool?: number } = {}): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.pool ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
}
