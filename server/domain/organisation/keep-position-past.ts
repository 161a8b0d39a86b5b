import type { Tx } from '#server/platform/database/client.ts';

/** The fields of a seat whose past is kept; lines and assignments have periods of their own. */
export const KEPT_FIELDS = ['title', 'unitId', 'siteId', 'grade'] as const;

/**
 * Keeps what is written on seats up to `day`, before it changes: without it no chart could be shown as of an earlier
 * day. Several changes on one day leave what stood there when the day began.
 */
export async function keepPositionPast(tx: Tx, positionIds: readonly string[], day: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO position_past (position_id, valid_from, valid_to, title, unit_id, site_id, grade)
    SELECT p.id, since.day, ${day}::date, p.title, p.unit_id, p.site_id, p.grade
    FROM position p CROSS JOIN LATERAL (
      SELECT COALESCE(max(past.valid_to), p.valid_from) AS day FROM position_past past WHERE past.position_id = p.id) since
    WHERE p.id = ANY(${[...positionIds]}::uuid[]) AND since.day < ${day}::date`;
}

/** Forgets a past that ends on `day` and says what the seat still is: the change was taken back on the day it was made. */
export async function forgetSamePast(tx: Tx, positionIds: readonly string[], day: Date): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM position_past past USING position p
    WHERE p.id = ANY(${[...positionIds]}::uuid[]) AND past.position_id = p.id AND past.valid_to = ${day}::date
      AND (past.title, past.unit_id, past.site_id, past.grade) IS NOT DISTINCT FROM (p.title, p.unit_id, p.site_id, p.grade)`;
}
