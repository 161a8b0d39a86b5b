import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { today } from './day.ts';

/**
 * Writes since when a seat is vacant: empty while somebody sits there today, else the day the last
 * one left. A vacancy older than the seat's record keeps its day.
 */
export async function refreshVacancy(tx: Tx, parts: Pick<Parts, 'clock'>, positionId: string): Promise<void> {
  const day = today(parts);
  await tx.$executeRaw`
    UPDATE position p SET vacant_since = CASE
      WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.position_id = p.id AND a.valid_from <= ${day}::date
                   AND (a.valid_to IS NULL OR a.valid_to > ${day}::date)) THEN NULL
      ELSE COALESCE(
        (SELECT max(a.valid_to) FROM assignment a WHERE a.position_id = p.id AND a.valid_to <= ${day}::date),
        p.vacant_since, p.valid_from) END
    WHERE p.id = ${positionId}::uuid`;
}
