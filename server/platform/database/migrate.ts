import type pg from 'pg';
import type { Logger } from '#server/platform/log/log.ts';
import { withAdvisoryLock } from './advisory-lock.ts';
import { readMigrations } from './migration-files.ts';
import { NO_FILTERS, withSchemaEngine } from './schema-engine.ts';

/**
 * Brings the database to the newest migration, with Prisma's own engine, so `prisma migrate deploy` stays
 * interchangeable. Many processes may call it at once: one works, the others wait for it.
 * `only` stops at an earlier state, for data that was written then.
 * @returns the names of the migrations applied now.
 */
export async function migrate(
  url: string,
  log: Pick<Logger, 'info'>,
  { only }: { only?: readonly string[] } = {},
): Promise<string[]> {
  const known = await readMigrations('prisma/migrations');
  const migrationsList = {
    ...known,
    migrationDirectories: known.migrationDirectories.filter(({ path }) => only?.includes(path) ?? true),
  };
  const wanted = migrationsList.migrationDirectories.map((directory) => directory.path);
  return withAdvisoryLock(url, 'migrations', async (client) => {
    // The engine takes a third of a second to load: ask the table first whether there is anything to do.
    if (await isCurrent(client, wanted)) return [];
    log.info(`Bringing the database up to date (${wanted.length} migrations known)`);
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList, filters: NO_FILTERS }),
    );
    for (const name of appliedMigrationNames) log.info(`Applied migration ${name}`);
    return appliedMigrationNames;
  });
}

async function isCurrent(client: pg.Client, wanted: string[]): Promise<boolean> {
  const { rows: tables } = await client.query(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
  );
  if (!tables[0].found) return false;
  const { rows } = await client.query(
    'SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const finished = new Set(rows.filter((row) => row.finished).map((row) => row.migration_name));
  return rows.length === finished.size && wanted.every((name) => finished.has(name));
}
