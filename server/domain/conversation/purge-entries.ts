import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';

const AT_ONCE = 200;

/**
 * Removes for good what was deleted and whose time to be brought back is over, with all that was said below it. Where a
 * moderator has acted, the act is proof and its entry stays as an empty shell; under a legal hold everything stays.
 * @returns how many threads or comments were purged
 */
export async function purgeEntries(parts: Pick<Parts, 'db' | 'events' | 'clock'>): Promise<number> {
  const due = await parts.db.entry.findMany({
    where: { purgeAfter: { lte: parts.clock.now() }, legalHold: false, state: 'deleted' },
    select: { id: true, kind: true },
    orderBy: { purgeAfter: 'asc' },
    take: AT_ONCE,
  });
  for (const { id, kind } of due) {
    await parts.events.transaction(async (tx) => {
      await purge(tx, id);
      await parts.events.publish(tx, { type: 'entry.purged', entryId: id, kind });
    });
  }
  return due.length;
}

async function purge(tx: Tx, id: string): Promise<void> {
  const thread = await tx.entry.findMany({
    where: { OR: [{ id }, { threadId: id }] },
    select: { id: true, _count: { select: { moderationActAsEntry: true } } },
  });
  const kept = thread.filter((entry) => entry._count.moderationActAsEntry > 0).map((entry) => entry.id);
  if (kept.length > 0) {
    // The head of a thread stays while something below it does.
    const shells = [...new Set([id, ...kept])];
    for (const table of [tx.entryBody, tx.mention, tx.reaction, tx.attachment])
      await (table as typeof tx.mention).deleteMany({ where: { entryId: { in: shells } } });
    await tx.entry.updateMany({ where: { id: { in: shells } }, data: { purgeAfter: null } });
    await tx.entry.deleteMany({ where: { threadId: id, id: { notIn: shells } } });
    return;
  }
  await tx.entry.deleteMany({ where: { threadId: id } });
  await tx.entry.delete({ where: { id } });
}
