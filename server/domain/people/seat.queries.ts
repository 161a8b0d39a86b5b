import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { toDay } from './day.ts';
import { inForce } from './relation.queries.ts';

/** A seat in the company chart, as it stands on a profile and in the directory. */
export type SeatView = {
  positionId: string;
  chartId: string;
  title: string;
  unit: { id: string; name: string } | null;
  site: { id: string; name: string } | null;
  /** Percent; below 100 the seat is shared or part-time. */
  share: number;
};

type SeatRow = {
  person_id: string;
  position_id: string;
  chart_id: string;
  title: string;
  unit_id: string | null;
  unit_name: string | null;
  site_id: string | null;
  site_name: string | null;
  share: number;
};

/** The seats that `personIds` hold today in company charts, main seat first. One query. */
export async function seatsOf(
  db: Database | Tx,
  personIds: readonly string[],
  today: Date,
): Promise<Map<string, SeatView[]>> {
  const seats = new Map<string, SeatView[]>();
  if (personIds.length === 0) return seats;
  const rows = await db.$queryRaw<SeatRow[]>(Prisma.sql`
    SELECT a.person_id::text, p.id::text AS position_id, p.chart_id::text, p.title, a.share,
      u.id::text AS unit_id, u.name AS unit_name, s.id::text AS site_id, s.name AS site_name
    FROM assignment a
    JOIN position p ON p.id = a.position_id
    JOIN chart c ON c.id = p.chart_id AND c.kind = 'company'
    LEFT JOIN org_unit u ON u.id = p.unit_id
    LEFT JOIN site s ON s.id = p.site_id
    WHERE a.person_id = ANY(${personIds}::uuid[]) AND ${inForce('a', toDay(today))}
    ORDER BY a.main DESC, a.share DESC, a.valid_from, a.id`);
  for (const row of rows) {
    const seat: SeatView = {
      positionId: row.position_id,
      chartId: row.chart_id,
      title: row.title,
      unit: row.unit_id ? { id: row.unit_id, name: row.unit_name ?? '' } : null,
      site: row.site_id ? { id: row.site_id, name: row.site_name ?? '' } : null,
      share: row.share,
    };
    seats.set(row.person_id, [...(seats.get(row.person_id) ?? []), seat]);
  }
  return seats;
}

/**
 * Whoever leads the person: the holder of the nearest filled seat above `positionId` by primary lines; a vacancy
 * is passed over. Null at the top.
 */
export async function managerAbove(
  db: Database | Tx,
  positionId: string,
  personId: string,
  today: Date,
): Promise<{ person: PersonRef; title: string } | null> {
  const day = toDay(today);
  const rows = await db.$queryRaw<{ person_id: string; title: string }[]>(Prisma.sql`
    WITH RECURSIVE above AS (
      SELECT l.manager_id AS id, 1 AS depth FROM reporting_line l
      WHERE l.position_id = ${positionId}::uuid AND l.kind = 'primary' AND ${inForce('l', day)}
      UNION
      SELECT l.manager_id, above.depth + 1 FROM above
      JOIN reporting_line l ON l.position_id = above.id AND l.kind = 'primary' AND ${inForce('l', day)}
      WHERE above.depth < 60
    )
    SELECT a.person_id::text, p.title FROM above
    JOIN position p ON p.id = above.id
    JOIN assignment a ON a.position_id = p.id AND ${inForce('a', day)}
    WHERE a.person_id <> ${personId}::uuid
    ORDER BY above.depth, a.share DESC, a.valid_from, a.id LIMIT 1`);
  const found = rows[0];
  if (!found) return null;
  const person = (await personRefs(db, [found.person_id], today)).get(found.person_id);
  return person ? { person, title: found.title } : null;
}
