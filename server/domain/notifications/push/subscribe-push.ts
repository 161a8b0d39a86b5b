import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { type PushSubscriptionInput, pushSubscriptionSchema } from './push.schema.ts';
import { isPushEndpoint } from './push-endpoint.ts';

/**
 * Push reaches the browser that the actor sits at, until they sign out there. A browser that somebody else used before
 * is theirs no longer. Throws forbidden (a shared terminal), invalid (no push service that this house knows).
 */
export async function subscribePush(
  { db, config, ids, clock }: Pick<Parts, 'db' | 'config' | 'ids' | 'clock'>,
  actor: Actor,
  input: PushSubscriptionInput,
): Promise<void> {
  if (actor.terminal) throw new AppError('forbidden', { message: 'notifications.pushNotOnTerminals' });
  const given = parseInput(pushSubscriptionSchema, input);
  if (!isPushEndpoint(config, given.endpoint))
    throw invalid({ endpoint: ['notifications.pushServiceUnknown'] });
  const { personId, sessionId } = actor;
  await db.$transaction([
    db.pushSubscription.deleteMany({ where: { OR: [{ endpoint: given.endpoint }, { sessionId }] } }),
    db.pushSubscription.create({
      data: { id: ids.next(), personId, sessionId, ...given, createdAt: clock.now() },
    }),
  ]);
}
