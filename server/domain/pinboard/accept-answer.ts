import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { loadPinFor } from './load-pin.ts';

/** Whoever asked says that the answer helped. From then on the question is settled and cannot be asked again. */
export async function acceptAnswer(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'accept');
    await tx.question.update({ where: { entryId: pin.entryId }, data: { acceptedAt: parts.clock.now() } });
    await parts.events.publish(tx, {
      type: 'answer.accepted',
      entryId: pin.entryId,
      personId: actor.personId,
    });
  });
}
