import type { Actor } from '#server/domain/identity/actor.ts';
import { personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { MiniChartView, Seat } from './chart.view.ts';
import { isoDay, today } from './day.ts';
import { inForce } from './in-force.ts';
import { readableChart } from './organisation.policy.ts';
import { holdersOf, type RawSeat, seatRef, seatsAlong } from './seats-along.ts';

type Read = Pick<Parts, 'db' | 'clock'>;

/** Every seat a person has today in charts the actor may read, the main one first. */
export async function positionsOf(parts: Read, actor: Actor, personId: string): Promise<Seat[]> {
  const day = today(parts);
  type Row = Omit<Seat, 'chart' | 'managers' | 'from' | 'to' | 'deputy' | 'standsInFor'> & {
    chart_id: string;
    chart_kind: 'company' | 'project';
    chart_name: string;
    valid_from: Date;
    valid_to: Date | null;
    manager_ids: string[] | null;
    deputies: RawSeat[] | null;
    stands_in_for: RawSeat[] | null;
  };
  const rows = await parts.db.$queryRaw<Row[]>`
    SELECT a.id::text AS "assignmentId", p.id::text AS "positionId", p.title, u.name AS unit, s.name AS site,
      c.id::text AS chart_id, c.kind::text AS chart_kind, c.name AS chart_name, a.share, a.main,
      a.valid_from, a.valid_to,
      (SELECT array_agg(ma.person_id::text ORDER BY ma.share DESC, ma.id) FROM reporting_line l
       JOIN assignment ma ON ma.position_id = l.manager_id AND ${inForce('ma', day)}
       WHERE l.position_id = p.id AND l.kind = 'primary' AND ${inForce('l', day)}) AS manager_ids,
      ${seatsAlong('deputy', day)} AS deputies,
      ${seatsAlong('deputy', day, 'from')} AS stands_in_for
    FROM assignment a
    JOIN position p ON p.id = a.position_id AND ${inForce('p', day)}
    JOIN chart c ON c.id = p.chart_id
    LEFT JOIN org_unit u ON u.id = p.unit_id
    LEFT JOIN site s ON s.id = p.site_id
    WHERE a.person_id = ${personId}::uuid AND ${inForce('a', day)} AND ${readableChart(actor)}
    ORDER BY a.main DESC, c.kind, c.name, a.share DESC, a.id`;
  const people = await personRefs(
    parts.db,
    rows.flatMap((row) => [...(row.manager_ids ?? []), ...holdersOf(row.deputies, row.stands_in_for)]),
    day,
  );
  return rows.map(({ chart_id, chart_kind, chart_name, valid_from, valid_to, ...row }) => {
    const { manager_ids, deputies, stands_in_for, ...seat } = row;
    const [deputy] = (deputies ?? []).map((other) => seatRef(other, people));
    return {
      ...seat,
      chart: { id: chart_id, kind: chart_kind, name: chart_name },
      from: isoDay(valid_from),
      to: valid_to ? isoDay(valid_to) : null,
      managers: (manager_ids ?? []).flatMap((id) => people.get(id) ?? []),
      deputy: deputy ?? null,
      standsInFor: (stands_in_for ?? []).map((other) => seatRef(other, people)),
    };
  });
}

/**
 * "Where Mara sits": the person's main seat in the company chart, up to three positions above it,
 * and how many report to it. Null without a seat, or where the chart is not for the actor.
 */
export async function miniChart(parts: Read, actor: Actor, personId: string): Promise<MiniChartView | null> {
  const day = today(parts);
  type Row = {
    position_id: string;
    chart_id: string;
    title: string;
    level: number;
    person_ids: string[] | null;
    direct: number;
    total: number;
    deputies: RawSeat[] | null;
    stands_in_for: RawSeat[] | null;
  };
  const rows = await parts.db.$queryRaw<Row[]>`
    WITH RECURSIVE seat AS (
      SELECT p.id, p.chart_id FROM assignment a
      JOIN position p ON p.id = a.position_id AND ${inForce('p', day)}
      JOIN chart c ON c.id = p.chart_id AND c.kind = 'company'
      WHERE a.person_id = ${personId}::uuid AND ${inForce('a', day)} AND ${readableChart(actor)}
      ORDER BY a.main DESC, a.share DESC, a.valid_from, a.id LIMIT 1
    ), up AS (
      SELECT id, 0 AS level FROM seat
      UNION ALL
      SELECT l.manager_id, up.level + 1 FROM up
      JOIN reporting_line l ON l.position_id = up.id AND l.kind = 'primary' AND ${inForce('l', day)}
      WHERE up.level < 3
    ), below AS (
      SELECT id, 0 AS level FROM seat
      UNION ALL
      SELECT l.position_id, below.level + 1 FROM below
      JOIN reporting_line l ON l.manager_id = below.id AND l.kind = 'primary' AND ${inForce('l', day)}
    )
    SELECT p.id::text AS position_id, p.chart_id::text, p.title, up.level,
      (SELECT array_agg(a.person_id::text ORDER BY a.share DESC, a.valid_from, a.id) FROM assignment a
       WHERE a.position_id = p.id AND ${inForce('a', day)}) AS person_ids,
      ${seatsAlong('deputy', day)} AS deputies,
      ${seatsAlong('deputy', day, 'from')} AS stands_in_for,
      (SELECT count(*)::int FROM below WHERE level = 1) AS direct,
      (SELECT count(*)::int - 1 FROM below) AS total
    FROM up JOIN position p ON p.id = up.id ORDER BY up.level DESC`;
  const own = rows.at(-1);
  if (!own) return null;
  const people = await personRefs(
    parts.db,
    rows.flatMap((row) => [...(row.person_ids ?? []), ...holdersOf(row.deputies, row.stands_in_for)]),
    day,
  );
  const [deputy] = (own.deputies ?? []).map((other) => seatRef(other, people));
  return {
    chartId: own.chart_id,
    positionId: own.position_id,
    title: own.title,
    chain: rows.slice(0, -1).map((row) => ({
      positionId: row.position_id,
      title: row.title,
      holders: (row.person_ids ?? []).flatMap((id) => people.get(id) ?? []),
    })),
    deputy: deputy ?? null,
    standsInFor: (own.stands_in_for ?? []).map((other) => seatRef(other, people)),
    direct: own.direct,
    total: own.total,
  };
}
