import type { Parts } from '#server/domain/parts.ts';
import { notify } from './notify.ts';

/** Whoever planned a post is told that it did not come out, and why. */
export function registerScheduledNotices(parts: Parts): void {
  const { db, events } = parts;

  events.listen('notifications.held', ['post.held'], async ({ id: eventId, entryId, authorId, why }) => {
    // Given another hour or taken back meanwhile: nothing waits for a decision.
    const held = await db.entry.count({ where: { id: entryId, state: 'draft' } });
    if (held === 0) return;
    await notify(
      parts,
      { eventId, listener: 'notifications.held' },
      {
        kind: 'scheduled',
        personIds: [authorId],
        subjectId: entryId,
        entryId,
        groupKey: `held:${why}:${entryId}`,
        actorId: null,
      },
    );
  });
}
