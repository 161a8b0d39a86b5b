import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { lockReadState } from './read-state.ts';

/** Marks everything published up to `upTo` as read, on every device; the mark only moves forward. */
export async function markRead(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  upTo: Date,
): Promise<void> {
  const now = parts.clock.now();
  const mark = upTo > now ? now : upTo;
  await parts.events.transaction(async (tx) => {
    const state = await lockReadState(tx, actor.personId);
    await tx.$executeRaw`
      DELETE FROM read_exception x USING feed_item f
      WHERE x.person_id = ${actor.personId}::uuid AND f.id = x.item_id AND f.published_at <= ${mark}`;
    if (mark > state.watermark)
      await tx.readState.update({ where: { personId: actor.personId }, data: { watermark: mark } });
    await parts.events.publish(tx, {
      type: 'feed.read',
      personId: actor.personId,
      upTo: mark.toISOString(),
    });
  });
}
