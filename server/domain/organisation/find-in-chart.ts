import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { fold } from '#server/platform/text/fold.ts';
import { cardsOf } from './cards.queries.ts';
import type { ChartHit } from './chart.view.ts';
import { dayOrToday } from './day.ts';
import { inForce } from './in-force.ts';
import { readChartHead } from './organisation.policy.ts';

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
  const like = (word: string) => word.replace(/[\\%_]/g, '\\$&');
  const text = Prisma.sql`(COALESCE(person.sort_name, '') || ' ' || p.search_title)`;
  const all = words.map((word) => Prisma.sql`${text} LIKE ${`%${like(word)}%`}`);
  const first = `(^| )${(words[0] ?? '').replace(/[^a-z0-9]/g, '.')}`;
  const rows = await parts.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (p.id) p.id::text AS id, p.search_title,
        CASE WHEN person.sort_name ~ ${first} THEN 0 WHEN p.search_title ~ ${first} THEN 1 ELSE 2 END AS place,
        person.sort_name
      FROM position p
      LEFT JOIN assignment a ON a.position_id = p.id AND ${inForce('a', day)}
      LEFT JOIN person ON person.id = a.person_id AND NOT person.name_withheld AND person.erased_at IS NULL
      WHERE p.chart_id = ${head.id}::uuid AND ${inForce('p', day)} AND ${Prisma.join(all, ' AND ')}
      ORDER BY p.id, place
    ) hit ORDER BY place, sort_name NULLS LAST, search_title, id LIMIT ${HITS}`;
  const order = new Map(rows.map((row, n) => [row.id, n]));
  const cards = await cardsOf(parts, [...order.keys()], day);
  return cards
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map(({ id, title, unit, holders }) => ({ positionId: id, title, unit, holders }));
}
