import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { loadPinFor } from './load-pin.ts';

/** Says that a question will not be answered; no reason is asked for. It may still be answered later. */
export async function declineQuestion(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'decline');
    await tx.question.update({
      where: { entryId: pin.entryId },
      data: { state: 'declined', closedAt: parts.clock.now(), proposedToId: null },
    });
    await parts.events.publish(tx, { type: 'question.changed', entryId: pin.entryId, state: 'declined' });
  });
}
