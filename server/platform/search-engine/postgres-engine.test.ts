import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { searchEngineContract } from './engine-contract.ts';
import { createPostgresEngine } from './postgres-engine.ts';

const databases: TestDatabase[] = [];
async function engineOnFreshDatabase() {
  const database = await createTestDatabase();
  databases.push(database);
  return { ...database, engine: createPostgresEngine(database.db) };
}

afterAll(async () => {
  for (const database of databases) await database.drop();
});

searchEngineContract('PostgreSQL', async () => (await engineOnFreshDatabase()).engine);

test('words of documents that are gone are forgotten', async () => {
  const { db, engine } = await engineOnFreshDatabase();
  const document = {
    open: true,
    threadKind: null,
    audienceId: null,
    authorId: null,
    unitId: null,
    siteId: null,
    projectId: null,
  };
  const ref = { kind: 'person', id: '0198a000-0000-7000-8000-000000000001' } as const;
  await engine.index([{ ...document, ...ref, title: 'Brunhilde Quast', body: 'Werkschutz', at: null }]);
  await engine.index([
    { ...document, kind: 'post', id: ref.id, title: '', body: 'Der Werkschutz bleibt', at: null },
  ]);
  await engine.remove([ref]);
  await engine.forgetUnusedWords();
  const words = (await db.searchWord.findMany()).map(({ word }) => word);
  expect(words).not.toContain('brunhilde');
  expect(words).toContain('werkschutz');
});
