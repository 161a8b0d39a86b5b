import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const names = async (sql: string) =>
  (await database.db.$queryRawUnsafe<{ name: string }[]>(sql)).map((row) => row.name);

/** Microseconds break cursors that a browser keeps; times without a zone break everything else. */
const ODD_TIMES = `
  SELECT table_name || '.' || column_name AS name FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%' AND table_name <> 'socket_io_attachments'
    AND data_type LIKE 'time%' AND (data_type <> 'timestamp with time zone' OR datetime_precision <> 3)`;

/** Two indexes on the same columns, in the same order, under the same condition: one of them is only written. */
const DOUBLE_INDEXES = `
  SELECT string_agg(indexrelid::regclass::text, ' = ' ORDER BY indexrelid::regclass::text) AS name FROM pg_index
  JOIN pg_class t ON t.oid = indrelid AND t.relnamespace = 'public'::regnamespace
  GROUP BY indrelid, indkey::text, indclass::text, indoption::text, pg_get_expr(indpred, indrelid), pg_get_expr(indexprs, indrelid)
  HAVING count(*) > 1`;

test('every time is timestamptz(3)', async () => {
  expect(await names(ODD_TIMES)).toEqual([]);
  await database.db.$executeRaw`ALTER TABLE site ADD COLUMN odd timestamp`;
  expect(await names(ODD_TIMES)).toEqual(['site.odd']);
  await database.db.$executeRaw`ALTER TABLE site DROP COLUMN odd`;
});

test('no index stands twice', async () => {
  expect(await names(DOUBLE_INDEXES)).toEqual([]);
  await database.db.$executeRaw`CREATE INDEX again ON mention (person_id)`;
  expect(await names(DOUBLE_INDEXES)).toEqual(['again = mention_by_person']);
  await database.db.$executeRaw`DROP INDEX again`;
});

test('what watches people cannot be switched on without an agreement', async () => {
  const audience = await database.db.audience.create({
    data: { id: '00000000-0000-7000-8000-0000000000a1', kind: 'site' },
  });
  const site = await database.db.site.create({
    data: {
      id: '00000000-0000-7000-8000-0000000000a2',
      slug: 's',
      name: 'S',
      timeZone: 'Europe/Berlin',
      region: 'DE-HH',
      audienceId: audience.id,
    },
  });
  const presence = { siteId: site.id, feature: 'presence', enabled: true };
  await expect(database.db.featureSwitch.create({ data: presence })).rejects.toThrow('feature_switch_agreed');
  const agreed = { ...presence, agreement: 'BV 2026/4', agreedOn: new Date('2026-03-01') };
  expect(await database.db.featureSwitch.create({ data: agreed })).toMatchObject({ enabled: true });
});
