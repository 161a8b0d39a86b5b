import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/**
 * SQL: ids of whoever moderates now: administrators, and persons with a mandate for the whole company, in person or by
 * their seat.
 */
export function moderatorIds(now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT a.person_id FROM account a WHERE a.role = 'administrator' AND a.state = 'active'
    UNION SELECT a.person_id FROM "grant" g
      LEFT JOIN assignment x ON x.position_id = g.position_id
        AND x.valid_from <= ${now}::date AND (x.valid_to IS NULL OR x.valid_to > ${now}::date)
      JOIN account a ON a.person_id = COALESCE(g.person_id, x.person_id) AND a.state = 'active'
    WHERE g.kind = 'moderate' AND g.scope = 'company'
      AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})`;
}

/** True where the company has somebody who moderates besides these persons. */
export async function otherModerators(
  db: Database | Tx,
  personIds: readonly string[],
  now: Date,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ ok: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM (${moderatorIds(now)}) m
      WHERE NOT (m.person_id = ANY(${[...personIds]}::uuid[]))) AS ok`;
  return rows[0]?.ok ?? false;
}
