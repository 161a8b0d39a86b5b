import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { createStatementNames } from './statement-names.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a statement gets its name when it comes again, and always the same one', () => {
  const nameOf = createStatementNames();
  const asked = [1, 2, 3, 4].map(() => nameOf({ sql: 'SELECT 1' }));
  expect(asked.slice(0, 2)).toEqual([undefined, undefined]);
  expect(asked[2]).toMatch(/^f_[\w-]{22}$/);
  expect(asked[3]).toBe(asked[2]);
  expect(nameOf({ sql: 'SELECT 2' })).toBeUndefined();
});

test('what is not planned stays nameless', () => {
  const nameOf = createStatementNames();
  expect([1, 2, 3, 4].map(() => nameOf({ sql: 'COMMIT' }))).toEqual(Array(4).fill(undefined));
});

test('there are never more names than a connection should keep', () => {
  const nameOf = createStatementNames();
  const names = new Set<string | undefined>();
  for (let n = 0; n < 1_000; n++) {
    for (let time = 0; time < 3; time++) names.add(nameOf({ sql: `SELECT ${n}` }));
  }
  names.delete(undefined);
  expect(names.size).toBe(400);
});

test('what is asked often is prepared in the database, and a changed table does not break it', async () => {
  const { db } = database;
  await db.$executeRaw`CREATE TABLE kept (id int, word text)`;
  const ask = () => db.$queryRaw<{ word: string }[]>`SELECT word FROM kept WHERE id = ${1}::int`;
  for (let n = 0; n < 30; n++) await ask();
  const [prepared] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_prepared_statements WHERE statement LIKE 'SELECT word FROM kept%'`;
  expect(prepared?.n).toBe(1);
  await db.$executeRaw`ALTER TABLE kept ADD COLUMN more text`;
  await db.$executeRaw`INSERT INTO kept VALUES (1, 'still here', '')`;
  for (let n = 0; n < 10; n++) expect(await ask()).toEqual([{ word: 'still here' }]);
});
