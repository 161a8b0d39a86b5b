import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { Logger } from '#server/platform/log/log.ts';
import { createPostgresEngine, type PostgresEngine } from './postgres-engine.ts';
import type {
  SearchDocument,
  SearchEngine,
  SearchKind,
  SearchOptions,
  SearchPage,
  SearchRef,
} from './search-engine.ts';

const BATCH = 500;
/** How long the second engine is left alone after it failed to answer. */
const PAUSE_MS = 10_000;
/** Documents it has not confirmed for so long mean that it does not know the present. */
const BEHIND_SECONDS = 30;
const CHECK_MS = 5_000;

/** PostgreSQL, always; and a second engine in front of it where one is configured. */
export type SearchEngines = {
  postgres: PostgresEngine;
  /** Asks the second engine while it answers and is up to date, PostgreSQL otherwise. */
  search(query: string, options: SearchOptions): Promise<SearchPage>;
  /** Writes documents and removals in the caller's transaction; the second engine learns of them after commit. */
  update(tx: Tx, documents: SearchDocument[], gone: SearchRef[]): Promise<void>;
  /** Call after the commit: brings the second engine up to date soon. */
  wake(): void;
  /** Brings the second engine up to date now. What it does not confirm stays noted for the next time. */
  catchUp(): Promise<void>;
};

/** A second engine also says how much it holds, so that a new or emptied server is filled. */
export type SecondEngine = SearchEngine & {
  /** Makes ready what is missing, and counts the documents it holds. */
  prepare(): Promise<number>;
};

type Options = {
  db: Database;
  log: Pick<Logger, 'warn' | 'info'>;
  second: SecondEngine | null;
  now?: () => number;
};

export function createSearchEngines({ db, log, second, now = Date.now }: Options): SearchEngines {
  const postgres = createPostgresEngine(db);
  let pausedUntil = 0;
  let prepared = false;
  let behind = { until: 0, is: true };
  let running: Promise<void> | undefined;
  let again = false;

  async function isBehind(): Promise<boolean> {
    if (now() < behind.until) return behind.is;
    const rows = await db.$queryRaw<{ behind: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM search_pending WHERE since < now() - make_interval(secs => ${BEHIND_SECONDS})) AS behind`;
    behind = { until: now() + CHECK_MS, is: rows[0]?.behind ?? false };
    return behind.is;
  }

  async function askSecond(query: string, options: SearchOptions): Promise<SearchPage | null> {
    const isItsOwn = !options.cursor || options.cursor.startsWith('m_');
    if (!second || !isItsOwn || now() < pausedUntil || (await isBehind())) return null;
    try {
      return await second.search(query, options);
    } catch (error) {
      pausedUntil = now() + PAUSE_MS;
      // It may come back with an empty disk, without one write having failed.
      prepared = false;
      log.warn({ err: error }, 'The search server does not answer; PostgreSQL searches meanwhile');
      return null;
    }
  }

  async function push(engine: SecondEngine): Promise<void> {
    if (!prepared) await noteLost(db, await engine.prepare());
    prepared = true;
    for (;;) {
      const pending = await db.searchPending.findMany({ take: BATCH, orderBy: { since: 'asc' } });
      if (pending.length === 0) return;
      await pushBatch(engine, pending);
    }
  }

  async function pushBatch(
    engine: SecondEngine,
    pending: { kind: SearchKind; subjectId: string; version: number }[],
  ): Promise<void> {
    const documents = await readDocuments(
      db,
      pending.map((row) => ({ kind: row.kind, id: row.subjectId })),
    );
    const held = new Set(documents.map((document) => `${document.kind} ${document.id}`));
    const gone = pending.filter((row) => !held.has(`${row.kind} ${row.subjectId}`));
    if (documents.length > 0) await engine.index(documents);
    if (gone.length > 0) await engine.remove(gone.map((row) => ({ kind: row.kind, id: row.subjectId })));
    // Only what was confirmed in this version: a change in the meantime stays noted.
    await db.$executeRaw`
      DELETE FROM search_pending p USING unnest(${pending.map((row) => row.kind)}::search_kind[],
        ${pending.map((row) => row.subjectId)}::uuid[], ${pending.map((row) => row.version)}::int[]) AS done(kind, id, version)
      WHERE p.kind = done.kind AND p.subject_id = done.id AND p.version = done.version`;
  }

  async function catchUp(): Promise<void> {
    if (!second) return;
    again = true;
    running ??= (async () => {
      try {
        while (again) {
          again = false;
          await push(second);
        }
      } catch (error) {
        prepared = false;
        pausedUntil = now() + PAUSE_MS;
        log.warn({ err: error }, 'The search server could not be brought up to date; it will be later');
      } finally {
        again = false;
        running = undefined;
        behind.until = 0;
      }
    })();
    await running;
  }

  return {
    postgres,
    async search(query, options) {
      return (await askSecond(query, options)) ?? (await postgres.search(query, options));
    },
    async update(tx, documents, gone) {
      await postgres.indexIn(tx, documents);
      await postgres.removeIn(tx, gone);
      if (second) await notePending(tx, [...documents, ...gone]);
    },
    wake() {
      if (second && now() >= pausedUntil) void catchUp();
    },
    catchUp,
  };
}

async function notePending(tx: Tx, refs: SearchRef[]): Promise<void> {
  if (refs.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO search_pending (kind, subject_id)
    SELECT kind, id FROM unnest(${refs.map((ref) => ref.kind)}::search_kind[], ${refs.map((ref) => ref.id)}::uuid[]) AS r(kind, id)
    ORDER BY kind, id
    ON CONFLICT (kind, subject_id) DO UPDATE SET version = search_pending.version + 1`;
}

/** An engine that holds less than it once confirmed has lost something: it is told everything again. */
async function noteLost(db: Database, held: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO search_pending (kind, subject_id, since)
    SELECT kind, subject_id, 'epoch' FROM search_document WHERE ${held} < (
      SELECT count(*) FROM search_document d
      WHERE NOT EXISTS (SELECT 1 FROM search_pending p WHERE p.kind = d.kind AND p.subject_id = d.subject_id))
    ON CONFLICT (kind, subject_id) DO UPDATE SET version = search_pending.version + 1`;
}

/** Documents as PostgreSQL holds them. */
async function readDocuments(db: Database, refs: SearchRef[]): Promise<SearchDocument[]> {
  return db.$queryRaw<SearchDocument[]>(Prisma.sql`
    SELECT kind::text, subject_id::text AS id, title, body, thread_kind::text AS "threadKind",
      audience_id::text AS "audienceId", open,
      author_id::text AS "authorId", unit_id::text AS "unitId", site_id::text AS "siteId",
      project_id::text AS "projectId", at
    FROM search_document WHERE (kind, subject_id) IN (
      SELECT * FROM unnest(${refs.map((ref) => ref.kind)}::search_kind[], ${refs.map((ref) => ref.id)}::uuid[]))`);
}
