import { Prisma } from '#server/platform/database/schema.ts';
import { swaps } from './near-words.ts';
import type { SearchFilter, SearchOptions } from './search-engine.ts';
import type { Term } from './terms.ts';

export type PostgresCursor = { near: boolean; score: string; id: string };

// Literals in the statements: PostgreSQL plans each once, for any words, and must know how much of a table it will read.
/** Matches that are ranked, of those with a title and of those without; of more, the newest. */
const RANKED = Prisma.raw('1000');
/** Words that so many of the newest texts hold are usual: with a million texts that is where both ways cost the same. */
const USUAL = Prisma.raw('7');
const TRIED = Prisma.raw('500');
/** For usual words, texts are tried from the newest on; so many hold those that are ranked. */
const WALKED = Prisma.raw('80000');

/** German or English words too common to be asked for, when others are. */
export const STOP_WORDS = new Set(
  (
    'der die das den dem des ein eine einer eines einem einen und oder in im am an auf aus bei mit nach von vom ' +
    'zu zum zur für fuer ist sind war wird wie was wer wo ' +
    'the a an and or in on at of to for with from is are was be how what who where'
  ).split(' '),
);

/** The words that must match: all but the very common, unless there are no others. */
export function wordsThatCount(terms: Term[]): Term[] {
  const rest = terms.filter((term) => !STOP_WORDS.has(term.raw));
  return rest.length > 0 ? rest : terms;
}

/** A single letter begins half of all words: it is looked for in names alone. */
function inTitlesOnly(term: Term): boolean {
  return (term.forms[0]?.length ?? 0) < 2;
}

const lexeme = (form: string, weight: string) => `'${form}':*${weight}`;

/** One word as a tsquery: its beginning in any spelling, its stem, words near it. Forms hold letters and digits only. */
function wordQuery(term: Term, near: readonly string[], titlesOnly: boolean): Prisma.Sql {
  const weight = titlesOnly || inTitlesOnly(term) ? 'A' : '';
  const simple = [
    ...term.forms.map((form) => lexeme(form, weight)),
    ...near.map((word) => `'${word}'${weight && ':A'}`),
  ];
  const prefixes = Prisma.sql`to_tsquery('simple', ${simple.join(' | ')})`;
  if (weight) return prefixes;
  return Prisma.sql`(${prefixes} || plainto_tsquery('german', ${term.raw}) || plainto_tsquery('english', ${term.raw}))`;
}

function allOf(queries: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(queries, ' && ')})`;
}

function visible(options: Pick<SearchOptions, 'reader'>): Prisma.Sql {
  const { insider, audienceIds } = options.reader;
  // An external may know some persons and reads what hangs for all: candidates here, decided by policy when hits become
  // results.
  return Prisma.sql`((d.open AND (${insider} OR d.kind IN ('person', 'notice'))) OR d.audience_id = ANY(${audienceIds}::uuid[]))`;
}

/** Of a person, a project or a notice most of this is null, and null is never what was asked for. */
function narrowed({ threadKind, unitIds, projectId, authorId, since, before }: SearchFilter): Prisma.Sql {
  const conditions = [
    ...(threadKind ? [Prisma.sql`AND d.thread_kind = ${threadKind}::entry_kind`] : []),
    ...(unitIds ? [Prisma.sql`AND d.unit_id = ANY(${[...unitIds]}::uuid[])`] : []),
    ...(projectId ? [Prisma.sql`AND d.project_id = ${projectId}::uuid`] : []),
    ...(authorId ? [Prisma.sql`AND d.author_id = ${authorId}::uuid`] : []),
    ...(since ? [Prisma.sql`AND d.at >= ${since}`] : []),
    ...(before ? [Prisma.sql`AND d.at < ${before}`] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, ' ') : Prisma.empty;
}

/**
 * The statement of one page. With `near` (words near each term, by position) it finds what the exact
 * statement does not: mistyped words, and parts of titles.
 *
 * What has a title (people, projects, notices, statuses) is looked up in an index of its own: it is little beside what is
 * written. Of texts without one, usual words are looked for among the newest, all others in the index of their words.
 */
export function pageSql(
  typed: string,
  terms: Term[],
  options: SearchOptions,
  cursor: PostgresCursor | null,
  near?: string[][],
): Prisma.Sql {
  const titlesOnly = options.titlesOnly ?? false;
  const exact = allOf(terms.map((term) => wordQuery(term, [], titlesOnly)));
  const titles = allOf(terms.map((term, index) => wordQuery(term, near?.[index] ?? [], true)));
  const each = terms.map((term, index) =>
    near
      ? Prisma.sql`, ${wordQuery(term, near[index] ?? [], titlesOnly)} AS ${Prisma.raw(nearColumn(index))}`
      : Prisma.empty,
  );
  const kinds = options.kinds
    ? Prisma.sql`AND d.kind = ANY(${[...options.kinds]}::search_kind[])`
    : Prisma.empty;
  const beyond = cursor
    ? Prisma.sql`WHERE (score, subject_id) < (${cursor.score}::numeric, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rest = Prisma.sql`AND ${visible(options)} ${kinds} ${narrowed(options.filter ?? {})}`;
  const texts = mayMatchTexts(terms, options)
    ? textsSql(Prisma.sql`${matches(terms, near, false)} ${rest}`)
    : null;
  return Prisma.sql`
    WITH asked AS MATERIALIZED (
      SELECT ${exact} AS exact, ${titles} AS titles ${Prisma.join(each, ' ')}
    ), titled AS (
      SELECT ${COLUMNS} FROM search_document d
      WHERE d.title_folded <> '' AND ${matches(terms, near, true)} ${rest}
      ORDER BY d.at DESC NULLS FIRST LIMIT ${RANKED}
    )${texts ? Prisma.sql`, ${texts}` : Prisma.empty}, scored AS (
      SELECT kind, subject_id, round((
        ts_rank('{0.1, 0.2, 0.4, 1}', words, ${asked(near ? 'titles' : 'exact')})
        + CASE WHEN words @@ ${asked('titles')} THEN CASE kind WHEN 'person' THEN 3 WHEN 'project' THEN 2 ELSE 1 END ELSE 0 END
        + CASE WHEN title_folded LIKE ${`${typed}%`} THEN 0.5 ELSE 0 END
        + COALESCE(LEAST(GREATEST((extract(epoch FROM at) - 1.7e9) / 3.2e8, -0.5), 1), 0))::numeric, 5) AS score
      FROM (TABLE titled ${texts ? Prisma.sql`UNION ALL TABLE texts` : Prisma.empty}) found
    )
    SELECT kind::text, subject_id::text AS id, score::text FROM scored ${beyond}
    ORDER BY score DESC, subject_id DESC LIMIT ${options.limit + 1}`;
}

const COLUMNS = Prisma.sql`d.kind, d.subject_id, d.at, d.words, d.title_folded`;
const NEWEST_TEXTS = Prisma.sql`SELECT * FROM search_document d WHERE d.title_folded = '' ORDER BY d.at DESC NULLS FIRST`;

/** Texts without a title that match, at most so many as are ranked. Each way is only gone where it is needed. */
function textsSql(matching: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`usual AS MATERIALIZED (
      SELECT count(*) >= ${USUAL} AS yes FROM (${NEWEST_TEXTS} LIMIT ${TRIED}) d WHERE ${matching}
    ), newest AS MATERIALIZED (
      SELECT ${COLUMNS} FROM (${NEWEST_TEXTS} LIMIT ${WALKED}) d WHERE (SELECT yes FROM usual) AND ${matching} LIMIT ${RANKED}
    ), enough AS MATERIALIZED (
      SELECT count(*) = ${RANKED} AS yes FROM newest
    ), texts AS (
      SELECT * FROM newest WHERE (SELECT yes FROM enough)
      UNION ALL (
        SELECT ${COLUMNS} FROM search_document d WHERE d.title_folded = '' AND NOT (SELECT yes FROM enough) AND ${matching}
        ORDER BY d.at DESC NULLS FIRST LIMIT ${RANKED})
    )`;
}

/** False where only what has a title can match: a single letter is looked for in names alone. */
function mayMatchTexts(terms: Term[], { kinds, titlesOnly }: SearchOptions): boolean {
  return !titlesOnly && !terms.some(inTitlesOnly) && (!kinds || kinds.includes('post'));
}

/** One of the questions, made once for a statement; within a condition it would be made for each row. */
function asked(column: string): Prisma.Sql {
  return Prisma.sql`(SELECT ${Prisma.raw(column)} FROM asked)`;
}

const nearColumn = (index: number) => `near_${index}`;

function matches(terms: Term[], near: string[][] | undefined, titled: boolean): Prisma.Sql {
  if (!near) return Prisma.sql`d.words @@ ${asked('exact')}`;
  const each = terms.map((term, index) => {
    const words = Prisma.sql`d.words @@ ${asked(nearColumn(index))}`;
    const form = term.forms[0] ?? '';
    // Parts of compound names: "logistik" in "Lagerlogistik".
    return !titled || form.length < 4 ? words : Prisma.sql`(${words} OR d.title_folded LIKE ${`%${form}%`})`;
  });
  return Prisma.sql`${Prisma.join(each, ' AND ')} AND NOT d.words @@ ${asked('exact')}`;
}

/**
 * Answered questions that share words with one that somebody is writing, those that share most first. `near` as above. With
 * many words some must be shared, with one or two all: a single common word makes no question like another.
 */
export function similarSql(
  terms: Term[],
  near: string[][],
  options: Pick<SearchOptions, 'reader' | 'limit'>,
): Prisma.Sql {
  const words = terms.map((term, index) => wordQuery(term, near[index] ?? [], false));
  const any = Prisma.sql`(${Prisma.join(words, ' || ')})`;
  const shared = Prisma.join(
    words.map((word) => Prisma.sql`(d.words @@ ${word})::int`),
    ' + ',
  );
  const enough = Math.min(terms.length, Math.max(2, Math.ceil(terms.length * 0.25)));
  // The kind is a literal: the index of similar questions holds no other.
  return Prisma.sql`
    SELECT subject_id::text AS id FROM (
      SELECT d.subject_id, d.at, ${shared} AS shared, ts_rank('{0.1, 0.2, 0.4, 1}', d.words, ${any}) AS score
      FROM search_document d WHERE d.kind = 'question' AND d.words @@ ${any} AND ${visible(options)}) found
    WHERE shared >= ${enough}
    ORDER BY shared DESC, score DESC, at DESC, subject_id LIMIT ${options.limit}`;
}

/** For each word of the vocabulary that resembles one of the typed words: which. */
export function nearWordsSql(forms: string[]): Prisma.Sql {
  const swapped = forms.flatMap((form) => swaps(form).map((word) => ({ form, word })));
  return Prisma.sql`
    SELECT typed.form, candidate.word FROM unnest(${forms}::text[]) typed(form) CROSS JOIN LATERAL (
      SELECT word FROM search_word WHERE word % typed.form ORDER BY similarity(word, typed.form) DESC LIMIT 40) candidate
    UNION SELECT swapped.form, word FROM search_word JOIN unnest(${swapped.map(({ form }) => form)}::text[],
      ${swapped.map(({ word }) => word)}::text[]) swapped(form, word) USING (word)`;
}
