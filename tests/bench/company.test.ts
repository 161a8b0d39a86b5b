import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type World } from '#tests/setup/world.ts';
import { makeCompany } from './company.ts';
import { A_NAME, COMMON_WORD, RARE_WORD } from './vocabulary.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await makeCompany(world.db, world.parts, 400);
}, 60_000);
afterAll(() => world.drop());

test('its search documents are those that the search engine writes, and no word is missing from its vocabulary', async () => {
  const [documents, words] = await index();
  expect(documents).toHaveLength(10_001 + 400 + 133);
  await world.services.search.reindex();
  const [written, used] = await index();
  expect(documents).toEqual(written);
  expect(words).toEqual(expect.arrayContaining(used));
});

async function index(): Promise<[documents: unknown[], words: unknown[]]> {
  const documents = await world.db.$queryRaw<unknown[]>`
    SELECT d.*, words::text FROM search_document d ORDER BY kind, subject_id`;
  const words = await world.db.$queryRaw<{ word: string }[]>`SELECT word FROM search_word`;
  return [documents, words.map(({ word }) => word)];
}

test('what the bench searches for stands where it says', async () => {
  const count = async (word: string) => {
    const [row] = await world.db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM search_document WHERE words @@ plainto_tsquery('simple', ${word.toLowerCase()})`;
    return row?.n ?? 0;
  };
  expect(await count(A_NAME)).toBe(5);
  expect(await count(RARE_WORD)).toBe(10);
  expect((await count(COMMON_WORD)) / 533).toBeGreaterThan(0.2);
});
