import type { Doer } from '#server/domain/identity/actor.ts';
import { announceSeatGrants } from '#server/domain/identity/grants/announce-grants.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { dayOrToday } from './day.ts';
import { loadPosition } from './load-position.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { earlier, type Period } from './seat-period.ts';
import { syncUnitMembership } from './sync-unit-membership.ts';

/**
 * Ends a position on a day: its seats and lines end, and whoever reported to it from then on
 * reports to whoever it would have reported to, day by day. One that has ended by then stays as it is.
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
  if (position.validTo && position.validTo <= on) return { chartId: position.chartId, personIds: [] };

  const lines = { kind: 'primary' as const, ...running };
  const above = await tx.reportingLine.findMany({ where: { positionId: position.id, ...lines } });
  const below = await tx.reportingLine.findMany({ where: { managerId: position.id, ...lines } });
  const seats = await tx.assignment.findMany({ where: { positionId: position.id, ...running } });

  await tx.reportingLine.deleteMany({
    where: { validFrom: { gte: on }, OR: [{ positionId: position.id }, { managerId: position.id }] },
  });
  await tx.reportingLine.updateMany({
    where: { AND: [running, { OR: [{ positionId: position.id }, { managerId: position.id }] }] },
    data: { validTo: on },
  });
  await tx.reportingLine.createMany({
    data: below.flatMap((line) =>
      above.flatMap((upper) => {
        const period = overlap(on, line, upper);
        if (!period) return [];
        const { chartId, positionId } = line;
        return [
          {
            id: parts.ids.next(),
            chartId,
            positionId,
            managerId: upper.managerId,
            kind: line.kind,
            ...period,
          },
        ];
      }),
    ),
  });
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

/** The time from a day on in which both hold. */
function overlap(on: Date, a: Period, b: Period): Period | null {
  const validFrom = [on, a.validFrom, b.validFrom].reduce((last, day) => (day > last ? day : last));
  const validTo = earlier(a.validTo, b.validTo);
  return validTo && validTo <= validFrom ? null : { validFrom, validTo };
}
