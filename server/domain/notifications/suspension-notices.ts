import type { Parts } from '#server/domain/parts.ts';
import { type Cause, notify } from './notify.ts';

/** Who may not write for a while is told so, and when that ends early; it is nobody else's business. */
export function registerSuspensionNotices(parts: Parts): void {
  const { db, events, clock } = parts;

  events.listen('notifications.suspended', ['suspension.given'], async ({ id: eventId, ...event }) => {
    const runs = await db.suspension.count({
      where: { id: event.suspensionId, liftedAt: null, endsAt: { gt: clock.now() } },
    });
    if (runs > 0) await tell({ eventId, listener: 'notifications.suspended' }, 'suspended', event);
  });

  events.listen(
    'notifications.suspension-lifted',
    ['suspension.lifted'],
    async ({ id: eventId, ...event }) => {
      await events.transaction(async (tx) => {
        const { personId, suspensionId } = event;
        const { count } = await tx.notification.updateMany({
          where: { personId, groupKey: `suspended:${suspensionId}`, readAt: null },
          data: { readAt: clock.now() },
        });
        if (count > 0) await events.publish(tx, { type: 'notification.read', personId });
      });
      await tell({ eventId, listener: 'notifications.suspension-lifted' }, 'lifted', event);
    },
  );

  function tell(
    cause: Cause,
    what: 'suspended' | 'lifted',
    event: { suspensionId: string; personId: string },
  ) {
    return notify(parts, cause, {
      kind: 'account',
      personIds: [event.personId],
      subjectId: event.suspensionId,
      entryId: null,
      groupKey: `${what}:${event.suspensionId}`,
      // The decision is the company's, not a colleague's.
      actorId: null,
    });
  }
}
