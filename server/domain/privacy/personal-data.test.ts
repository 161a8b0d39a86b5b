import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { DATA_RULES, PERSONAL_DATA } from './personal-data.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function realColumns(): Promise<string[]> {
  const rows = await database.db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\_prisma%' AND table_name <> 'socket_io_attachments'`;
  return rows.map((row) => row.name).sort();
}

const catalogued = () =>
  Object.entries(PERSONAL_DATA)
    .flatMap(([table, { personal, other }]) =>
      [...Object.keys(personal), ...other].map((column) => `${table}.${column}`),
    )
    .sort();

test('every column of the database is catalogued, and no other', async () => {
  expect(catalogued()).toEqual(await realColumns());
});

test('a column added without a thought is found', async () => {
  await database.db.$executeRaw`ALTER TABLE absence ADD COLUMN reason text`;
  expect(await realColumns()).not.toEqual(catalogued());
  await database.db.$executeRaw`ALTER TABLE absence DROP COLUMN reason`;
});

test('every rule is used', () => {
  const used = new Set(Object.values(PERSONAL_DATA).flatMap(({ personal }) => Object.values(personal)));
  expect([...used].sort()).toEqual(Object.keys(DATA_RULES).sort());
});
