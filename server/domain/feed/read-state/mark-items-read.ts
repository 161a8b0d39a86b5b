import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { raiseWatermark } from './raise-watermark.ts';
import { lockReadState } from './read-state.ts';

/** Marks single items as read, on every device: they were in sight, opened, or acted on. */
export async function markItemsRead(
  parts: Pick<Parts, 'events'>,
  actor: Pick<Actor, 'personId' | 'role'>,
  itemIds: readonly string[],
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const { watermark } = await lockReadState(tx, actor.personId);
    const below = await tx.$executeRaw`
      DELETE FROM read_exception
      WHERE person_id = ${actor.personId}::uuid AND item_id = ANY(${[...itemIds]}::uuid[]) AND NOT read`;
    const above = await tx.$executeRaw`
      INSERT INTO read_exception (person_id, item_id, read)
      SELECT ${actor.personId}::uuid, f.id, true FROM feed_item f
      WHERE f.id = ANY(${[...itemIds]}::uuid[]) AND f.published_at > ${watermark} AND f.author_id <> ${actor.personId}::uuid
      ON CONFLICT DO NOTHING`;
    if (below + above === 0) return;
    if (above > 0) await raiseWatermark(tx, actor, watermark);
    await parts.events.publish(tx, { type: 'feed.read', personId: actor.personId, items: itemIds.join() });
  });
}

/** Marks the item of an entry (or of the thread it stands in) as read: it was opened, or acted on. */
export async function markOpened(
  parts: Pick<Parts, 'db' | 'events'>,
  actor: Pick<Actor, 'personId' | 'role'>,
  entryId: string,
): Promise<void> {
  const entry = await parts.db.entry.findUnique({ where: { id: entryId }, select: { threadId: true } });
  if (!entry) return;
  const item = await parts.db.feedItem.findFirst({
    where: { subjectId: entry.threadId ?? entryId, kind: { not: 'joiner' } },
    select: { id: true },
  });
  if (item) await markItemsRead(parts, actor, [item.id]);
}
