import type { Parts } from '#server/domain/parts.ts';

/** Tells the screens that have a thread open what changed in it; ids only. */
export function registerConversationListeners(parts: Pick<Parts, 'events' | 'live'>): void {
  const { events, live } = parts;
  events.listen(
    'conversation.live-thread',
    ['entry.published', 'entry.removed', 'entry.restored'],
    (event) => {
      if (event.threadId)
        live.emit(`thread:${event.threadId}`, {
          kind: 'thread.changed',
          threadId: event.threadId,
          entryId: event.entryId,
        });
      else
        live.emit(`thread:${event.entryId}`, {
          kind: 'thread.changed',
          threadId: event.entryId,
          entryId: event.entryId,
        });
    },
  );
  events.listen(
    'conversation.live-entry',
    ['entry.edited', 'reaction.changed', 'poll.voted', 'thread.closed'],
    (event) => {
      live.emit(`thread:${event.entryId}`, {
        kind: 'thread.changed',
        threadId: event.entryId,
        entryId: event.entryId,
      });
    },
  );
}
