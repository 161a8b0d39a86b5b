import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { ChartCard, Holder, SeatRef } from './chart.view.ts';
import { isoDay, today } from './day.ts';
import { inForce } from './in-force.ts';
import { holdersOf, type RawSeat, seatRef, seatsAlong } from './seats-along.ts';
import { writtenOn } from './written-on.ts';

type RawAbsence = { until: string; deputyId: string | null };
type RawHolder = { personId: string; share: number; away: RawAbsence | null };
type Row = {
  id: string;
  parent_id: string | null;
  title: string;
  unit: string | null;
  unitId: string | null;
  site: string | null;
  vacant_since: Date | null;
  valid_from: Date;
  direct: number;
  /** Those below it down to the next ones that are asked for, and which these are. */
  until_known: number;
  inner_ids: string[] | null;
  holders: RawHolder[] | null;
  dotted: RawSeat[] | null;
  deputies: RawSeat[] | null;
};

/**
 * The cards of `ids` on a day, in order of siblings: what stands on them, how many report to each
 * (directly, and in all by one walk down the tree), who sits there. Callers have checked the chart.
 * An absence that is over is told of no day: nobody looks up when a colleague was away.
 */
export async function cardsOf(
  parts: Pick<Parts, 'db' | 'clock'>,
  ids: readonly string[],
  day: Date,
): Promise<ChartCard[]> {
  if (ids.length === 0) return [];
  const on = isoDay(day);
  const now = today(parts);
  const rows = await parts.db.$queryRaw<Row[]>`
    WITH RECURSIVE wanted AS (SELECT id FROM unnest(${ids}::uuid[]) AS id), below AS (
      SELECT id AS anchor, id, false AS known FROM wanted
      UNION ALL
      SELECT below.anchor, l.position_id, l.position_id IN (SELECT id FROM wanted) FROM below
      JOIN reporting_line l ON l.manager_id = below.id AND l.kind = 'primary' AND ${inForce('l', day)}
      WHERE NOT below.known
    ), totals AS (
      SELECT anchor, count(*) - 1 AS total, array_agg(id::text) FILTER (WHERE known) AS inner_ids FROM below GROUP BY anchor
    )
    SELECT p.id::text, written.title, u.name AS unit, u.id::text AS "unitId", s.name AS site, p.vacant_since, p.valid_from,
      up.manager_id::text AS parent_id, totals.total::int AS until_known, totals.inner_ids,
      (SELECT count(*)::int FROM reporting_line l
       WHERE l.manager_id = p.id AND l.kind = 'primary' AND ${inForce('l', day)}) AS direct,
      (SELECT json_agg(json_build_object('personId', a.person_id, 'share', a.share, 'away',
          (SELECT json_build_object('until', ab.until, 'deputyId', ab.deputy_id) FROM absence ab
           WHERE ab.person_id = a.person_id AND ab."from" <= ${on}::date AND ab.until > greatest(${on}::date, ${isoDay(now)}::date)
           ORDER BY ab.until DESC, ab.id LIMIT 1))
          ORDER BY a.share DESC, a.valid_from, a.id)
       FROM assignment a WHERE a.position_id = p.id AND ${inForce('a', day)}) AS holders,
      ${seatsAlong('dotted', day)} AS dotted, ${seatsAlong('deputy', day)} AS deputies
    FROM position p
    JOIN totals ON totals.anchor = p.id
    CROSS JOIN LATERAL (${writtenOn(day)}) written
    LEFT JOIN org_unit u ON u.id = written.unit_id
    LEFT JOIN site s ON s.id = written.site_id
    LEFT JOIN reporting_line up ON up.position_id = p.id AND up.kind = 'primary' AND ${inForce('up', day)}
    ORDER BY p.rank, p.search_title, p.id`;
  const people = await personRefs(parts.db, peopleIn(rows), now);
  const totals = addUp(rows);
  return rows.map((row) => toCard(row, people, totals.get(row.id) ?? 0));
}

/**
 * How many stand below each. The walk goes down from each of the wanted positions only as far as the next wanted one, so
 * that nobody is visited twice; here the parts are put together.
 */
function addUp(rows: Row[]): Map<string, number> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const totals = new Map<string, number>();
  const totalOf = (id: string): number => {
    const row = byId.get(id);
    const known = totals.get(id);
    if (!row || known !== undefined) return known ?? 0;
    const total = (row.inner_ids ?? []).reduce((sum, inner) => sum + totalOf(inner), row.until_known);
    totals.set(id, total);
    return total;
  };
  for (const row of rows) totalOf(row.id);
  return totals;
}

function peopleIn(rows: Row[]): string[] {
  return rows.flatMap((row) => [
    ...(row.holders ?? []).flatMap(({ personId, away }) =>
      away?.deputyId ? [personId, away.deputyId] : [personId],
    ),
    ...holdersOf(row.dotted, row.deputies),
  ]);
}

function toCard(row: Row, people: Map<string, PersonRef>, total: number): ChartCard {
  const [deputy] = (row.deputies ?? []).map((seat) => seatRef(seat, people));
  const holders = (row.holders ?? []).flatMap((holder) => toHolder(holder, people, deputy));
  return {
    id: row.id,
    parentId: row.parent_id,
    title: row.title,
    unit: row.unit,
    unitId: row.unitId,
    site: row.site,
    holders,
    vacantSince: holders.length === 0 ? isoDay(row.vacant_since ?? row.valid_from) : null,
    direct: row.direct,
    total,
    dotted: (row.dotted ?? []).map((seat) => {
      const { id, label } = seatRef(seat, people);
      return { id, label };
    }),
    ...(deputy && { deputy }),
  };
}

/** Whoever is away has named a deputy, or the seat has one. */
function toHolder(
  { personId, share, away }: RawHolder,
  people: Map<string, PersonRef>,
  standing: SeatRef | undefined,
): Holder[] {
  const person = people.get(personId);
  if (!person) return [];
  const named = away?.deputyId ? people.get(away.deputyId) : undefined;
  const deputy = away ? (named ?? standing?.person) : undefined;
  return [{ person, share, ...(away && { awayUntil: away.until }), ...(deputy && { deputy }) }];
}
