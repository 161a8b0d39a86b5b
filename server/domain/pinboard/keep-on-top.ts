import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { loadPinFor } from './load-pin.ts';

/** More would push the board itself out of sight. */
export const TOP_MAX = 3;

/**
 * Keeps a pin at the head of one's own board, or lets it go again. Resolves to whether it is on top now.
 * @throws AppError conflict with `message` when {@link TOP_MAX} are there already.
 */
export async function keepOnTop(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<boolean> {
  return parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'keepOnTop');
    if (!pin.keptOnTop) {
      const kept = await tx.pin.count({
        where: { ownerId: pin.ownerId, keptOnTopAt: { not: null }, entry: { state: 'published' } },
      });
      if (kept >= TOP_MAX) throw new AppError('conflict', { message: 'pinboard.topIsFull' });
    }
    await tx.pin.update({
      where: { entryId: pin.entryId },
      data: { keptOnTopAt: pin.keptOnTop ? null : parts.clock.now() },
    });
    await parts.events.publish(tx, { type: 'pin.changed', entryId: pin.entryId, ownerId: pin.ownerId });
    return !pin.keptOnTop;
  });
}
