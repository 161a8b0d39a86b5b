import type { Seat } from '#server/domain/identity/grants/announce-grants.ts';
import type { Operation } from '#server/domain/imports/plan/plan.ts';
import type { Tx } from '#server/platform/database/client.ts';

/** The seats that operations begin, end or change. Asked before an undo: what an import began is gone after it. */
export async function touchedSeats(
  tx: Tx,
  operations: readonly Pick<Operation, 'entity' | 'id'>[],
): Promise<Seat[]> {
  const ids = operations.filter(({ entity }) => entity === 'assignment').map(({ id }) => id);
  if (ids.length === 0) return [];
  return tx.$queryRaw<Seat[]>`
    SELECT person_id::text AS "personId", position_id::text AS "positionId" FROM assignment WHERE id = ANY(${ids}::uuid[])`;
}
