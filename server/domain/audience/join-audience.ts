import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { MembershipCause } from '#server/platform/database/schema.ts';

export type JoinInput = {
  audienceId: string;
  personId: string;
  cause: MembershipCause;
  causeId?: string;
  /** First day of membership; today where left out. */
  from?: Date;
  /** Also puts what is addressed to the audience into the person's feed. */
  deliver: boolean;
};

/** Makes a person a member of an audience, for one cause. Joining twice for the same cause changes nothing. */
export async function joinAudience(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  input: JoinInput,
): Promise<void> {
  const from = input.from ?? dayIn('UTC', parts.clock.now());
  const current = await tx.audienceMembership.findFirst({
    where: {
      audienceId: input.audienceId,
      personId: input.personId,
      cause: input.cause,
      validFrom: { lte: from },
      OR: [{ validTo: null }, { validTo: { gt: from } }],
    },
  });
  if (current?.validTo === null) return;
  const key = { audienceId: input.audienceId, personId: input.personId, cause: input.cause, validFrom: from };
  await tx.audienceMembership.upsert({
    where: { audienceId_personId_cause_validFrom: key },
    create: { ...key, causeId: input.causeId ?? null },
    update: { validTo: null, causeId: input.causeId ?? null },
  });
  if (input.deliver) await subscribe(tx, input);
  await parts.events.publish(tx, {
    type: 'membership.changed',
    personId: input.personId,
    audienceId: input.audienceId,
  });
}

/** Delivers an audience into a person's feed, for one cause. */
export async function subscribe(
  tx: Tx,
  input: { audienceId: string; personId: string; cause: MembershipCause },
): Promise<void> {
  const key = { personId: input.personId, audienceId: input.audienceId, cause: input.cause };
  await tx.subscription.upsert({ where: { personId_audienceId_cause: key }, create: key, update: {} });
}
