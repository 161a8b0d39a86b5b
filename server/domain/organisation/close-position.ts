import type { Doer } from '#server/domain/identity/actor.ts';
import { announceSeatGrants } from '#server/domain/identity/announce-grants.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { dayOrToday } from './day.ts';
import { loadPosition } from './load-position.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { syncUnitMembership } from './sync-unit-membership.ts';

/**
 * Ends a position on a day: its seats and lines end, and whoever reported to it from then on
 * reports to the position above it.
 */
export async function closePosition(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  doer: Doer,
  input: { positionId: string; on?: string },
): Promise<{ chartId: string; personIds: string[] }> {
  const position = await loadPosition(tx, input.positionId);
  assertMayEditChart(doer, position.chartId);
  const on = dayOrToday(parts, input.on, 'on');
  await tx.$queryRaw`SELECT id FROM chart WHERE id = ${position.chartId}::uuid FOR NO KEY UPDATE`;
  const running = { OR: [{ validTo: null }, { validTo: { gt: on } }] };

  const above = await tx.reportingLine.findFirst({
    where: { positionId: position.id, kind: 'primary', validFrom: { lte: on }, ...running },
  });
  const below = await tx.reportingLine.findMany({ where: { managerId: position.id, ...running } });
  const seats = await tx.assignment.findMany({ where: { positionId: position.id, ...running } });

  await tx.reportingLine.deleteMany({
    where: { validFrom: { gte: on }, OR: [{ positionId: position.id }, { managerId: position.id }] },
  });
  await tx.reportingLine.updateMany({
    where: { AND: [running, { OR: [{ positionId: position.id }, { managerId: position.id }] }] },
    data: { validTo: on },
  });
  if (above) {
    const moved = below.filter((line) => line.kind === 'primary');
    await tx.reportingLine.createMany({
      data: moved.map((line) => ({
        id: parts.ids.next(),
        chartId: position.chartId,
        positionId: line.positionId,
        managerId: above.managerId,
        kind: 'primary' as const,
        validFrom: line.validFrom > on ? line.validFrom : on,
        validTo: line.validTo,
      })),
    });
  }
  await tx.assignment.deleteMany({ where: { positionId: position.id, validFrom: { gte: on } } });
  await tx.assignment.updateMany({ where: { positionId: position.id, ...running }, data: { validTo: on } });
  await tx.position.update({
    where: { id: position.id },
    data: { validTo: position.validFrom > on ? position.validFrom : on },
  });
  const personIds = seats.map((seat) => seat.personId);
  await syncUnitMembership(tx, parts, personIds);
  await announceSeatGrants(tx, parts, seats);
  return { chartId: position.chartId, personIds };
}
