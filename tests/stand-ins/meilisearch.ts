import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowedStatuses, breaches, type ShapeName } from './meilisearch-contract.ts';
import { byKey, type Document, FilterError, type Query, rank } from './meilisearch-ranking.ts';

type Task = {
  uid: number;
  indexUid: string;
  status: string;
  type: string;
  enqueuedAt: string;
  error: object | null;
};
type Index = { settings: Record<string, unknown>; documents: Map<string, Document>; createdAt: string };
type Answer = { status: number; body: object; shape?: ShapeName };

/**
 * A small Meilisearch for tests: the operations Flurfunk uses, with tasks that end later, held to the published
 * interface (an excerpt of its OpenAPI document): a request or an answer that breaks it fails. The real server
 * is used instead where MEILISEARCH_URL is set.
 */
export async function startMeilisearchStandIn({ key = null as string | null, taskMs = 5 } = {}) {
  const indexes = new Map<string, Index>();
  const tasks: Task[] = [];
  const faults: string[] = [];
  const state = { refuseTasks: false };

  function enqueue(indexUid: string, type: string, work: () => void): Answer {
    const uid = tasks.length;
    const task: Task = {
      uid,
      indexUid,
      type,
      status: 'enqueued',
      enqueuedAt: new Date().toISOString(),
      error: null,
    };
    tasks.push(task);
    setTimeout(() => {
      if (state.refuseTasks) {
        task.status = 'failed';
        task.error = problem('internal', 'no space left on device', 'internal');
        return;
      }
      work();
      task.status = 'succeeded';
    }, taskMs);
    const { uid: taskUid, error: _error, ...summary } = task;
    return { status: 202, body: { taskUid, ...summary }, shape: 'SummarizedTaskView' };
  }

  const operations: [string, RegExp, string, (match: string[], body: never) => Answer][] = [
    [
      'POST',
      /^\/indexes$/,
      '/indexes',
      (_m, body: { uid: string }) =>
        enqueue(body.uid, 'indexCreation', () => {
          made(body.uid);
        }),
    ],
    [
      'GET',
      /^\/indexes\/([\w-]+)$/,
      '/indexes/{index_uid}',
      ([uid]) => {
        const { createdAt } = known(uid);
        return {
          status: 200,
          body: { uid, createdAt, updatedAt: createdAt, primaryKey: 'id' },
          shape: 'IndexView',
        };
      },
    ],
    [
      'GET',
      /^\/indexes\/([\w-]+)\/stats$/,
      '/indexes/{index_uid}/stats',
      ([uid]) => {
        const numberOfDocuments = known(uid).documents.size;
        const sizes = { indexSize: 0, usedIndexSize: 0, rawDocumentDbSize: 0, avgDocumentSize: 0 };
        const body = { numberOfDocuments, ...sizes, isIndexing: false, fieldDistribution: {} };
        return { status: 200, body, shape: 'IndexStats' };
      },
    ],
    [
      'PATCH',
      /^\/indexes\/([\w-]+)\/settings$/,
      '/indexes/{index_uid}/settings',
      ([uid = ''], body: object) => {
        note(breaches('Settings_Unchecked', body));
        return enqueue(uid, 'settingsUpdate', () => Object.assign(known(uid).settings, body));
      },
    ],
    [
      'POST',
      /^\/indexes\/([\w-]+)\/documents$/,
      '/indexes/{index_uid}/documents',
      ([uid = ''], body: Document[]) =>
        enqueue(uid, 'documentAdditionOrUpdate', () => {
          // As the real one: documents make an index that is not there, with nothing set.
          for (const document of body) made(uid).documents.set(document.id, document);
        }),
    ],
    [
      'DELETE',
      /^\/indexes\/([\w-]+)\/documents$/,
      '/indexes/{index_uid}/documents',
      ([uid = '']) => enqueue(uid, 'documentDeletion', () => known(uid).documents.clear()),
    ],
    [
      'POST',
      /^\/indexes\/([\w-]+)\/documents\/delete-batch$/,
      '/indexes/{index_uid}/documents/delete-batch',
      ([uid = ''], body: string[]) =>
        enqueue(uid, 'documentDeletion', () => {
          for (const id of body) known(uid).documents.delete(id);
        }),
    ],
    [
      'GET',
      /^\/tasks\/(\d+)$/,
      '/tasks/{task_id}',
      ([uid]) => {
        const task = tasks[Number(uid)];
        if (!task) throw new Refusal(404, problem('task_not_found', `Task ${uid} not found.`));
        return { status: 200, body: { ...task }, shape: 'TaskView' };
      },
    ],
    [
      'POST',
      /^\/multi-search$/,
      '/multi-search',
      (_m, body: Federated) => {
        note(breaches('FederatedSearch', body), breaches('Federation', body.federation));
        note(...body.queries.map((query) => breaches('SearchQueryWithIndex', query)));
        return { status: 200, body: federated(body), shape: 'FederatedSearchResult' };
      },
    ],
  ];

  type Federated = {
    federation: { limit: number; offset: number };
    queries: (Query & { indexUid: string })[];
  };

  function federated({ federation: { limit, offset }, queries }: Federated): object {
    const merged = queries.flatMap((query) => {
      const index = known(query.indexUid);
      return rank(index.documents.values(), query, index.settings);
    });
    const seen = new Set<string>();
    const once = merged.sort(byKey).filter(({ document }) => !seen.has(document.id) && seen.add(document.id));
    const hits = once.slice(offset, offset + limit).map(({ document, typos }) => {
      const { id, kind, subjectId } = document;
      return {
        id,
        kind,
        subjectId,
        _rankingScoreDetails: { typo: { order: 1, typoCount: typos, maxTypoCount: 2, score: 1 } },
      };
    });
    return { hits, processingTimeMs: 0, limit, offset, estimatedTotalHits: once.length };
  }

  function made(uid: string): Index {
    const index = indexes.get(uid) ?? {
      settings: {},
      documents: new Map(),
      createdAt: new Date().toISOString(),
    };
    indexes.set(uid, index);
    return index;
  }

  function known(uid: string | undefined): Index {
    const index = indexes.get(uid ?? '');
    if (!index) throw new Refusal(404, problem('index_not_found', `Index \`${uid}\` not found.`));
    return index;
  }

  function note(...found: string[][]): void {
    const all = found.flat();
    faults.push(...all);
    if (all.length > 0) throw new Refusal(400, problem('bad_request', all.join('; ')));
  }

  async function answer(request: IncomingMessage): Promise<Answer & { path: string }> {
    const address = new URL(request.url ?? '/', 'http://x').pathname;
    if (key && request.headers.authorization !== `Bearer ${key}`)
      return {
        status: 401,
        body: problem('invalid_api_key', 'The provided API key is invalid.', 'auth'),
        path: '',
      };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    for (const [method, pattern, path, run] of operations) {
      const match = method === request.method ? pattern.exec(address) : null;
      if (!match) continue;
      try {
        return { ...run(match.slice(1), (text ? JSON.parse(text) : {}) as never), path };
      } catch (error) {
        if (error instanceof Refusal) return { status: error.status, body: error.body, path };
        if (error instanceof FilterError)
          return { status: 400, body: problem('invalid_search_filter', error.message), path: '' };
        throw error;
      }
    }
    faults.push(`${request.method} ${address}: not in the stand-in`);
    return { status: 404, body: problem('not_found', address), path: '' };
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body, shape, path }) => {
        if (shape) faults.push(...breaches(shape, body));
        if (path && !allowedStatuses(path, request.method ?? '').includes(String(status)) && status !== 400)
          faults.push(`${path}: ${status} is not an answer it gives`);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      },
      (error) => {
        faults.push(String(error));
        response.writeHead(500, { 'content-type': 'application/json' }).end('{}');
      },
    );
  });
  let port = 0;
  async function listen(): Promise<void> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }
  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    /** What broke the published interface; must stay empty. */
    faults,
    indexes,
    /** Lets every task from now on fail, as on a full disk. */
    refuseTasks: (refuse: boolean) => {
      state.refuseTasks = refuse;
    },
    /** Goes away, and comes back on the same port. */
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    listen,
  };
}

class Refusal extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, body: object) {
    super(String(status));
    this.status = status;
    this.body = body;
  }
}

function problem(code: string, message: string, type = 'invalid_request'): object {
  return { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` };
}
