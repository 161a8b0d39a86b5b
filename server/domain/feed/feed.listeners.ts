import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import { addFeedItem } from './add-feed-item.ts';
import { unreadCount } from './read-state.ts';

/** Keeps the feed in step with what is written, hidden, deleted and commented; one listener an effect. */
export function registerFeedListeners(parts: Pick<Parts, 'db' | 'events' | 'ids' | 'live' | 'clock'>): void {
  const { db, events, live, clock } = parts;

  events.listen('feed.add-entry', ['entry.published'], async (event) => {
    if (event.kind !== 'status' && event.kind !== 'pin' && event.kind !== 'post') return;
    const kind = event.kind;
    const entry = await db.entry.findUnique({ where: { id: event.entryId } });
    if (entry?.state !== 'published' || !entry.publishedAt) return;
    const { id, audienceId, authorId, publishedAt } = entry;
    await events.transaction((tx) =>
      addFeedItem(tx, parts, { kind, subjectId: id, audienceId, authorId, publishedAt }),
    );
  });

  events.listen('feed.note-activity', ['entry.published'], async (event) => {
    if (!event.threadId) return;
    const entry = await db.entry.findUnique({ where: { id: event.entryId }, select: { publishedAt: true } });
    if (!entry?.publishedAt) return;
    await db.feedItem.updateMany({
      where: { subjectId: event.threadId, activityAt: { lt: entry.publishedAt } },
      data: { activityAt: entry.publishedAt },
    });
  });

  events.listen('feed.take-out', ['entry.removed'], async (event) => {
    await db.feedItem.updateMany({
      where: { subjectId: event.entryId, removedAt: null },
      data: { removedAt: clock.now() },
    });
  });

  events.listen('feed.put-back', ['entry.restored'], async (event) => {
    await db.feedItem.updateMany({ where: { subjectId: event.entryId }, data: { removedAt: null } });
  });

  events.listen('feed.welcome', ['person.joined'], async (event) => {
    const person = await db.person.findUnique({ where: { id: event.personId }, include: { site: true } });
    if (!person?.site || person.nameWithheld || person.kind === 'external') return;
    const { audienceId } = person.site;
    const publishedAt = person.createdAt;
    await events.transaction((tx) =>
      addFeedItem(tx, parts, {
        kind: 'joiner',
        subjectId: person.id,
        audienceId,
        authorId: person.id,
        publishedAt,
      }),
    );
  });

  events.listen('feed.live', ['feed.item_added'], (event) => {
    const room =
      event.audienceId === EVERYONE_AUDIENCE_ID ? 'everyone' : (`audience:${event.audienceId}` as const);
    live.emit(room, { kind: 'feed.new', itemId: event.itemId, authorId: event.authorId });
  });

  // Every device of the reader shows the same count.
  events.listen('feed.live-read', ['feed.read'], async (event) => {
    const account = await db.account.findUnique({
      where: { personId: event.personId },
      select: { role: true },
    });
    if (!account) return;
    const feed = await unreadCount(db, { personId: event.personId, role: account.role });
    live.emit(`person:${event.personId}`, { kind: 'unread', feed });
  });
}
