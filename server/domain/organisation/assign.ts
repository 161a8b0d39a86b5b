import type { Doer } from '#server/domain/identity/actor.ts';
import { announceSeatGrants } from '#server/domain/identity/grants/announce-grants.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { dayOrToday } from './day.ts';
import { loadPosition } from './load-position.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { type Assign, assignSchema } from './organisation.schema.ts';
import { whileSeatIsThere } from './seat-period.ts';
import { syncUnitMembership } from './sync-unit-membership.ts';
import { refreshVacancy } from './vacancy.ts';

/**
 * Seats a person on a position from a day on; two persons at once are a job share. A seat in a
 * unit of the company chart brings the unit's and its board's audience with it.
 * @throws AppError conflict when the person already sits there in that period
 */
export async function assign(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  doer: Doer,
  input: Assign,
): Promise<{ id: string; chartId: string; personId: string }> {
  const wanted = parseInput(assignSchema, input);
  const position = await loadPosition(tx, wanted.positionId);
  assertMayEditChart(doer, position.chartId);
  const wished = {
    validFrom: dayOrToday(parts, wanted.from),
    validTo: wanted.to ? dayOrToday(parts, wanted.to, 'to') : null,
  };
  if (wished.validTo && wished.validTo <= wished.validFrom)
    throw invalid({ to: ['organisation.endsBeforeItBegins'] });
  const { validFrom, validTo } = whileSeatIsThere(position, wished);

  const others = await tx.assignment.findMany({
    where: { personId: wanted.personId, OR: [{ validTo: null }, { validTo: { gt: validFrom } }] },
    include: { position: { select: { chart: { select: { kind: true } } } } },
  });
  const clash = others.some(
    (other) => other.positionId === position.id && (!validTo || other.validFrom < validTo),
  );
  if (clash) throw new AppError('conflict', { message: 'organisation.alreadySeated' });

  const inCompany = position.chart.kind === 'company';
  const hasMain = others.some((other) => other.main && other.position.chart.kind === 'company');
  const main = wanted.main ?? (inCompany && !hasMain);
  if (main) {
    await tx.assignment.updateMany({
      where: {
        personId: wanted.personId,
        main: true,
        OR: [{ validTo: null }, { validTo: { gt: validFrom } }],
      },
      data: { main: false },
    });
  }
  const id = parts.ids.next();
  await tx.assignment.create({
    data: {
      id,
      positionId: position.id,
      personId: wanted.personId,
      share: wanted.share,
      main,
      validFrom,
      validTo,
      createdAt: parts.clock.now(),
    },
  });
  await refreshVacancy(tx, parts, position.id);
  if (inCompany) await syncUnitMembership(tx, parts, [wanted.personId]);
  await announceSeatGrants(tx, parts, [{ personId: wanted.personId, positionId: position.id }]);
  return { id, chartId: position.chartId, personId: wanted.personId };
}
