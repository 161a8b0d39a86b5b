import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { fold } from '#server/platform/text/fold.ts';
import { dayOrToday } from './day.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { type CreatePosition, createPositionSchema } from './organisation.schema.ts';
import { assertManagerIsThere } from './seat-period.ts';

/** Adds a seat to a chart, vacant from its first day, with its primary line where a manager is named. */
export async function createPosition(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  doer: Doer,
  input: CreatePosition,
): Promise<{ id: string; chartId: string }> {
  const position = parseInput(createPositionSchema, input);
  assertMayEditChart(doer, position.chartId);
  const validFrom = dayOrToday(parts, position.from);
  const vacantSince = position.vacantSince
    ? dayOrToday(parts, position.vacantSince, 'vacantSince')
    : validFrom;
  const id = parts.ids.next();
  await tx.position.create({
    data: {
      id,
      chartId: position.chartId,
      title: position.title,
      searchTitle: fold(position.title),
      unitId: position.unitId ?? null,
      siteId: position.siteId ?? null,
      grade: position.grade ?? null,
      rank: position.rank,
      vacantSince,
      validFrom,
      externalSource: position.externalSource ?? null,
      externalId: position.externalId ?? null,
      createdAt: parts.clock.now(),
    },
  });
  if (position.managerId) {
    // A new seat has nobody below it: no cycle is possible, only a manager elsewhere or of another time.
    const { chartId } = position;
    await assertManagerIsThere(tx, position.managerId, { chartId, validFrom, validTo: null });
    await tx.reportingLine.create({
      data: {
        id: parts.ids.next(),
        chartId: position.chartId,
        positionId: id,
        managerId: position.managerId,
        kind: 'primary',
        validFrom,
      },
    });
  }
  return { id, chartId: position.chartId };
}
