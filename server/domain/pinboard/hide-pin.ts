import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { loadPinFor } from './load-pin.ts';

/**
 * Takes a pin on one's own board out of everybody's sight but its author's and one's own. The words stay as they
 * were written, and {@link showPin} brings them back.
 */
export async function hidePin(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'hide');
    await tx.entry.update({
      where: { id: pin.entryId },
      data: { state: 'hidden', removedById: actor.personId, removedAt: parts.clock.now() },
    });
    await parts.events.publish(tx, {
      type: 'entry.removed',
      entryId: pin.entryId,
      kind: 'pin',
      threadId: null,
      cause: 'hidden',
    });
  });
}

/** Shows a pin again that the owner of the board has hidden; what a moderator hid stays hidden. */
export async function showPin(parts: Pick<Parts, 'events'>, actor: Actor, entryId: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'show');
    await tx.entry.update({
      where: { id: pin.entryId },
      data: { state: 'published', removedById: null, removedAt: null },
    });
    await parts.events.publish(tx, {
      type: 'entry.restored',
      entryId: pin.entryId,
      kind: 'pin',
      threadId: null,
    });
  });
}
