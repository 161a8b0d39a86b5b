import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { isUuid } from '#server/platform/ids.ts';
import { markAllRead, markOpened, markRead } from './mark-read.ts';
import { notificationsOf, targetOf, unreadCountOf } from './notifications.queries.ts';

/** What concerns the reader: a list, a count, and what has been seen. */
export function createNotificationsService(parts: Parts) {
  return {
    list: (actor: Actor, cursor: string | null = null) => notificationsOf(parts, actor, cursor),
    /** Exact to 99; 100 means more. */
    unreadCount: (actor: Actor) => unreadCountOf(parts.db, actor.personId),
    markAllRead: (actor: Actor) => markAllRead(parts, actor),
    /** To be called by whatever shows an entry with its thread. */
    opened: (actor: Actor, entryId: string) => markOpened(parts, actor, entryId),
    /** Marks a notice read and says where it leads; null where it is not the actor's, or what it was about is gone. */
    async follow(actor: Actor, id: string): Promise<string | null> {
      const target = isUuid(id) ? await targetOf(parts.db, actor, id) : null;
      if (!target) return null;
      await markRead(parts, actor, id);
      if (target.kind === 'import') return `/admin/import/${target.subjectId}`;
      if (target.kind === 'status' && target.projectOf) return `/projects/${target.projectOf}`;
      if (!target.entryId) return null;
      if (target.kind === 'report') return `/moderation#entry-${target.entryId}`;
      return addressOfEntry({ ...target, id: target.entryId });
    },
  };
}
