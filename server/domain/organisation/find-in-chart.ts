import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { fold } from '#server/platform/text/fold.ts';
import { cardsOf } from './cards.queries.ts';
import type { ChartHit } from './chart.view.ts';
import { dayOrToday, isoDay } from './day.ts';
import { inForce } from './in-force.ts';
import { readChartHead } from './organisation.policy.ts';
import { written } from './written-on.ts';

const HITS = 8;

/**
 * Finds positions of a chart by the name of who sits there or by their title: every word must occur,
 * names that begin with the first word come first. Withheld names are not found.
 */
export async function findInChart(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  question: { chart: string; text: string; on?: string | null },
): Promise<ChartHit[]> {
  const day = dayOrToday(parts, question.on, 'on');
  const head = await readChartHead(parts.db, actor, question.chart);
  const words = fold(question.text.slice(0, 100)).split(' ').filter(Boolean).slice(0, 5);
  if (words.length === 0) return [];
  // The first letters of a name meet half a company: those that come first anyway are found without looking at all.
  const begun = await hits(parts, head.id, words, day, namesBegun(words, day), [0]);
  const ids =
    begun.length === HITS ? begun : await hits(parts, head.id, words, day, candidates(head.id, words, day));
  const order = new Map(ids.map((id, n) => [id, n]));
  const cards = await cardsOf(parts, ids, day);
  return cards
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map(({ id, title, unit, holders }) => ({ positionId: id, title, unit, holders }));
}

/** Of some seats those in which every word occurs: 0 where a name begins with the first one, 1 where the title does, else 2. */
async function hits(
  { db }: Pick<Parts, 'db'>,
  chartId: string,
  words: readonly string[],
  day: Date,
  among: Prisma.Sql,
  places = [0, 1, 2],
): Promise<string[]> {
  const seat = written('p', day);
  const text = Prisma.sql`(COALESCE(person.sort_name, '') || ' ' || ${seat.searchTitle})`;
  const all = words.map((word) => Prisma.sql`${text} LIKE ${part(word)}`);
  const first = beginning(words);
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH candidate AS MATERIALIZED (${among})
    SELECT id FROM (
      SELECT DISTINCT ON (p.id) p.id::text AS id, ${seat.searchTitle} AS title,
        CASE WHEN person.sort_name ~ ${first} THEN 0 WHEN ${seat.searchTitle} ~ ${first} THEN 1 ELSE 2 END AS place,
        person.sort_name
      FROM candidate JOIN position p ON p.id = candidate.id ${seat.joins}
      LEFT JOIN assignment a ON a.position_id = p.id AND ${inForce('a', day)}
      LEFT JOIN person ON person.id = a.person_id AND ${NAMED}
      WHERE p.chart_id = ${chartId}::uuid AND ${inForce('p', day)} AND ${Prisma.join(all, ' AND ')}
      ORDER BY p.id, place
    ) hit WHERE place = ANY(${places}::int[])
    ORDER BY place, sort_name NULLS LAST, title, id LIMIT ${HITS}`;
  return rows.map((row) => row.id);
}

const NAMED = Prisma.sql`NOT person.name_withheld AND person.erased_at IS NULL`;
const part = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** A pattern for what begins with the first word, or has a word that does. */
const beginning = (words: readonly string[]) => `(^| )${(words[0] ?? '').replace(/[^a-z0-9]/g, '.')}`;

/** SQL: the seats of those whose name begins with the first word, by index. */
function namesBegun(words: readonly string[], day: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT a.position_id AS id FROM person JOIN assignment a ON a.person_id = person.id AND ${inForce('a', day)}
    WHERE person.sort_name ~ ${beginning(words)} AND ${NAMED}`;
}

/**
 * SQL: the seats of a chart in whose title all words occur, or in the name of somebody on them one does, by index (what lacks
 * another word falls out afterwards); and those on which something else stood or will stand on that day.
 */
export function candidates(chartId: string, words: readonly string[], day: Date): Prisma.Sql {
  const on = Prisma.sql`${isoDay(day)}::date`;
  const inTitle = words.map((word) => Prisma.sql`p.search_title LIKE ${part(word)}`);
  const inName = words.map((word) => Prisma.sql`person.sort_name LIKE ${part(word)}`);
  return Prisma.sql`
    SELECT p.id FROM position p WHERE p.chart_id = ${chartId}::uuid AND ${Prisma.join(inTitle, ' AND ')}
    UNION
    SELECT a.position_id FROM person JOIN assignment a ON a.person_id = person.id AND ${inForce('a', day)}
    WHERE (${Prisma.join(inName, ' OR ')}) AND ${NAMED}
    UNION
    SELECT past.position_id FROM position_past past WHERE ${inForce('past', day)}
    UNION
    SELECT e.position_id FROM chart_edit e
    WHERE e.chart_id = ${chartId}::uuid AND e.pending IS NOT NULL AND e.undone_at IS NULL AND e.takes_effect_on <= ${on}`;
}
