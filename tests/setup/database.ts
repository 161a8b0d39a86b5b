import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database } from '#server/platform/database/client.ts';
import { withDatabase } from '#server/platform/database/ensure-database.ts';
import { TEMPLATE } from './cluster.ts';

export type TestDatabase = { db: Database; url: string; drop: () => Promise<void> };

/** A fresh, migrated database of one's own, cloned from the run's template in some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = withDatabase(inject('databaseServer'), 'postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = withDatabase(server, name);
  const db = createDatabase(url, { pool: 4 });
  return {
    db,
    url,
    drop: async () => {
      await db.$disconnect();
      await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
