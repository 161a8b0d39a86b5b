import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';

type MarkParts = Pick<Parts, 'db' | 'events' | 'clock'>;
type Where = Prisma.NotificationWhereInput;

/** Marks all of the actor's notices read. */
export async function markAllRead(parts: MarkParts, actor: Actor): Promise<void> {
  await mark(parts, actor, {});
}

/** Marks one notice read, as when it is followed. */
export async function markRead(parts: MarkParts, actor: Actor, notificationId: string): Promise<void> {
  if (isUuid(notificationId)) await mark(parts, actor, { id: notificationId });
}

/**
 * Marks read whatever the actor was told about a thing they have just opened: an entry with its thread. Cheap where
 * there is nothing to mark.
 */
export async function markOpened(parts: MarkParts, actor: Actor, entryId: string): Promise<void> {
  await markIfAny(parts, actor, { OR: [{ subjectId: entryId }, { entryId }] });
}

/** The same for whatever the actor was told about their posts that were held back. */
export async function markScheduledOpened(parts: MarkParts, actor: Actor): Promise<void> {
  await markIfAny(parts, actor, { kind: 'scheduled' });
}

async function markIfAny(parts: MarkParts, actor: Actor, where: Where): Promise<void> {
  const waiting = await parts.db.notification.findFirst({
    where: { personId: actor.personId, readAt: null, ...where },
    select: { id: true },
  });
  if (waiting) await mark(parts, actor, where);
}

async function mark(parts: MarkParts, actor: Actor, where: Where): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { personId: actor.personId, readAt: null, ...where },
      data: { readAt: parts.clock.now() },
    });
    if (count > 0) await parts.events.publish(tx, { type: 'notification.read', personId: actor.personId });
  });
}
