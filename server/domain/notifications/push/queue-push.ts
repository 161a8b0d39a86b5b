import { deliveryOf } from '#server/domain/notifications/delivery.queries.ts';
import { nextSendingTime } from '#server/domain/notifications/sending-time.ts';
import { sendingTimesOf } from '#server/domain/notifications/sending-times.queries.ts';
import type { Parts } from '#server/domain/parts.ts';

/**
 * Puts a notice in line to be pushed, if its reader wants that kind and has a device that takes it: now, or with the
 * first minute in which they may be disturbed. Hearing of it twice changes nothing.
 */
export async function queuePush(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  personId: string,
  notificationId: string,
): Promise<void> {
  const [notice, devices] = await Promise.all([
    db.notification.findUnique({ where: { id: notificationId, personId } }),
    db.pushSubscription.count({ where: { personId } }),
  ]);
  if (!notice || notice.readAt || devices === 0) return;
  const { kinds } = await deliveryOf(db, personId);
  if (!kinds.find(({ kind }) => kind === notice.kind)?.push) return;
  const now = clock.now();
  const dueAt = nextSendingTime(await sendingTimesOf(db, personId, now), now);
  await db.pushDue.createMany({ data: [{ personId, notificationId, dueAt }], skipDuplicates: true });
}
