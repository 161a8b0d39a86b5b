import type { Actor } from '#server/domain/identity/actor.ts';
import { isInsider } from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { toDay } from './day.ts';
import type { Relation } from './field-visibility.ts';

/** How the actor stands to a person today, by the company charts. */
export async function relationTo(
  db: Database | Tx,
  actor: Pick<Actor, 'personId' | 'role'>,
  personId: string,
  today: Date,
): Promise<Relation> {
  if (actor.personId === personId) return 'self';
  if (!isInsider(actor)) return 'external';
  const day = toDay(today);
  const rows = await db.$queryRaw<{ manager: boolean; unit: boolean }[]>(Prisma.sql`
    WITH RECURSIVE theirs AS (${seatsOf(personId, day)}),
    mine AS (${seatsOf(actor.personId, day)}),
    above AS (
      SELECT l.manager_id AS id, 1 AS depth FROM theirs t
      JOIN reporting_line l ON l.position_id = t.id AND l.kind = 'primary' AND ${inForce('l', day)}
      UNION
      SELECT l.manager_id, a.depth + 1 FROM above a
      JOIN reporting_line l ON l.position_id = a.id AND l.kind = 'primary' AND ${inForce('l', day)}
      WHERE a.depth < 60
    )
    SELECT EXISTS (SELECT 1 FROM above JOIN mine ON mine.id = above.id) AS manager,
           EXISTS (SELECT 1 FROM theirs JOIN mine ON mine.unit_id = theirs.unit_id) AS unit`);
  if (rows[0]?.manager) return 'manager';
  return rows[0]?.unit ? 'unit' : 'colleague';
}

function seatsOf(personId: string, day: string): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.unit_id FROM assignment a
    JOIN position p ON p.id = a.position_id
    JOIN chart c ON c.id = p.chart_id AND c.kind = 'company'
    WHERE a.person_id = ${personId}::uuid AND ${inForce('a', day)}`;
}

/** SQL: the period of the row `alias` holds the day. */
export function inForce(alias: string, day: string): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`(${row}.valid_from <= ${day}::date AND (${row}.valid_to IS NULL OR ${row}.valid_to > ${day}::date))`;
}
