import { joinMany, leaveMany } from '#server/domain/audience/join-many.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { today } from './day.ts';

type Row = { personId: string; audienceId: string };

/**
 * Brings persons' memberships by unit in line with their seats of today: whoever sits in a unit of
 * the company chart belongs to the unit and every unit above it, and gets the unit's board.
 * Idempotent; runs after each change of a seat and each night for seats that begin or end.
 */
export async function syncUnitMembership(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  personIds: readonly string[],
  options: { announce?: boolean } = {},
): Promise<void> {
  if (personIds.length === 0) return;
  const day = today(parts);
  const ids = [...new Set(personIds)];
  const wanted = await tx.$queryRaw<Row[]>`
    WITH RECURSIVE seat AS (
      SELECT DISTINCT a.person_id, p.unit_id FROM assignment a
      JOIN position p ON p.id = a.position_id AND p.unit_id IS NOT NULL
      JOIN chart c ON c.id = p.chart_id AND c.kind = 'company'
      WHERE a.person_id = ANY(${ids}::uuid[])
        AND a.valid_from <= ${day}::date AND (a.valid_to IS NULL OR a.valid_to > ${day}::date)
        AND (p.valid_to IS NULL OR p.valid_to > ${day}::date)
    ), above AS (
      SELECT person_id, unit_id FROM seat
      UNION SELECT above.person_id, u.parent_id FROM above JOIN org_unit u ON u.id = above.unit_id
      WHERE u.parent_id IS NOT NULL
    )
    SELECT above.person_id::text AS "personId", u.audience_id::text AS "audienceId"
    FROM above JOIN org_unit u ON u.id = above.unit_id
    UNION
    SELECT seat.person_id::text, u.board_audience_id::text FROM seat JOIN org_unit u ON u.id = seat.unit_id`;
  const current = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT person_id::text AS "personId", audience_id::text AS "audienceId" FROM audience_membership
    WHERE person_id = ANY(${ids}::uuid[]) AND cause = 'unit' AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  const key = (row: Row) => `${row.personId} ${row.audienceId}`;
  const has = new Set(current.map(key));
  const should = new Set(wanted.map(key));
  const batch = { cause: 'unit' as const, day, announce: options.announce ?? true };
  await joinMany(
    tx,
    parts,
    wanted.filter((row) => !has.has(key(row))),
    batch,
  );
  await leaveMany(
    tx,
    parts,
    current.filter((row) => !should.has(key(row))),
    batch,
  );
}
