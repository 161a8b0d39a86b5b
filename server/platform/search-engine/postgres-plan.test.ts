import { afterAll, beforeAll, expect, test } from 'vitest';
import { Prisma } from '#server/platform/database/schema.ts';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { nearWordsSql, pageSql } from './postgres-query.ts';
import type { SearchOptions } from './search-engine.ts';
import { termsOf } from './terms.ts';

const DOCUMENTS = 50_000;
let database: TestDatabase;

// A company of 5,000 people that has written 45,000 things, made in SQL: what counts is which way the database takes.
beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.$executeRaw`
    INSERT INTO search_document (kind, subject_id, open, title, title_folded, body, body_folded, at, words)
    SELECT k.kind, gen_random_uuid(), true, k.title, k.title, k.body, k.body, k.at,
      setweight(to_tsvector('simple', k.title), 'A') || setweight(to_tsvector('simple', k.body), 'C')
    FROM (
      SELECT CASE WHEN n <= 5000 THEN 'person' ELSE 'post' END::search_kind AS kind,
        CASE WHEN n <= 5000 THEN 'vorname' || n % 700 || ' nachname' || n ELSE '' END AS title,
        'wort' || n % 9000 || ' begriff' || n % 20000 || ' thema' || n % 3000 || ' gemeinsam' AS body,
        CASE WHEN n > 5000 THEN timestamptz '2026-01-01' + n * interval '5 minutes' END AS at
      FROM generate_series(1, ${DOCUMENTS}::int) n) k`;
  await database.db.$executeRaw`
    INSERT INTO search_word SELECT DISTINCT 'wort' || n || chr(97 + n % 26) FROM generate_series(1, 40000) n`;
  await database.db.$executeRawUnsafe('VACUUM ANALYZE search_document');
  await database.db.$executeRawUnsafe('VACUUM ANALYZE search_word');
}, 180_000);
afterAll(() => database.drop());

async function plan(sql: Prisma.Sql): Promise<string> {
  const rows = await database.db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const options: SearchOptions = { reader: { insider: true, audienceIds: [] }, limit: 20 };

test.each([
  ['a word of a text', 'begriff777', options],
  [
    'the beginning of a name',
    'nachname12',
    { ...options, kinds: ['person'], titlesOnly: true } as SearchOptions,
  ],
  ['two words', 'wort17 thema17', options],
])('%s is looked up in the index of words', async (_name, query, given) => {
  const text = await plan(pageSql(query, termsOf(query), given, null));
  expect(text).toContain('search_document_by_words');
  expect(text).not.toContain('Seq Scan on search_document');
});

test('mistyped words and parts of titles are looked up in trigrams', async () => {
  const terms = termsOf('nachnmae77');
  const text = await plan(pageSql('nachnmae77', terms, options, null, [['nachname77']]));
  expect(text).toContain('search_document_by_title');
  expect(text).not.toContain('Seq Scan on search_document');
  expect(await plan(nearWordsSql(['wort77a']))).toContain('search_word_near');
});

test('a usual word is looked for among the newest texts, a rare one in the index', async () => {
  const query = (word: string) => pageSql(word, termsOf(word), options, null);
  // All 5,000 people hold the usual word, too; what matters is that few of the 45,000 texts are read.
  expect(await documentsRead(query('gemeinsam'))).toBeLessThan(5_000 + 2_000);
  expect(await documentsRead(query('begriff777'))).toBeLessThan(1_000);
});

test('what is looked for in names alone reads no text', async () => {
  const named = { ...options, titlesOnly: true };
  expect(await documentsRead(pageSql('begriff7', termsOf('begriff7'), named, null))).toBeLessThan(1_000);
  expect(await documentsRead(pageSql('g', termsOf('g'), options, null))).toBeLessThan(5_001);
});

type PlanNode = {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
};

/** How many documents a statement takes into its hands. */
async function documentsRead(sql: Prisma.Sql): Promise<number> {
  const [row] = await database.db.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
  );
  const count = (node: PlanNode): number => {
    const own = node['Relation Name'] ? node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) : 0;
    return own + (node.Plans ?? []).reduce((sum, child) => sum + count(child), 0);
  };
  return row ? count(row['QUERY PLAN'][0].Plan) : 0;
}
