import { readerOf } from '#server/domain/identity/reader.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import { bringOut } from './bring-out.ts';

/** In one minute; what is left over comes a minute later. */
const AT_ONCE = 200;

type Needs = Pick<Parts, 'db' | 'events' | 'ids' | 'clock' | 'log'> & {
  settings: Pick<SettingsReader, 'current'>;
};

/**
 * Publishes what is due. It counts from the moment it was meant for, also when no server ran then: whoever has read on
 * past that finds it unread. Where its author lacks a right by then it is held back, and they are told.
 * @returns how many came out
 */
export async function releaseScheduled(needs: Needs): Promise<number> {
  const due = await needs.db.entry.findMany({
    where: { state: 'scheduled', scheduledFor: { lte: needs.clock.now() } },
    select: { id: true, authorId: true, scheduledFor: true },
    orderBy: { scheduledFor: 'asc' },
    take: AT_ONCE,
  });
  let released = 0;
  for (const { id, authorId, scheduledFor } of due) {
    try {
      if (await release(needs, id, authorId, scheduledFor as Date)) released++;
    } catch (error) {
      // The others come out; this one is tried again in a minute.
      needs.log.error({ err: error, entryId: id }, 'a scheduled post could not be published');
    }
  }
  return released;
}

/** Publishes one, or holds it back: exactly once, however many processes try. False where it did not come out here. */
async function release(needs: Needs, id: string, authorId: string, publishedAt: Date): Promise<boolean> {
  const author = await readerOf(needs, await needs.settings.current(), authorId);
  return needs.events.transaction(async (tx) => {
    const [waiting] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM entry WHERE id = ${id}::uuid AND state = 'scheduled' FOR UPDATE`;
    if (!waiting) return false;
    const why = author ? await bringOut(tx, needs, author, id, publishedAt) : 'account';
    if (!why) return true;
    await tx.entry.update({ where: { id }, data: { state: 'draft' } });
    await needs.events.publish(tx, { type: 'post.held', entryId: id, authorId, why });
    return false;
  });
}
