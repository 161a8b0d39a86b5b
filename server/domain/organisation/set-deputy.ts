import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { dayOrToday } from './day.ts';
import { loadPosition } from './load-position.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { assertManagerIsThere, whileSeatIsThere } from './seat-period.ts';
import { endLines } from './set-reporting-line.ts';

/**
 * From a day on, lets another seat of the chart stand in for one, whoever sits there; null: nobody does. It replaces the one before and
 * any planned one. A deputy reports to nobody by it and reads nothing more.
 * @throws AppError forbidden; conflict where a seat would stand in for itself; invalid (`managerId`) where the deputy is not there
 */
export async function setDeputy(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  doer: Doer,
  input: { positionId: string; deputyId: string | null; from?: string },
): Promise<void> {
  const { positionId, deputyId } = input;
  const { chartId } = await loadPosition(tx, positionId);
  assertMayEditChart(doer, chartId);
  await tx.$queryRaw`SELECT id FROM chart WHERE id = ${chartId}::uuid FOR NO KEY UPDATE`;
  const wished = { validFrom: dayOrToday(parts, input.from), validTo: null };
  const period = whileSeatIsThere(await loadPosition(tx, positionId), wished);
  if (deputyId === positionId) throw new AppError('conflict', { message: 'orgEdit.deputyOfItself' });
  if (deputyId) await assertManagerIsThere(tx, deputyId, { chartId, ...period });
  await endLines(tx, { positionId, managerId: deputyId, kind: 'deputy', from: period.validFrom });
  if (!deputyId) return;
  const line = { id: parts.ids.next(), chartId, positionId, managerId: deputyId, kind: 'deputy' as const };
  await tx.reportingLine.create({ data: { ...line, ...period } });
}
