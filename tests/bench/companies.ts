import pg from 'pg';
import { pino } from 'pino';
import type { DomainEvent } from '#server/domain/events.ts';
import { systemClock } from '#server/platform/calendar/clock.ts';
import { createDatabase, type Database } from '#server/platform/database/client.ts';
import { ensureDatabase, withDatabase } from '#server/platform/database/ensure-database.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { makeCompany, READER } from './company.ts';

export type Company = Awaited<ReturnType<typeof openCompany>>;

const SILENT = { info: () => {} };
/** A company is made under this name and gets its own when it is whole: a run that is stopped leaves no half of one behind. */
const MAKING = 'bench_making';
const GROWN = ['entry', 'entry_body', 'feed_item', 'search_document'];
/** What is put in is right, it is not looked up row by row. */
const IN_BULK = '-c session_replication_role=replica -c synchronous_commit=off -c maintenance_work_mem=512MB';

/** "10k", "1m": how rows name the size of a company. */
export function sizeName(posts: number): string {
  return posts >= 1_000_000 ? `${posts / 1_000_000}m` : `${posts / 1_000}k`;
}

/**
 * Opens the company with that many posts: a database of its own on the server behind `server`, made on first use (a
 * million posts in a few minutes) and kept. End it with `db.$disconnect()`.
 */
export async function openCompany(server: string, posts: number) {
  const name = `bench_${posts}`;
  const { rowCount } = await ask(server, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (rowCount === 0) {
    const started = performance.now();
    await ask(server, `DROP DATABASE IF EXISTS ${MAKING} WITH (FORCE)`);
    const making = await ensureDatabase(withDatabase(server, 'postgres'), MAKING);
    await migrate(making, SILENT);
    await fill(making, posts);
    await ask(server, `ALTER DATABASE ${MAKING} RENAME TO ${name}`);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`A company of ${posts} posts was made in ${seconds} s, and is kept.`);
  }
  const url = withDatabase(server, name);
  await migrate(url, SILENT);
  const db = createDatabase(url);
  const { personId } = await db.account.findUniqueOrThrow({ where: { email: READER.email } });
  return { posts, url, db, parts: partsOf(db), readerId: personId };
}

function partsOf(db: Database) {
  const events = createOutbox<DomainEvent>({ db, ids: uuidIds, log: pino({ level: 'silent' }) });
  return { ids: uuidIds, clock: systemClock, events };
}

/** Fills an empty database. Indexes are made when all rows are there: a fraction of the work of adding row by row. */
async function fill(url: string, posts: number): Promise<void> {
  const address = new URL(url);
  address.searchParams.set('options', IN_BULK);
  const db = createDatabase(address.href, { pool: 1 });
  try {
    const indexes = await db.$queryRaw<{ name: string; definition: string }[]>`
      SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
      WHERE i.schemaname = 'public' AND i.tablename = ANY(${GROWN})
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`;
    for (const { name } of indexes) await db.$executeRawUnsafe(`DROP INDEX "${name}"`);
    await makeCompany(db, partsOf(db), posts);
    for (const { definition } of indexes) await db.$executeRawUnsafe(definition);
    await db.$executeRawUnsafe('VACUUM (FREEZE, ANALYZE)');
  } finally {
    await db.$disconnect();
  }
}

async function ask(server: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
