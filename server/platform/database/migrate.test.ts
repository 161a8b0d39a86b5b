import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { schemaDrift } from './schema-drift.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.drop());

test('the migrations table is what Prisma writes: one finished row a file, with its SHA-256', async () => {
  const rows = await world.db.$queryRaw<
    { migration_name: string; checksum: string; finished_at: Date | null }[]
  >`
    SELECT migration_name, checksum, finished_at FROM _prisma_migrations ORDER BY migration_name`;
  const { migrationDirectories } = await readMigrations('prisma/migrations');
  expect(migrationDirectories.length).toBeGreaterThan(0);
  const expected = await Promise.all(
    migrationDirectories.map(async ({ path }) => {
      const file = await readFile(`prisma/migrations/${path}/migration.sql`);
      return { migration_name: path, checksum: createHash('sha256').update(file).digest('hex') };
    }),
  );
  expect(rows.map(({ migration_name, checksum }) => ({ migration_name, checksum }))).toEqual(expected);
  expect(rows.every((row) => row.finished_at !== null)).toBe(true);
});

test('several processes may migrate at once: one does it, none fails', async () => {
  const log = { info: () => {} };
  await world.db.$executeRaw`DROP SCHEMA public CASCADE`;
  await world.db.$executeRaw`CREATE SCHEMA public`;
  const outcomes = await Promise.all([1, 2, 3].map(() => migrate(world.url, log)));
  const { migrationDirectories } = await readMigrations('prisma/migrations');
  expect(outcomes.flat()).toEqual(migrationDirectories.map(({ path }) => path));
  expect(await migrate(world.url, log)).toEqual([]);
});

test('the migrations lead to the schema: no drift but what stands in docs/data.md', async () => {
  expect(await schemaDrift(world.url)).toMatch(/^-- This is an empty migration\.\s*$/);
});
