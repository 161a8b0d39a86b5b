import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { loadEntryFor } from './load-entry.ts';

/** How long a deleted entry can be brought back before it is purged, in milliseconds. */
const UNDO_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/** Deletes one's own entry: gone from every list at once, restorable for ten minutes, purged after a day. */
export async function deleteEntry(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntryFor(tx, actor, entryId, 'delete');
    const now = parts.clock.now();
    await tx.entry.update({
      where: { id: entry.id },
      data: { state: 'deleted', deletedAt: now, purgeAfter: new Date(now.getTime() + DAY_MS) },
    });
    await parts.events.publish(tx, {
      type: 'entry.removed',
      entryId: entry.id,
      kind: entry.kind,
      threadId: entry.threadId,
      cause: 'deleted',
    });
  });
}

/**
 * Brings back what the actor deleted within the last ten minutes.
 * @throws AppError gone when it is too late.
 */
export async function undoDelete(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  if (!isUuid(entryId)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    const entry = await tx.entry.findUnique({ where: { id: entryId } });
    if (!entry || entry.authorId !== actor.personId || entry.state !== 'deleted' || !entry.deletedAt) {
      throw new AppError('not_found');
    }
    // Taken down by the owner of the board: theirs to bring back.
    if (entry.removedById !== null) throw new AppError('forbidden');
    if (parts.clock.now().getTime() - entry.deletedAt.getTime() > UNDO_MS) throw new AppError('gone');
    // What had not come out yet waits for its hour again.
    const state = entry.publishedAt ? 'published' : 'scheduled';
    await tx.entry.update({ where: { id: entryId }, data: { state, deletedAt: null, purgeAfter: null } });
    if (state === 'scheduled') return;
    await parts.events.publish(tx, {
      type: 'entry.restored',
      entryId,
      kind: entry.kind,
      threadId: entry.threadId,
    });
  });
}
