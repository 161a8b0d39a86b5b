import type { Doer } from '#server/domain/identity/actor.ts';
import { announceSeatGrants } from '#server/domain/identity/grants/announce-grants.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { dayOrToday } from './day.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { syncUnitMembership } from './sync-unit-membership.ts';
import { refreshVacancy } from './vacancy.ts';

/** Ends a person's seat on a day (the first one on which it no longer holds); the seat stays, vacant. */
export async function endAssignment(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  doer: Doer,
  input: { assignmentId: string; on?: string },
): Promise<{ chartId: string; personId: string; positionId: string }> {
  const assignment = await tx.assignment.findUnique({
    where: { id: input.assignmentId },
    include: { position: { select: { chartId: true } } },
  });
  if (!assignment) throw new AppError('not_found');
  const { chartId } = assignment.position;
  assertMayEditChart(doer, chartId);
  const on = dayOrToday(parts, input.on, 'on');
  const ended = {
    chartId,
    personId: assignment.personId,
    positionId: assignment.positionId,
  };
  if (assignment.validTo && assignment.validTo <= on) return ended;
  if (assignment.validFrom >= on) await tx.assignment.delete({ where: { id: assignment.id } });
  else await tx.assignment.update({ where: { id: assignment.id }, data: { validTo: on } });
  await refreshVacancy(tx, parts, assignment.positionId);
  await syncUnitMembership(tx, parts, [assignment.personId]);
  await announceSeatGrants(tx, parts, [assignment]);
  return ended;
}
