import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { closePosition } from '#server/domain/organisation/close-position.ts';
import { endAssignment } from '#server/domain/organisation/end-assignment.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { manageThis } from './manage-this.ts';
import { today } from './project-holders.ts';
import { syncMembers } from './sync-members.ts';

/**
 * Ends somebody's seats in the project's chart today. A seat that others report to stays, vacant; one that nobody else
 * needs is closed. Whoever answers for the project goes on reading it. Throws not_found, forbidden.
 */
export async function removeMember(
  parts: Parts,
  actor: Actor,
  slug: string,
  personId: string,
): Promise<void> {
  if (!isUuid(personId)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const { chartId } = project;
    const on = today(parts.clock, actor);
    const seats = await tx.$queryRaw<{ id: string; positionId: string; needed: boolean }[]>`
      SELECT a.id::text, a.position_id::text AS "positionId",
        EXISTS (SELECT 1 FROM assignment o WHERE o.position_id = a.position_id AND o.person_id <> a.person_id
          AND (o.valid_to IS NULL OR o.valid_to > ${on}::date))
        OR EXISTS (SELECT 1 FROM reporting_line l WHERE l.manager_id = a.position_id AND l.kind <> 'deputy'
          AND (l.valid_to IS NULL OR l.valid_to > ${on}::date)) AS needed
      FROM assignment a JOIN position p ON p.id = a.position_id
      WHERE p.chart_id = ${chartId}::uuid AND a.person_id = ${personId}::uuid
        AND (a.valid_to IS NULL OR a.valid_to > ${on}::date)`;
    if (seats.length === 0) throw new AppError('not_found');
    // Mostly one: a person seldom holds more than one seat in a project.
    for (const seat of seats) {
      if (seat.needed) await endAssignment(tx, parts, systemActor, { assignmentId: seat.id, on });
      else await closePosition(tx, parts, systemActor, { positionId: seat.positionId, on });
    }
    await syncMembers(tx, parts, project);
    await parts.events.publishAll(tx, [
      { type: 'chart.changed', chartId },
      { type: 'person.changed', personId },
      { type: 'project.changed', projectId: project.id },
    ]);
  });
}
