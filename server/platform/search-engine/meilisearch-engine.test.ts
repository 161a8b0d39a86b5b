import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { startMeilisearchStandIn } from '#tests/stand-ins/meilisearch.ts';
import { searchEngineContract } from './engine-contract.ts';
import { createSearchEngines } from './engines.ts';
import { createMeilisearchEngine } from './meilisearch-engine.ts';
import type { SearchDocument } from './search-engine.ts';

const real = process.env.MEILISEARCH_URL;
const standIn = await startMeilisearchStandIn();
const index = `flurfunk_test_${randomBytes(4).toString('hex')}`;
afterAll(() => standIn.stop());

searchEngineContract(real ? 'Meilisearch' : 'Meilisearch (stand-in)', async () => {
  const engine = real
    ? createMeilisearchEngine({
        url: real,
        key: process.env.MEILISEARCH_KEY ?? null,
        index,
        searchTimeout: 10_000,
      })
    : createMeilisearchEngine({ url: standIn.url, key: null });
  expect(await engine.prepare()).toBe(0);
  return engine;
});

test('nothing was asked or answered that the published interface does not know', () => {
  expect(standIn.faults).toEqual([]);
});

describe('in front of PostgreSQL, Meilisearch', () => {
  let database: TestDatabase;
  let house: Awaited<ReturnType<typeof startMeilisearchStandIn>>;
  const warnings: string[] = [];
  const log = {
    warn: (_details: object, message: string) => void warnings.push(message),
    info: () => {},
  } as never;
  let now = 0;

  beforeEach(async () => {
    warnings.length = 0;
    database = await createTestDatabase();
    house = await startMeilisearchStandIn({ key: 'secret' });
  });
  afterEach(async () => {
    await house.stop().catch(() => {});
    await database.drop();
  });

  function start() {
    const second = createMeilisearchEngine({ url: house.url, key: 'secret', searchTimeout: 500 });
    return createSearchEngines({ db: database.db, log, second, now: () => now });
  }
  const document = (n: number, title: string): SearchDocument => ({
    kind: 'person',
    id: `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    title,
    body: '',
    threadKind: null,
    audienceId: null,
    open: true,
    authorId: null,
    unitId: null,
    siteId: null,
    projectId: null,
    at: null,
  });
  const write = (
    engines: ReturnType<typeof start>,
    documents: SearchDocument[],
    gone: SearchDocument[] = [],
  ) => database.db.$transaction((tx) => engines.update(tx, documents, gone));
  const find = async (engines: ReturnType<typeof start>, query: string) =>
    (await engines.search(query, { reader: { insider: true, audienceIds: [] }, limit: 5 })).hits.length;
  const held = () => house.indexes.get('flurfunk')?.documents.size ?? 0;

  test('is filled when it is new, and follows changes and removals', async () => {
    const engines = start();
    await write(engines, [document(1, 'Mara Süß'), document(2, 'Ronja Weiß')]);
    await engines.catchUp();
    expect(held()).toBe(2);
    expect(await database.db.searchPending.count()).toBe(0);
    await write(engines, [document(1, 'Mara Schmidt')], [document(2, '')]);
    await engines.catchUp();
    expect([await find(engines, 'schmidt'), await find(engines, 'weiss'), held()]).toEqual([1, 0, 1]);
    expect(warnings).toEqual([]);
  });

  test('is replaced by PostgreSQL while it is away, and learns what it missed', async () => {
    const engines = start();
    await write(engines, [document(1, 'Mara Süß')]);
    await engines.catchUp();
    await house.stop();
    await write(engines, [document(2, 'Ronja Weiß')]);
    await engines.catchUp();
    expect(await find(engines, 'weiss')).toBe(1);
    expect(await database.db.searchPending.count()).toBe(1);
    expect(warnings.length).toBeGreaterThan(0);
    await house.listen();
    now += 60_000;
    await engines.catchUp();
    expect([held(), await database.db.searchPending.count(), await find(engines, 'weiss')]).toEqual([
      2, 0, 1,
    ]);
  });

  test('is believed only when its task has succeeded', async () => {
    const engines = start();
    await engines.catchUp();
    house.refuseTasks(true);
    await write(engines, [document(1, 'Mara Süß')]);
    await engines.catchUp();
    expect(await database.db.searchPending.count()).toBe(1);
    house.refuseTasks(false);
    await engines.catchUp();
    expect([held(), await database.db.searchPending.count()]).toEqual([1, 0]);
  });

  test('is filled again when its disk was emptied', async () => {
    const engines = start();
    await write(engines, [document(1, 'Mara Süß'), document(2, 'Ronja Weiß')]);
    await engines.catchUp();
    house.indexes.clear();
    await write(start(), [document(3, 'Aylin Kaya')]);
    await start().catchUp();
    expect(held()).toBe(3);
  });

  test('is filled again when it comes back empty while nothing was written', async () => {
    const engines = start();
    await write(engines, [document(1, 'Mara Süß'), document(2, 'Ronja Weiß')]);
    await engines.catchUp();
    house.indexes.clear();
    expect(await find(engines, 'weiss')).toBe(1);
    now += 60_000;
    await engines.catchUp();
    expect([held(), await find(engines, 'weiss')]).toEqual([2, 1]);
  });

  test('is filled again when a write was the first thing after its disk was emptied', async () => {
    const engines = start();
    await write(engines, [document(1, 'Mara Süß'), document(2, 'Ronja Weiß')]);
    await engines.catchUp();
    house.indexes.clear();
    await write(engines, [document(3, 'Aylin Kaya')]);
    await engines.catchUp();
    expect([await find(engines, 'kaya'), await find(engines, 'weiss')]).toEqual([1, 1]);
    now += 60_000;
    await engines.catchUp();
    expect(held()).toBe(3);
  });

  test('does not answer while it is far behind', async () => {
    const engines = start();
    await engines.catchUp();
    await write(engines, [document(1, 'Mara Süß')]);
    await database.db.$executeRaw`UPDATE search_pending SET since = now() - interval '2 minutes'`;
    now += 60_000;
    expect(await find(engines, 'suess')).toBe(1);
    expect(held()).toBe(0);
  });
});
