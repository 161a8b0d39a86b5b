import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { fromDay } from './day.ts';
import { findColleague } from './find-colleague.ts';
import { maySetAbsence } from './people.policy.ts';
import type { AbsenceInput } from './people.schema.ts';

/**
 * Notes that a person is away from a day until their first day back, and who deputises; an absence that overlaps
 * is replaced. A reason is never asked for and has no column (GDPR Art. 9: it would be health data).
 * @throws AppError forbidden; invalid when the period is over or the deputy is unknown or the person themselves.
 */
export async function setAbsence(
  parts: Pick<Parts, 'db' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  personId: string,
  input: AbsenceInput,
): Promise<{ id: string }> {
  if (!maySetAbsence(actor, personId)) throw new AppError('forbidden', { message: 'people.notYourProfile' });
  const today = dayIn(actor.timeZone, parts.clock.now());
  const from = fromDay(input.from);
  const until = fromDay(input.until);
  if (until <= today) throw invalid({ until: ['people.untilInPast'] });
  const deputyId = await resolveDeputy(parts.db, actor, input.deputy, personId, today);
  const id = parts.ids.next();
  await parts.events.transaction(async (tx) => {
    await tx.absence.deleteMany({ where: { personId, from: { lt: until }, until: { gt: from } } });
    await tx.absence.create({ data: { id, personId, from, until, deputyId } });
    if (actor.personId !== personId) {
      await tx.auditEntry.create({
        data: {
          id: parts.ids.next(),
          at: parts.clock.now(),
          actorId: actor.personId,
          action: 'absence.set',
          subjectKind: 'person',
          subjectId: personId,
        },
      });
    }
    await parts.events.publish(tx, { type: 'person.changed', personId });
  });
  return { id };
}

async function resolveDeputy(
  db: Parts['db'],
  actor: Actor,
  typed: string | null,
  personId: string,
  today: Date,
): Promise<string | null> {
  if (!typed) return null;
  const deputyId = await findColleague(db, actor, typed, today);
  if (!deputyId) throw invalid({ deputy: ['people.deputyUnknown'] });
  if (deputyId === personId) throw invalid({ deputy: ['people.deputyIsSelf'] });
  return deputyId;
}
