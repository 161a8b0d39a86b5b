import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { fold } from '#server/platform/text/fold.ts';
import { today } from './day.ts';
import { keepPositionPast } from './keep-position-past.ts';
import { loadPosition } from './load-position.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { type UpdatePosition, updatePositionSchema } from './organisation.schema.ts';
import { syncUnitMembership } from './sync-unit-membership.ts';

/** Changes what is written on a seat and keeps what was there before; a new unit brings its audiences to those who sit there. */
export async function updatePosition(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  doer: Doer,
  positionId: string,
  input: UpdatePosition,
): Promise<{ chartId: string; personIds: string[] }> {
  const change = parseInput(updatePositionSchema, input);
  const position = await loadPosition(tx, positionId);
  assertMayEditChart(doer, position.chartId);
  const day = today(parts);
  await keepPositionPast(tx, [position.id], day);
  await tx.position.update({
    where: { id: position.id },
    data: { ...change, ...(change.title === undefined ? {} : { searchTitle: fold(change.title) }) },
  });
  const seats = await tx.assignment.findMany({
    where: { positionId, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { personId: true },
  });
  const personIds = seats.map((seat) => seat.personId);
  if (change.unitId !== undefined && change.unitId !== position.unitId) {
    await syncUnitMembership(tx, parts, personIds);
  }
  return { chartId: position.chartId, personIds };
}
