import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { loadEntryFor } from './load-entry.ts';

/** Closes the comments below a thread, with a reason or without, or opens them again. The author and moderators. */
export async function closeComments(
  parts: Pick<Parts, 'events'>,
  actor: Actor,
  input: { entryId: string; closed: boolean; reason?: string },
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntryFor(tx, actor, input.entryId, 'closeComments');
    await tx.entry.update({
      where: { id: entry.id },
      data: {
        commentsClosed: input.closed,
        commentsClosedReason: input.closed ? input.reason || null : null,
      },
    });
    await parts.events.publish(tx, { type: 'thread.closed', entryId: entry.id });
  });
}
