import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { plainText } from '#server/domain/conversation/plain-text.ts';
import { agreedByBoth } from '#server/domain/pinboard/shared-answer.policy.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { SearchDocument, SearchKind, ThreadKind } from '#server/platform/search-engine/search-engine.ts';

const NOTHING = { threadKind: null, authorId: null, unitId: null, siteId: null, projectId: null, at: null };

type Loader = (db: Database | Tx, ids: readonly string[], day: string) => Promise<SearchDocument[]>;

/** How the documents of each kind are made. What must not be found (any more) is missing from the answer. */
export const documentsOf: Record<SearchKind, Loader> = {
  person: personDocuments,
  post: entryDocuments,
  project: projectDocuments,
  notice: noticeDocuments,
  question: questionDocuments,
};

type PersonRow = {
  id: string;
  name: string;
  site_id: string | null;
  unit_id: string | null;
  words: string;
};

/** Colleagues as the directory lists them, with seats, units, site, and the fields that all may see. */
async function personDocuments(
  db: Database | Tx,
  ids: readonly string[],
  day: string,
): Promise<SearchDocument[]> {
  const rows = await db.$queryRaw<PersonRow[]>(Prisma.sql`
    SELECT p.id::text, p.display_name AS name, p.site_id::text, seat.unit_id::text,
      concat_ws(' · ', seat.titles, seat.units, s.name, fields.words) AS words
    FROM person p
    LEFT JOIN site s ON s.id = p.site_id
    LEFT JOIN LATERAL (
      SELECT string_agg(DISTINCT po.title, ' · ') AS titles, string_agg(DISTINCT u.name, ' · ') AS units,
        (array_agg(po.unit_id ORDER BY a.main DESC, a.share DESC))[1] AS unit_id
      FROM assignment a JOIN position po ON po.id = a.position_id
      JOIN chart c ON c.id = po.chart_id AND c.kind = 'company'
      LEFT JOIN org_unit u ON u.id = po.unit_id
      WHERE a.person_id = p.id AND a.valid_from <= ${day}::date AND (a.valid_to IS NULL OR a.valid_to > ${day}::date)
    ) seat ON true
    LEFT JOIN LATERAL (
      SELECT string_agg(array_to_string(f.values, ' · '), ' · ') AS words FROM profile_field f
      LEFT JOIN company_field c ON f.key = 'custom.' || c.slug
      WHERE f.person_id = p.id AND f.visibility = 'everyone'
        AND (f.key NOT LIKE 'custom.%' OR (c.retired_at IS NULL AND c.widest = 'everyone'))
    ) fields ON true
    WHERE p.id = ANY(${[...ids]}::uuid[]) AND p.erased_at IS NULL AND NOT p.name_withheld
      AND (p.ends_on IS NULL OR p.ends_on > ${day}::date)`);
  return rows.map((row) => ({
    ...NOTHING,
    kind: 'person',
    id: row.id,
    title: row.name,
    body: row.words,
    audienceId: EVERYONE_AUDIENCE_ID,
    open: true,
    unitId: row.unit_id,
    siteId: row.site_id,
  }));
}

type EntryRow = {
  id: string;
  audience_id: string;
  open: boolean;
  author_id: string;
  published_at: Date;
  thread_kind: ThreadKind;
  project_id: string | null;
  unit_id: string | null;
  sources: string[];
  project: string | null;
  particulars: string | null;
};

/**
 * Everything written that stands published, in all its languages; what was asked and answered on a board, see below. It
 * belongs to the project or the unit it was written for; a status, to the unit of its project; a pin for all, to the unit of
 * whose board it stands on.
 */
async function entryDocuments(db: Database | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db.$queryRaw<EntryRow[]>(Prisma.sql`
    SELECT e.id::text, e.audience_id::text, au.open, e.author_id::text, e.published_at, COALESCE(t.kind, e.kind)::text AS thread_kind,
      pr.id::text AS project_id, COALESCE(pr.unit_id, u.id)::text AS unit_id,
      ${sourcesOf('e')} AS sources,
      CASE WHEN st.entry_id IS NOT NULL THEN pr.name END AS project,
      concat_ws(' · ', st.slip_reason, st.blockers, st.help_wanted,
        (SELECT string_agg(concat_ws(' · ', w.slip_reason, w.blockers, w.help_wanted), ' · ')
          FROM status_translation w WHERE w.entry_id = st.entry_id)) AS particulars
    FROM entry e JOIN audience au ON au.id = e.audience_id
    LEFT JOIN entry t ON t.id = e.thread_id
    LEFT JOIN status_update st ON st.entry_id = e.id LEFT JOIN project pr ON pr.audience_id = e.audience_id
    LEFT JOIN org_unit u ON u.audience_id = e.audience_id OR u.board_audience_id = e.audience_id
    WHERE e.id = ANY(${[...ids]}::uuid[]) AND e.state = 'published' AND e.published_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM question q JOIN pin p ON p.entry_id = q.entry_id
        WHERE q.state = 'answered' AND (q.entry_id = e.id OR q.answer_id = e.id))`);
  return rows.map((row) => ({
    ...NOTHING,
    kind: 'post',
    id: row.id,
    // A status goes by the name of its project, which stands above it wherever it is shown.
    title: row.project ?? '',
    body: [...(row.sources ?? []).map(plainText), row.particulars ?? ''].filter(Boolean).join(' · '),
    audienceId: row.audience_id,
    open: row.open,
    threadKind: row.thread_kind,
    authorId: row.author_id,
    unitId: row.unit_id,
    projectId: row.project_id,
    at: row.published_at,
  }));
}

type ProjectRow = {
  id: string;
  name: string;
  words: string;
  audience_id: string;
  open: boolean;
  unit_id: string | null;
};

async function projectDocuments(db: Database | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db.$queryRaw<ProjectRow[]>(Prisma.sql`
    SELECT p.id::text, p.name, concat_ws(E'\n', p.description_en, p.description_de, u.name) AS words,
      p.audience_id::text, au.open, p.unit_id::text
    FROM project p JOIN audience au ON au.id = p.audience_id LEFT JOIN org_unit u ON u.id = p.unit_id
    WHERE p.id = ANY(${[...ids]}::uuid[])`);
  return rows.map((row) => ({
    ...NOTHING,
    kind: 'project',
    id: row.id,
    title: row.name,
    body: row.words,
    audienceId: row.audience_id,
    open: row.open,
    unitId: row.unit_id,
    projectId: row.id,
  }));
}

type NoticeRow = {
  id: string;
  titles: string[];
  sources: string[];
  site_id: string | null;
  valid_from: Date;
};

/** Statutory notices, also those to come and those of the past, in both languages. */
async function noticeDocuments(db: Database | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db.$queryRaw<NoticeRow[]>(Prisma.sql`
    SELECT n.id::text, array_remove(ARRAY[n.title_de, n.title_en], NULL) AS titles,
      array_remove(ARRAY[n.source_de, n.source_en], NULL) AS sources, n.site_id::text, n.valid_from
    FROM statutory_notice n WHERE n.id = ANY(${[...ids]}::uuid[])`);
  return rows.map((row) => ({
    ...NOTHING,
    kind: 'notice',
    id: row.id,
    title: row.titles.join(' · '),
    body: row.sources.map(plainText).join(' · '),
    audienceId: EVERYONE_AUDIENCE_ID,
    open: true,
    siteId: row.site_id,
    at: row.valid_from,
  }));
}

type QuestionRow = {
  id: string;
  audience_id: string;
  open: boolean;
  author_id: string;
  at: Date;
  asked: string[];
  answered: string[];
};

/** What was asked and answered on a board, as one: for all where both agreed, otherwise for those who read it there. */
async function questionDocuments(db: Database | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db.$queryRaw<QuestionRow[]>(Prisma.sql`
    SELECT q.entry_id::text AS id, e.author_id::text, a.published_at AS at, au.open OR shared.by_both AS open,
      CASE WHEN shared.by_both THEN ${EVERYONE_AUDIENCE_ID} ELSE e.audience_id::text END AS audience_id,
      ${sourcesOf('e')} AS asked, ${sourcesOf('a')} AS answered
    FROM question q JOIN pin p ON p.entry_id = q.entry_id
    JOIN entry e ON e.id = q.entry_id JOIN entry a ON a.id = q.answer_id JOIN audience au ON au.id = e.audience_id
    CROSS JOIN LATERAL (SELECT q.shared_at IS NOT NULL AND ${agreedByBoth} AS by_both) shared
    WHERE q.entry_id = ANY(${[...ids]}::uuid[]) AND q.state = 'answered' AND e.state = 'published' AND a.state = 'published'`);
  return rows.map((row) => ({
    ...NOTHING,
    kind: 'question',
    id: row.id,
    title: row.asked.map(plainText).join(' · '),
    body: row.answered.map(plainText).join(' · '),
    audienceId: row.audience_id,
    open: row.open,
    authorId: row.author_id,
    at: row.at,
  }));
}

/** SQL: the texts of an entry in all its languages, the original first. */
function sourcesOf(alias: string): Prisma.Sql {
  const e = Prisma.raw(alias);
  return Prisma.sql`(SELECT array_agg(b.source ORDER BY b.language = ${e}.language DESC) FROM entry_body b
    WHERE b.entry_id = ${e}.id AND b.revision = ${e}.revision)`;
}

/** Where the things of a kind are kept, and by which column. */
const KEYS: Record<SearchKind, [table: string, column: string]> = {
  person: ['person', 'person.id'],
  post: ['entry', 'entry.id'],
  project: ['project', 'project.id'],
  notice: ['statutory_notice', 'statutory_notice.id'],
  question: ['question', 'question.entry_id'],
};

/** The next `limit` ids of a kind after `after`, in the order of ids: a walk over everything there is. */
export async function idsOf(
  db: Database,
  kind: SearchKind,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const [table, column] = KEYS[kind];
  const id = Prisma.raw(column);
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT ${id}::text AS id FROM ${Prisma.raw(table)}
    WHERE ${after ? Prisma.sql`${id} > ${after}::uuid` : Prisma.sql`TRUE`} ORDER BY ${id} LIMIT ${limit}`);
  return rows.map((row) => row.id);
}
