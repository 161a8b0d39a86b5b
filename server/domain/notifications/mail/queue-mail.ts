import { deliveryOf } from '#server/domain/notifications/delivery.queries.ts';
import type { Parts } from '#server/domain/parts.ts';

/** A notice waits this long, in milliseconds: what is read in the app meanwhile needs no mail. */
export const GRACE_MS = 2 * 60_000;

/**
 * Puts a notice in line to be mailed, if its reader wants that kind at once. One mail a notice, however often it is
 * renewed while unread; hearing of it twice changes nothing.
 */
export async function queueMail(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  personId: string,
  notificationId: string,
): Promise<void> {
  const notice = await db.notification.findUnique({ where: { id: notificationId, personId } });
  if (!notice || notice.readAt) return;
  const { kinds } = await deliveryOf(db, personId);
  if (kinds.find(({ kind }) => kind === notice.kind)?.mail !== 'instant') return;
  const dueAt = new Date(clock.now().getTime() + GRACE_MS);
  await db.mailDue.createMany({
    data: [{ personId, way: 'instant', slot: notificationId, dueAt }],
    skipDuplicates: true,
  });
}
