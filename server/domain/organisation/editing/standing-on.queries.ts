import type { Tx } from '#server/platform/database/client.ts';
import { isoDay } from '../day.ts';
import { inForce } from '../in-force.ts';
import { writtenOn } from '../written-on.ts';

/** How a seat stands on a day. */
export type SeatStanding = {
  id: string;
  managerId: string | null;
  title: string;
  unit: string | null;
  site: string | null;
  /** It is there. */
  there: boolean;
  /** How many stand below it. */
  below: number;
};

export async function seatsOn(tx: Tx, ids: readonly string[], day: Date): Promise<Map<string, SeatStanding>> {
  const rows = await tx.$queryRaw<SeatStanding[]>`
    WITH RECURSIVE below AS (
      SELECT id AS anchor, id FROM unnest(${[...ids]}::uuid[]) AS id
      UNION ALL SELECT below.anchor, l.position_id FROM below
      JOIN reporting_line l ON l.manager_id = below.id AND l.kind = 'primary' AND ${inForce('l', day)}
    )
    SELECT p.id::text, up.manager_id::text AS "managerId", written.title, u.name AS unit, s.name AS site,
      ${inForce('p', day)} AS there,
      (SELECT count(*)::int - 1 FROM below WHERE below.anchor = p.id) AS below
    FROM position p
    LEFT JOIN reporting_line up ON up.position_id = p.id AND up.kind = 'primary' AND ${inForce('up', day)}
    CROSS JOIN LATERAL (${writtenOn(day)}) written
    LEFT JOIN org_unit u ON u.id = written.unit_id LEFT JOIN site s ON s.id = written.site_id
    WHERE p.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everybody who sits on these seats now or will. */
export async function holdersOf(tx: Tx, positionIds: readonly string[], day: Date): Promise<string[]> {
  const rows = await tx.assignment.findMany({
    where: { positionId: { in: [...positionIds] }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

export type Reading = { personId: string; audienceId: string };

/** Whose memberships by unit hold on a day. */
export async function unitReadersOn(tx: Tx, personIds: readonly string[], day: Date): Promise<Reading[]> {
  return tx.$queryRaw<Reading[]>`
    SELECT DISTINCT m.person_id::text AS "personId", m.audience_id::text AS "audienceId"
    FROM audience_membership m JOIN org_unit u ON u.audience_id = m.audience_id
    WHERE m.person_id = ANY(${[...personIds]}::uuid[]) AND m.cause = 'unit'
      AND m.valid_from <= ${isoDay(day)}::date AND (m.valid_to IS NULL OR m.valid_to > ${isoDay(day)}::date)`;
}

/** Who reads a project because they sit in its chart. */
export async function chartReadersOn(
  tx: Tx,
  chart: { id: string; audienceId: string },
  personIds: readonly string[],
  day: Date,
): Promise<Reading[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT a.person_id::text AS "personId" FROM assignment a JOIN position p ON p.id = a.position_id
    WHERE p.chart_id = ${chart.id}::uuid AND a.person_id = ANY(${[...personIds]}::uuid[])
      AND ${inForce('a', day)} AND ${inForce('p', day)}`;
  return rows.map(({ personId }) => ({ personId, audienceId: chart.audienceId }));
}
