import { readable } from '#server/domain/audience/audience.policy.ts';
import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';

type WithdrawParts = Pick<Parts, 'db' | 'events' | 'clock'>;

/**
 * Takes unread notices about a removed entry out of the counts: nobody is called to what is gone. Where more
 * stands behind a notice, it stays and leads to the thread.
 */
export async function withdrawRemoved(parts: WithdrawParts, entryId: string): Promise<void> {
  const now = parts.clock.now();
  await parts.events.transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE notification SET entry_id = subject_id, count = count - 1
      WHERE entry_id = ${entryId}::uuid AND subject_id <> entry_id AND count > 1 AND read_at IS NULL
        AND kind IN ('comment', 'mention', 'answer')`;
    const gone = await tx.$queryRaw<{ person_id: string }[]>`
      UPDATE notification SET read_at = ${now}
      WHERE (entry_id = ${entryId}::uuid OR subject_id = ${entryId}::uuid) AND read_at IS NULL
        AND kind NOT IN ('moderation', 'report') RETURNING person_id::text`;
    for (const personId of new Set(gone.map((row) => row.person_id))) {
      await parts.events.publish(tx, { type: 'notification.read', personId });
    }
  });
}

/** The same for what a person may no longer read. */
export async function withdrawUnreadable(parts: WithdrawParts, personId: string): Promise<void> {
  const account = await parts.db.account.findUnique({ where: { personId }, select: { role: true } });
  if (!account) return;
  const reader = { personId, role: account.role, grants: [] };
  await parts.events.transaction(async (tx) => {
    const gone = await tx.$executeRaw(Prisma.sql`
      UPDATE notification n SET read_at = ${parts.clock.now()}
      WHERE n.person_id = ${personId}::uuid AND n.read_at IS NULL AND n.kind NOT IN ('report', 'import', 'scheduled', 'account')
        AND CASE WHEN n.kind IN ('status', 'project')
          THEN NOT EXISTS (SELECT 1 FROM project p WHERE p.id = n.subject_id AND ${readable(reader, Prisma.sql`p.audience_id`)})
          ELSE NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = n.entry_id AND ${entryReadable(reader, 'e')}) END`);
    if (gone > 0) await parts.events.publish(tx, { type: 'notification.read', personId });
  });
}
