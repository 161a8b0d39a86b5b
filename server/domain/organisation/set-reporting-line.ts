import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { LineKind } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { dayOrToday } from './day.ts';
import { loadPosition } from './load-position.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { type SetReportingLine, setReportingLineSchema } from './organisation.schema.ts';
import { assertManagerIsThere, whileSeatIsThere } from './seat-period.ts';
import { wouldCycle } from './would-cycle.ts';

/**
 * From a day on, lets a position report to another one of its chart, as long as both are there. The primary line replaces the
 * one before it and any planned one; a dotted line stands beside others.
 * @throws AppError conflict (`organisation.reportingCycle`) when the manager would, at any time from that
 * day on, report to the position itself.
 */
export async function setReportingLine(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  doer: Doer,
  input: SetReportingLine,
): Promise<{ chartId: string }> {
  const line = parseInput(setReportingLineSchema, input);
  const position = await loadPosition(tx, line.positionId);
  assertMayEditChart(doer, position.chartId);
  // Two edits at once could each be free of cycles and make one together: charts are edited one by one.
  await tx.$queryRaw`SELECT id FROM chart WHERE id = ${position.chartId}::uuid FOR NO KEY UPDATE`;
  // Read again: it may have been closed while we waited.
  const wished = { validFrom: dayOrToday(parts, line.from), validTo: null };
  const period = whileSeatIsThere(await loadPosition(tx, position.id), wished);
  const from = period.validFrom;

  if (line.managerId) {
    if (line.managerId === position.id)
      throw new AppError('conflict', { message: 'organisation.reportsToItself' });
    await assertManagerIsThere(tx, line.managerId, { chartId: position.chartId, ...period });
    if (line.kind === 'primary' && (await wouldCycle(tx, position.id, line.managerId, from))) {
      throw new AppError('conflict', { message: 'organisation.reportingCycle' });
    }
  }
  await endLines(tx, { positionId: position.id, managerId: line.managerId, kind: line.kind, from });
  if (line.managerId) {
    await tx.reportingLine.create({
      data: {
        id: parts.ids.next(),
        chartId: position.chartId,
        positionId: position.id,
        managerId: line.managerId,
        kind: line.kind,
        ...period,
      },
    });
  }
  return { chartId: position.chartId };
}

/** A primary line and a deputy replace the one before; a dotted line only itself, unless it is taken away (no manager). */
export async function endLines(
  tx: Tx,
  line: { positionId: string; managerId: string | null; kind: LineKind; from: Date },
): Promise<void> {
  const where = {
    positionId: line.positionId,
    kind: line.kind,
    ...(line.kind === 'dotted' && line.managerId ? { managerId: line.managerId } : {}),
  };
  await tx.reportingLine.deleteMany({ where: { ...where, validFrom: { gte: line.from } } });
  await tx.reportingLine.updateMany({
    where: { ...where, OR: [{ validTo: null }, { validTo: { gt: line.from } }] },
    data: { validTo: line.from },
  });
}
