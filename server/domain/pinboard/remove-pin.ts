import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { loadPinFor } from './load-pin.ts';

const UNDO_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/** Takes a pin off one's own board for good; can be undone for ten minutes, is purged after a day. */
export async function removePin(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'remove');
    const now = parts.clock.now();
    await tx.entry.update({
      where: { id: pin.entryId },
      data: {
        state: 'deleted',
        removedById: actor.personId,
        removedAt: now,
        deletedAt: now,
        purgeAfter: new Date(now.getTime() + DAY_MS),
      },
    });
    await parts.events.publish(tx, {
      type: 'entry.removed',
      entryId: pin.entryId,
      kind: 'pin',
      threadId: null,
      cause: 'deleted',
    });
  });
}

/**
 * Puts back what the owner of the board took off within the last ten minutes.
 * @throws AppError not_found; gone when it is too late.
 */
export async function undoRemovePin(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  if (!isUuid(entryId)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    const entry = await tx.entry.findUnique({ where: { id: entryId }, include: { pinAsEntry: true } });
    if (entry?.pinAsEntry?.ownerId !== actor.personId || entry.removedById !== actor.personId) {
      throw new AppError('not_found');
    }
    if (entry.state !== 'deleted' || !entry.deletedAt) throw new AppError('not_found');
    if (parts.clock.now().getTime() - entry.deletedAt.getTime() > UNDO_MS) throw new AppError('gone');
    await tx.entry.update({
      where: { id: entryId },
      data: { state: 'published', removedById: null, removedAt: null, deletedAt: null, purgeAfter: null },
    });
    await parts.events.publish(tx, { type: 'entry.restored', entryId, kind: 'pin', threadId: null });
  });
}
