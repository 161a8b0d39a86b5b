import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { maySetAbsence } from './people.policy.ts';

/**
 * Ends an absence today, or takes back one that has not begun. Doing it twice changes nothing.
 * @throws AppError forbidden when it is somebody else's.
 */
export async function clearAbsence(
  parts: Pick<Parts, 'db' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  absenceId: string,
): Promise<void> {
  const absence = isUuid(absenceId) ? await parts.db.absence.findUnique({ where: { id: absenceId } }) : null;
  if (!absence) return;
  if (!maySetAbsence(actor, absence.personId))
    throw new AppError('forbidden', { message: 'people.notYourProfile' });
  const today = dayIn(actor.timeZone, parts.clock.now());
  await parts.events.transaction(async (tx) => {
    if (absence.from < today) await tx.absence.update({ where: { id: absenceId }, data: { until: today } });
    else await tx.absence.delete({ where: { id: absenceId } });
    if (actor.personId !== absence.personId) {
      await tx.auditEntry.create({
        data: {
          id: parts.ids.next(),
          at: parts.clock.now(),
          actorId: actor.personId,
          action: 'absence.cleared',
          subjectKind: 'person',
          subjectId: absence.personId,
        },
      });
    }
    await parts.events.publish(tx, { type: 'person.changed', personId: absence.personId });
  });
}
