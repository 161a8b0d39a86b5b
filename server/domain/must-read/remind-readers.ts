import type { Parts } from '#server/domain/parts.ts';

const DAY_MS = 86_400_000;
const AT_ONCE = 50;

/**
 * Reminds those who have not confirmed: at half time, and a day before it is due. Each reminder goes out once, however
 * many processes look; when the time came while no server ran, one is left out rather than both sent at once.
 */
export async function remindReaders(parts: Pick<Parts, 'events' | 'clock'>): Promise<number> {
  const now = parts.clock.now();
  return parts.events.transaction(async (tx) => {
    const due = await tx.$queryRaw<{ entry_id: string; due_at: Date; remind_at: Date }[]>`
      SELECT r.entry_id::text, r.due_at, r.remind_at FROM required_reading r
      JOIN entry e ON e.id = r.entry_id AND e.state = 'published'
      WHERE r.remind_at <= ${now} ORDER BY r.remind_at LIMIT ${AT_ONCE} FOR UPDATE OF r SKIP LOCKED`;
    for (const { entry_id: entryId, due_at: dueAt, remind_at: remindAt } of due) {
      const last = new Date(dueAt.getTime() - DAY_MS);
      const next = last > now && last > remindAt ? last : null;
      await tx.requiredReading.update({ where: { entryId }, data: { remindAt: next } });
      await parts.events.publish(tx, { type: 'reading.reminded', entryId });
    }
    return due.length;
  });
}
