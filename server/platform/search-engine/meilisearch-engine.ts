import { type EnqueuedTaskPromise, Meilisearch } from 'meilisearch';
import type { SecondEngine } from './engines.ts';
import {
  documentId,
  filterFor,
  INDEX_SETTINGS,
  type MeilisearchDocument,
  questionsFor,
  toMeilisearch,
} from './meilisearch-index.ts';
import type { SearchHit, SearchOptions, SearchPage } from './search-engine.ts';
import { type Term, termsOf } from './terms.ts';

type Options = {
  url: string;
  key: string | null;
  /** The name of the index. */
  index?: string;
  /** How long a reader waits before PostgreSQL is asked instead, in milliseconds. */
  searchTimeout?: number;
};

/** What Meilisearch will page through, by its own setting `maxTotalHits`. */
const MOST = 1_000;
const BATCH = 1_000;

/**
 * Search in Meilisearch. A write counts only when its task has succeeded (the 202 says no more than "queued").
 * Errors are thrown; whoever calls falls back.
 */
export function createMeilisearchEngine(options: Options): SecondEngine {
  const { url: host, key, index: uid = 'flurfunk', searchTimeout = 1_500 } = options;
  const access = { host, ...(key ? { apiKey: key } : {}) };
  const reading = new Meilisearch({ ...access, timeout: searchTimeout });
  const writing = new Meilisearch({ ...access, timeout: 30_000 });
  const index = writing.index<MeilisearchDocument>(uid);

  async function exists(): Promise<boolean> {
    try {
      await index.getRawInfo();
      return true;
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return false;
      throw error;
    }
  }

  return {
    async prepare() {
      const known = await exists();
      if (!known) await verdict(writing.createIndex(uid, { primaryKey: 'id' }));
      await verdict(index.updateSettings(INDEX_SETTINGS));
      return (await index.getStats()).numberOfDocuments;
    },
    async index(documents) {
      for (let from = 0; from < documents.length; from += BATCH) {
        await verdict(index.addDocuments(documents.slice(from, from + BATCH).map(toMeilisearch)));
      }
    },
    async remove(refs) {
      if (refs.length > 0) await verdict(index.deleteDocuments(refs.map(documentId)));
    },
    async clear() {
      await verdict(index.deleteAllDocuments());
    },
    search: (query, searchOptions) => search(reading, uid, termsOf(query), searchOptions),
  };
}

async function search(
  client: Meilisearch,
  indexUid: string,
  terms: Term[],
  options: SearchOptions,
): Promise<SearchPage> {
  const offset = Number(/^m_(\d{1,4})$/.exec(options.cursor ?? '')?.[1] ?? 0);
  if (terms.length === 0 || offset >= MOST) return { hits: [], next: null };
  const answer = await client.multiSearch<
    { federation: { limit: number; offset: number }; queries: never[] },
    MeilisearchDocument
  >({
    federation: { limit: options.limit + 1, offset },
    queries: questionsFor(terms).map((question) => ({
      indexUid,
      ...question,
      filter: filterFor(options),
      matchingStrategy: 'all',
      showRankingScoreDetails: true,
      ...(options.titlesOnly ? { attributesToSearchOn: ['title', 'titleFolded'] } : {}),
    })) as never[],
  });
  const found = answer.hits.slice(0, options.limit);
  const hits = new Map<string, SearchHit>();
  for (const hit of found) {
    const typos = hit._rankingScoreDetails?.typo?.typoCount ?? 0;
    if (!hits.has(hit.id)) hits.set(hit.id, { kind: hit.kind, id: hit.subjectId, near: typos > 0 });
  }
  const next = answer.hits.length > options.limit ? `m_${offset + options.limit}` : null;
  return { hits: [...hits.values()], next };
}

/** Waits until a task has ended. @throws when it was not for the better, with Meilisearch's own code. */
async function verdict(task: EnqueuedTaskPromise): Promise<void> {
  const { status, type, error } = await task.waitTask({ timeout: 120_000, interval: 25 });
  if (status !== 'succeeded') throw new Error(`Meilisearch: ${type} ${status} (${error?.code ?? 'no code'})`);
}

function codeOf(error: unknown): string | undefined {
  return (error as { cause?: { code?: string } }).cause?.code;
}
