import type { Parts } from '#server/domain/parts.ts';
import { notify } from './notify.ts';

/** Who must read something is told at once and reminded until they have; then the notice is done. */
export function registerReadingNotices(parts: Parts): void {
  const { db, events, clock } = parts;

  events.listen('notifications.must-read', ['reading.required', 'reading.reminded'], async (event) => {
    const entry = await db.entry.findUnique({ where: { id: event.entryId } });
    if (entry?.state !== 'published') return;
    const open = await db.$queryRaw<{ id: string }[]>`
      SELECT c.person_id::text AS id FROM reading_confirmation c
      JOIN account a ON a.person_id = c.person_id AND a.state = 'active'
      WHERE c.entry_id = ${event.entryId}::uuid AND c.confirmed_at IS NULL`;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.must-read' },
      {
        kind: 'must_read',
        personIds: open.map(({ id }) => id),
        subjectId: event.entryId,
        entryId: event.entryId,
        groupKey: `must-read:${event.entryId}`,
        actorId: entry.authorId,
      },
    );
  });

  events.listen('notifications.was-read', ['reading.confirmed'], async ({ entryId, personId }) => {
    await events.transaction(async (tx) => {
      const { count } = await tx.notification.updateMany({
        where: { personId, groupKey: `must-read:${entryId}`, readAt: null },
        data: { readAt: clock.now() },
      });
      if (count > 0) await events.publish(tx, { type: 'notification.read', personId });
    });
  });
}
