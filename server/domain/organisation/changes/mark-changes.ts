import type { Parts } from '#server/domain/parts.ts';
import type { CardMark, ChartCard } from '../chart.view.ts';
import { inForce } from '../in-force.ts';
import { writtenOn } from '../written-on.ts';
import type { Between } from './between.ts';

type Row = { id: string; joined: boolean; left: boolean; moved: boolean; added: boolean };

/**
 * Marks on cards what is different since an earlier day: a new seat, who came to it or went from it, another manager,
 * unit or location. The cards are those of the later day, all of one chart.
 */
export async function markChanges(
  { db }: Pick<Parts, 'db'>,
  cards: ChartCard[],
  { since, on }: Between,
): Promise<ChartCard[]> {
  if (cards.length === 0) return cards;
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id::text, NOT ${inForce('p', since)} AS added,
      EXISTS (SELECT 1 FROM assignment a WHERE a.position_id = p.id AND ${inForce('a', on)}
        AND NOT EXISTS (SELECT 1 FROM assignment b WHERE b.position_id = p.id AND b.person_id = a.person_id
          AND ${inForce('b', since)})) AS joined,
      EXISTS (SELECT 1 FROM assignment a WHERE a.position_id = p.id AND ${inForce('a', since)}
        AND NOT EXISTS (SELECT 1 FROM assignment b WHERE b.position_id = p.id AND b.person_id = a.person_id
          AND ${inForce('b', on)})) AS "left",
      (was.manager_id, old.unit_id, old.site_id) IS DISTINCT FROM (now.manager_id, new.unit_id, new.site_id) AS moved
    FROM position p
    LEFT JOIN reporting_line was ON was.position_id = p.id AND was.kind = 'primary' AND ${inForce('was', since)}
    LEFT JOIN reporting_line now ON now.position_id = p.id AND now.kind = 'primary' AND ${inForce('now', on)}
    CROSS JOIN LATERAL (${writtenOn(since)}) old CROSS JOIN LATERAL (${writtenOn(on)}) new
    WHERE p.id = ANY(${cards.map((card) => card.id)}::uuid[])`;
  const marks = new Map(rows.map((row) => [row.id, marksOf(row)]));
  return cards.map((card) => {
    const found = marks.get(card.id) ?? [];
    return found.length > 0 ? { ...card, marks: found } : card;
  });
}

/** A new seat is not also a moved one. */
function marksOf({ added, joined, left, moved }: Row): CardMark[] {
  return [
    ...(added ? (['added'] as const) : []),
    ...(joined ? (['joined'] as const) : []),
    ...(left ? (['left'] as const) : []),
    ...(moved && !added ? (['moved'] as const) : []),
  ];
}
