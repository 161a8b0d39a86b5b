import { readable } from '#server/domain/audience/audience.policy.ts';
import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import { mentionsIn, plainText, withNames } from '#server/domain/conversation/plain-text.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson, personRefs } from '#server/domain/identity/person-ref.ts';
import { knownTo } from '#server/domain/people/people.policy.ts';
import { seatsOf } from '#server/domain/people/seat.queries.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type EntryKind, type Health, type Lifecycle, Prisma } from '#server/platform/database/schema.ts';
import type { SearchHit } from '#server/platform/search-engine/search-engine.ts';
import { noticeResults } from './notice-results.queries.ts';
import { questionResults } from './question-results.queries.ts';
import type { PersonResult, PostResult, ProjectResult, SearchResult } from './search.view.ts';
import { mark, type Segment, snippet } from './snippet.ts';

/**
 * Turns hits into results, in their order. Each is read anew through the policies of its room: a hit that
 * the actor may not open (any more) falls out here, whatever an index says.
 */
export async function toResults(
  db: Database,
  actor: Actor,
  hits: readonly SearchHit[],
  query: string,
  today: Date,
): Promise<SearchResult[]> {
  const ids = (kind: SearchHit['kind']) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const [people, posts, projects, notices, questions] = await Promise.all([
    personResults(db, actor, ids('person'), query, today),
    postResults(db, actor, ids('post'), query),
    projectResults(db, actor, ids('project'), query),
    noticeResults(db, actor, ids('notice'), query, today),
    questionResults(db, actor, ids('question'), query),
  ]);
  const byKind = { person: people, post: posts, project: projects, notice: notices, question: questions };
  return hits.flatMap((hit) => byKind[hit.kind].get(hit.id) ?? []);
}

async function personResults(
  db: Database,
  actor: Actor,
  ids: string[],
  query: string,
  today: Date,
): Promise<Map<string, PersonResult>> {
  if (ids.length === 0) return new Map();
  const day = today.toISOString().slice(0, 10);
  const rows = await db.$queryRaw<{ id: string; site: string | null; words: string | null }[]>(Prisma.sql`
    SELECT p.id::text, s.name AS site, d.body AS words FROM person p LEFT JOIN site s ON s.id = p.site_id
    LEFT JOIN search_document d ON d.kind = 'person' AND d.subject_id = p.id
    WHERE p.id = ANY(${ids}::uuid[]) AND p.erased_at IS NULL AND NOT p.name_withheld
      AND (p.ends_on IS NULL OR p.ends_on > ${day}::date) AND ${knownTo(actor, Prisma.sql`p.id`, day)}`);
  const known = rows.map((row) => row.id);
  const [refs, seats] = await Promise.all([personRefs(db, known, today), seatsOf(db, known, today)]);
  const results = rows.flatMap((row): PersonResult[] => {
    const person = refs.get(row.id);
    if (!person) return [];
    const seat = seats.get(row.id)?.[0];
    const title = seat?.title ?? null;
    const unit = seat?.unit?.name ?? null;
    const site = row.site ?? seat?.site?.name ?? null;
    const found = otherMatches(row.words, [title, unit, site], query);
    return [{ kind: 'person', person, name: mark(person.name, query), title, unit, site, found }];
  });
  return new Map(results.map((result) => [result.person.id, result]));
}

/** The parts of a person's document that hold what was searched for and are not shown anyway. */
function otherMatches(words: string | null, shown: (string | null)[], query: string): Segment[][] {
  return (words ?? '')
    .split(' · ')
    .filter((part) => !shown.includes(part))
    .map((part) => mark(part, query))
    .filter((segments) => segments.some((segment) => segment.hit))
    .slice(0, 3);
}

type PostRow = {
  id: string;
  kind: EntryKind;
  thread_id: string | null;
  published_at: Date;
  author: PersonRef;
  office: string | null;
  behalf_of: PersonRef | null;
  project: string | null;
  project_slug: string | null;
  owner: PersonRef | null;
  body: string;
  /** As written in the reader's language, where there is such a text. */
  source: string | null;
};

async function postResults(
  db: Database,
  actor: Actor,
  ids: string[],
  query: string,
): Promise<Map<string, PostResult>> {
  if (ids.length === 0) return new Map();
  const officeName = actor.language === 'de' ? Prisma.sql`o.name_de` : Prisma.sql`o.name_en`;
  const rows = await db.$queryRaw<PostRow[]>(Prisma.sql`
    SELECT e.id::text, e.kind::text, e.thread_id::text, e.published_at, ${personRefJson('a')} AS author,
      ${officeName} AS office, CASE WHEN bo.id IS NOT NULL THEN ${personRefJson('bo')} END AS behalf_of, pr.name AS project, pr.slug AS project_slug, d.body, own.source,
      CASE WHEN ow.id IS NULL THEN NULL ELSE ${personRefJson('ow')} END AS owner
    FROM entry e JOIN person a ON a.id = e.author_id
    JOIN search_document d ON d.kind = 'post' AND d.subject_id = e.id
    LEFT JOIN office o ON o.id = e.office_id LEFT JOIN person bo ON bo.id = e.behalf_of_id
    LEFT JOIN entry_body own ON own.entry_id = e.id AND own.revision = e.revision
      AND own.language = ${actor.language}::language
    LEFT JOIN status_update st ON st.entry_id = COALESCE(e.thread_id, e.id) LEFT JOIN project pr ON pr.id = st.project_id
    LEFT JOIN pin ON pin.entry_id = COALESCE(e.thread_id, e.id) LEFT JOIN person ow ON ow.id = pin.owner_id
    WHERE e.id = ANY(${ids}::uuid[]) AND e.state = 'published' AND ${entryReadable(actor, 'e')}
      AND (e.thread_id IS NULL OR EXISTS (
        SELECT 1 FROM entry t WHERE t.id = e.thread_id AND t.state = 'published' AND ${entryReadable(actor, 't')}))`);
  const names = await mentioned(db, rows);
  return new Map(
    rows.map((row): [string, PostResult] => [
      row.id,
      {
        kind: 'post',
        id: row.id,
        entryKind: row.kind,
        author: row.author,
        office: row.office,
        ...(row.behalf_of && { behalfOf: row.behalf_of }),
        at: row.published_at.toISOString(),
        to: addressOfEntry({
          id: row.id,
          threadId: row.thread_id,
          boardOf: row.owner?.handle ?? null,
          projectOf: row.project_slug,
        }),
        project: row.project,
        owner: row.owner,
        snippet: snippetOf(row, names, query),
      },
    ]),
  );
}

/** From the text in the reader's language; from all that was indexed where what was searched for stands elsewhere. */
function snippetOf(row: PostRow, names: ReadonlyMap<string, { name: string }>, query: string): Segment[] {
  const all = snippet(withNames(row.body, names), query);
  if (row.source === null) return all;
  const own = snippet(withNames(plainText(row.source), names), query);
  return own.some((segment) => segment.hit) || !all.some((segment) => segment.hit) ? own : all;
}

async function mentioned(db: Database, rows: PostRow[]): Promise<Map<string, { name: string }>> {
  const ids = [...new Set(rows.flatMap((row) => mentionsIn(row.body)))];
  if (ids.length === 0) return new Map();
  const people = await db.$queryRaw<{ person: PersonRef }[]>`
    SELECT ${personRefJson('p')} AS person FROM person p WHERE p.id = ANY(${ids}::uuid[])`;
  return new Map(people.map(({ person }) => [person.id, person]));
}

type ProjectRow = {
  id: string;
  slug: string;
  name: string;
  health: Health | null;
  lifecycle: Lifecycle;
  lead: PersonRef | null;
  description: string;
};

async function projectResults(
  db: Database,
  actor: Actor,
  ids: string[],
  query: string,
): Promise<Map<string, ProjectResult>> {
  if (ids.length === 0) return new Map();
  const description = actor.language === 'de' ? Prisma.sql`p.description_de` : Prisma.sql`p.description_en`;
  const other = actor.language === 'de' ? Prisma.sql`p.description_en` : Prisma.sql`p.description_de`;
  const rows = await db.$queryRaw<ProjectRow[]>(Prisma.sql`
    SELECT p.id::text, p.slug, p.name, p.health::text, p.lifecycle::text, lead.person AS lead,
      COALESCE(NULLIF(${description}, ''), ${other}) AS description
    FROM project p
    LEFT JOIN LATERAL (
      SELECT ${personRefJson('le')} AS person FROM responsibility r JOIN person le ON le.id = r.person_id
      WHERE r.scope = 'project' AND r.scope_id = p.id AND r.role = 'lead'
        AND r.valid_from <= CURRENT_DATE AND (r.valid_to IS NULL OR r.valid_to > CURRENT_DATE)
      ORDER BY r.valid_from, r.id LIMIT 1) lead ON true
    WHERE p.id = ANY(${ids}::uuid[]) AND ${readable(actor, Prisma.sql`p.audience_id`)}`);
  return new Map(
    rows.map((row): [string, ProjectResult] => [
      row.id,
      {
        kind: 'project',
        id: row.id,
        slug: row.slug,
        name: mark(row.name, query),
        health: row.health,
        lifecycle: row.lifecycle,
        lead: row.lead,
        snippet: snippet(row.description, query),
      },
    ]),
  );
}
