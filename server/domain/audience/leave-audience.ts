import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { MembershipCause } from '#server/platform/database/schema.ts';

/** Ends one cause of membership on a day (today where left out) and, with it, the delivery for that cause. */
export async function leaveAudience(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  input: { audienceId: string; personId: string; cause: MembershipCause; on?: Date },
): Promise<void> {
  const today = dayIn('UTC', parts.clock.now());
  const on = input.on ?? today;
  const where = { audienceId: input.audienceId, personId: input.personId, cause: input.cause };
  await tx.audienceMembership.deleteMany({ where: { ...where, validFrom: { gte: on } } });
  await tx.audienceMembership.updateMany({
    where: { ...where, OR: [{ validTo: null }, { validTo: { gt: on } }] },
    data: { validTo: on },
  });
  if (on <= today) await tx.subscription.deleteMany({ where });
  await parts.events.publish(tx, {
    type: 'membership.changed',
    personId: input.personId,
    audienceId: input.audienceId,
  });
}
