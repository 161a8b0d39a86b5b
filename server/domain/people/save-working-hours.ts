import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayEditProfile } from './people.policy.ts';
import type { WorkingHoursInput } from './people.schema.ts';

/**
 * Saves when somebody works, where that differs from their site; null takes it away again. What is due from then on
 * counts by it; what was due before stays due.
 * @throws AppError forbidden for somebody else's.
 */
export async function saveWorkingHours(
  parts: Pick<Parts, 'events'>,
  actor: Actor,
  personId: string,
  hours: WorkingHoursInput | null,
): Promise<void> {
  if (!mayEditProfile(actor, personId)) throw new AppError('forbidden', { message: 'people.notYourProfile' });
  await parts.events.transaction(async (tx) => {
    if (hours) {
      const key = { personId };
      await tx.workingHours.upsert({ where: key, create: { ...key, ...hours }, update: hours });
    } else await tx.workingHours.deleteMany({ where: { personId } });
    await parts.events.publish(tx, { type: 'person.changed', personId });
  });
}
