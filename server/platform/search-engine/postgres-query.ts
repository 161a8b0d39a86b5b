import { Prisma } from '#server/platform/database/schema.ts';
import type { SearchOptions } from './search-engine.ts';
import type { Term } from './terms.ts';

export type PostgresCursor = { near: boolean; score: string; id: string };

/** Matches that are ranked; of more, the newest. */
const RANKED = 1_000;

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

const lexeme = (form: string, weight: string) => `'${form}':*${weight}`;

/** One word as a tsquery: its beginning in any spelling, its stem, words near it. Forms hold letters and digits only. */
function wordQuery(term: Term, near: readonly string[], titlesOnly: boolean): Prisma.Sql {
  // A single letter begins half of all words: it is looked for in names alone.
  const weight = titlesOnly || (term.forms[0]?.length ?? 0) < 2 ? 'A' : '';
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

/**
 * The statement of one page. With `near` (words near each term, by position) it finds what the exact
 * statement does not: mistyped words, and parts of titles.
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
  const matches = near
    ? Prisma.sql`${nearMatch(terms, near, titlesOnly)} AND NOT d.words @@ ${exact}`
    : Prisma.sql`d.words @@ ${exact}`;
  const kinds = options.kinds
    ? Prisma.sql`AND d.kind = ANY(${[...options.kinds]}::search_kind[])`
    : Prisma.empty;
  const beyond = cursor
    ? Prisma.sql`WHERE (score, subject_id) < (${cursor.score}::numeric, ${cursor.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    WITH found AS (
      SELECT d.kind, d.subject_id, d.at, d.words, d.title_folded FROM search_document d
      WHERE ${matches} AND ${visible(options)} ${kinds}
      ORDER BY d.at DESC NULLS FIRST LIMIT ${RANKED}
    ), scored AS (
      SELECT kind, subject_id, round((
        ts_rank('{0.1, 0.2, 0.4, 1}', words, ${near ? titles : exact})
        + CASE WHEN words @@ ${titles} THEN CASE kind WHEN 'person' THEN 3 WHEN 'project' THEN 2 ELSE 1 END ELSE 0 END
        + CASE WHEN title_folded LIKE ${`${typed}%`} THEN 0.5 ELSE 0 END
        + COALESCE(LEAST(GREATEST((extract(epoch FROM at) - 1.7e9) / 3.2e8, -0.5), 1), 0))::numeric, 5) AS score
      FROM found
    )
    SELECT kind::text, subject_id::text AS id, score::text FROM scored ${beyond}
    ORDER BY score DESC, subject_id DESC LIMIT ${options.limit + 1}`;
}

function nearMatch(terms: Term[], near: string[][], titlesOnly: boolean): Prisma.Sql {
  const each = terms.map((term, index) => {
    const words = Prisma.sql`d.words @@ ${wordQuery(term, near[index] ?? [], titlesOnly)}`;
    const form = term.forms[0] ?? '';
    // Parts of compound names: "logistik" in "Lagerlogistik".
    return form.length < 4 ? words : Prisma.sql`(${words} OR d.title_folded LIKE ${`%${form}%`})`;
  });
  return Prisma.join(each, ' AND ');
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
  return Prisma.sql`
    SELECT typed.form, candidate.word FROM unnest(${forms}::text[]) typed(form) CROSS JOIN LATERAL (
      SELECT word FROM search_word WHERE word % typed.form ORDER BY similarity(word, typed.form) DESC LIMIT 40) candidate`;
}
