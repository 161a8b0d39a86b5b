import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { lockReadState } from './read-state.ts';

/** Marks what was published from a moment on as unread again, on every device; there the "new since" line stands then. */
export async function markUnread(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  from: Date,
): Promise<void> {
  const before = new Date(from.getTime() - 1);
  await parts.events.transaction(async (tx) => {
    const state = await lockReadState(tx, actor.personId);
    await tx.$executeRaw`
      DELETE FROM read_exception x USING feed_item f
      WHERE x.person_id = ${actor.personId}::uuid AND f.id = x.item_id AND f.published_at >= ${from}`;
    await tx.readState.update({
      where: { personId: actor.personId },
      data: {
        watermark: before < state.watermark ? before : state.watermark,
        lastVisitAt: before,
        visitStartedAt: parts.clock.now(),
      },
    });
    await parts.events.publish(tx, {
      type: 'feed.read',
      personId: actor.personId,
      unreadFrom: from.toISOString(),
    });
  });
}
