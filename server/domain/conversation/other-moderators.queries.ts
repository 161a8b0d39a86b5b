import type { Database, Tx } from '#server/platform/database/client.ts';

/** True where the company has somebody who moderates besides these persons. */
export async function otherModerators(
  db: Database | Tx,
  personIds: readonly string[],
  now: Date,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ ok: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM account a WHERE a.state = 'active' AND NOT (a.person_id = ANY(${[...personIds]}::uuid[]))
      AND (a.role = 'administrator' OR EXISTS (
        SELECT 1 FROM "grant" g WHERE g.kind = 'moderate' AND g.scope = 'company'
          AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})
          AND (g.person_id = a.person_id OR g.position_id IN (
            SELECT x.position_id FROM assignment x WHERE x.person_id = a.person_id
              AND x.valid_from <= ${now}::date AND (x.valid_to IS NULL OR x.valid_to > ${now}::date)))))) AS ok`;
  return rows[0]?.ok ?? false;
}
