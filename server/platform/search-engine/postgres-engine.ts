import type { Database, Tx } from '#server/platform/database/client.ts';
import type { Prisma } from '#server/platform/database/schema.ts';
import { fold } from '#server/platform/text/fold.ts';
import { isNear, mistakesAllowed } from './near-words.ts';
import { nearWordsSql, type PostgresCursor, pageSql, similarSql, wordsThatCount } from './postgres-query.ts';
import { questionTerms } from './question-terms.ts';
import type {
  SearchDocument,
  SearchEngine,
  SearchHit,
  SearchKind,
  SearchOptions,
  SearchPage,
  SearchRef,
} from './search-engine.ts';
import { foldedWords, type Term, termsOf } from './terms.ts';

const BATCH = 200;
/** With fewer exact hits, words that were mistyped are looked for as well. */
const FEW = 5;

export type PostgresEngine = SearchEngine & {
  /** Like `index` and `remove`, in the caller's transaction. */
  indexIn(tx: Tx, documents: SearchDocument[]): Promise<void>;
  removeIn(tx: Tx, refs: SearchRef[]): Promise<void>;
  /** Ids of answered questions like one that somebody is writing; typing mistakes are forgiven as in a search. */
  similarQuestions(text: string, options: Pick<SearchOptions, 'reader' | 'limit'>): Promise<string[]>;
  /** Forgets words that stand in no document any more: names of people who were erased, say. */
  forgetUnusedWords(): Promise<void>;
};

/** Search in PostgreSQL itself: weighted full text, trigrams for titles and for words mistyped. */
export function createPostgresEngine(db: Database): PostgresEngine {
  async function search(query: string, options: SearchOptions): Promise<SearchPage> {
    const terms = wordsThatCount(termsOf(query));
    if (terms.length === 0) return { hits: [], next: null };
    const typed = escapeLike(fold(query));
    const cursor = readCursor(options.cursor);
    const exact = cursor?.near
      ? null
      : await page(db, pageSql(typed, terms, options, cursor), options, false);
    if (exact && (cursor || exact.next || exact.hits.length >= FEW)) return exact;
    const found = exact?.hits ?? [];
    const rest = { ...options, limit: options.limit - found.length };
    const near = await nearWords(db, terms);
    const more = await page(db, pageSql(typed, terms, rest, cursor, near), rest, true);
    return { hits: [...found, ...more.hits], next: more.next };
  }

  const engine: PostgresEngine = {
    index: (documents) => db.$transaction((tx) => indexDocuments(tx, documents)),
    remove: (refs) => removeDocuments(db, refs),
    indexIn: indexDocuments,
    removeIn: removeDocuments,
    async clear() {
      await db.$executeRaw`TRUNCATE search_document, search_word`;
    },
    search,
    async similarQuestions(text, options) {
      const terms = questionTerms(text);
      if (terms.length === 0) return [];
      const near = await nearWords(db, terms);
      const rows = await db.$queryRaw<{ id: string }[]>(similarSql(terms, near, options));
      return rows.map((row) => row.id);
    },
    async forgetUnusedWords() {
      await db.$executeRaw`
        DELETE FROM search_word WHERE word NOT IN (
          SELECT word FROM ts_stat('SELECT words FROM search_document', 'ac'))`;
    },
  };
  return engine;
}

type Row = { kind: SearchKind; id: string; score: string };

async function page(
  db: Database,
  sql: Prisma.Sql,
  options: SearchOptions,
  near: boolean,
): Promise<SearchPage> {
  const rows = await db.$queryRaw<Row[]>(sql);
  const shown = rows.slice(0, options.limit);
  const last = rows.length > options.limit ? shown.at(-1) : undefined;
  const hits: SearchHit[] = shown.map((row) => ({ kind: row.kind, id: row.id, near }));
  return { hits, next: last ? `${near ? 'n' : 'e'}_${last.score}_${last.id}` : null };
}

function readCursor(text: string | null | undefined): PostgresCursor | null {
  const match = /^([en])_(-?\d{1,4}\.\d{5})_([0-9a-f-]{36})$/.exec(text ?? '');
  if (!match) return null;
  return { near: match[1] === 'n', score: match[2] as string, id: match[3] as string };
}

async function nearWords(db: Database, terms: Term[]): Promise<string[][]> {
  const forms = terms.flatMap((term) => term.forms).filter((form) => mistakesAllowed(form) > 0);
  if (forms.length === 0) return terms.map(() => []);
  const rows = await db.$queryRaw<{ form: string; word: string }[]>(nearWordsSql(forms));
  const near = rows.filter((row) => isNear(row.form, row.word));
  return terms.map((term) => near.filter((row) => term.forms.includes(row.form)).map((row) => row.word));
}

async function indexDocuments(tx: Tx | Database, documents: SearchDocument[]): Promise<void> {
  for (let from = 0; from < documents.length; from += BATCH) {
    await indexBatch(tx, documents.slice(from, from + BATCH));
  }
}

async function indexBatch(tx: Tx | Database, documents: SearchDocument[]): Promise<void> {
  const rows = documents.map(toRow);
  await tx.$executeRaw`
    INSERT INTO search_document (kind, subject_id, audience_id, open, title, title_folded, body, body_folded,
      thread_kind, author_id, unit_id, site_id, project_id, at, words)
    SELECT d.kind, d.id, d.audience_id, d.open, d.title, d.title_folded, d.body, d.body_folded,
      d.thread_kind, d.author_id, d.unit_id, d.site_id, d.project_id, d.at,
      setweight(to_tsvector('simple', d.title_folded), 'A') || setweight(to_tsvector('simple', d.body_folded), 'C')
      || setweight(to_tsvector('german', d.spoken) || to_tsvector('english', d.spoken), 'D')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(kind search_kind, id uuid, audience_id uuid,
      open boolean, title text, title_folded text, body text, body_folded text, thread_kind entry_kind, author_id uuid, unit_id uuid,
      site_id uuid, project_id uuid, at timestamptz, spoken text)
    ORDER BY d.kind, d.id
    ON CONFLICT (kind, subject_id) DO UPDATE SET audience_id = EXCLUDED.audience_id, open = EXCLUDED.open,
      title = EXCLUDED.title, title_folded = EXCLUDED.title_folded, body = EXCLUDED.body,
      body_folded = EXCLUDED.body_folded, thread_kind = EXCLUDED.thread_kind, author_id = EXCLUDED.author_id, unit_id = EXCLUDED.unit_id,
      site_id = EXCLUDED.site_id, project_id = EXCLUDED.project_id, at = EXCLUDED.at, words = EXCLUDED.words`;
  const words = new Set(rows.flatMap((row) => `${row.title_folded} ${row.body_folded}`.split(' ')));
  const known = [...words].filter((word) => /^\p{L}{4,30}$/u.test(word)).sort();
  if (known.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO search_word (word) SELECT unnest(${known}::text[]) ON CONFLICT DO NOTHING`;
}

function toRow(document: SearchDocument) {
  const title = withoutNul(document.title);
  const body = withoutNul(document.body);
  const plain = body.replace(/@\[person:[0-9a-f-]{36}\]/g, ' ');
  return {
    kind: document.kind,
    id: document.id,
    audience_id: document.audienceId,
    open: document.open,
    title,
    title_folded: foldedWords(title),
    body,
    body_folded: foldedWords(plain),
    thread_kind: document.threadKind,
    author_id: document.authorId,
    unit_id: document.unitId,
    site_id: document.siteId,
    project_id: document.projectId,
    at: document.at?.toISOString() ?? null,
    // What stems are taken from: lower case here, because a database in the C locale leaves umlauts alone.
    spoken: `${title} ${plain}`.toLowerCase(),
  };
}

async function removeDocuments(tx: Tx | Database, refs: SearchRef[]): Promise<void> {
  for (let from = 0; from < refs.length; from += 500) {
    const part = refs.slice(from, from + 500);
    await tx.$executeRaw`
      DELETE FROM search_document WHERE (kind, subject_id) IN (
        SELECT * FROM unnest(${part.map((ref) => ref.kind)}::search_kind[], ${part.map((ref) => ref.id)}::uuid[]))`;
  }
}

// PostgreSQL stores no NUL, and jsonb refuses it.
function withoutNul(text: string): string {
  return text.replaceAll('\0', '').slice(0, 100_000);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
