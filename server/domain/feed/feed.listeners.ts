import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { markOpened } from '#server/domain/feed/read-state/mark-items-read.ts';
import { unreadCount } from '#server/domain/feed/read-state/unread.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Role } from '#server/platform/database/schema.ts';
import { addFeedItem } from './add-feed-item.ts';

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
    // The time it is noted, not the comment's: an item must not appear among pages that somebody is past already.
    const activityAt = clock.now();
    const where = { subjectId: event.threadId, activityAt: { lt: activityAt } };
    const [item] = await db.feedItem.updateManyAndReturn({ where, data: { activityAt } });
    if (item && !item.removedAt)
      live.emit(roomOf(item.audienceId), {
        kind: 'feed.activity',
        itemId: item.id,
        authorId: event.authorId,
      });
  });

  // Who comments on something, or reacts to it, has read it.
  events.listen('feed.read-by-acting', ['entry.published', 'reaction.changed'], async (event) => {
    const [entryId, personId] =
      event.type === 'reaction.changed' ? [event.entryId, event.personId] : [event.threadId, event.authorId];
    const reader = entryId && (await readerOf(personId));
    if (reader) await markOpened(parts, reader, entryId);
  });

  events.listen('feed.take-out', ['entry.removed'], async (event) => {
    // Told late, or once more, it may be back by now.
    if (await stands(event.entryId)) return;
    const gone = await db.feedItem.updateManyAndReturn({
      where: { subjectId: event.entryId, removedAt: null },
      data: { removedAt: clock.now() },
    });
    for (const item of gone) live.emit(roomOf(item.audienceId), { kind: 'feed.gone', itemId: item.id });
  });

  events.listen('feed.forget', ['entry.purged'], async (event) => {
    await db.feedItem.deleteMany({ where: { subjectId: event.entryId } });
  });

  events.listen('feed.put-back', ['entry.restored'], async (event) => {
    if (!(await stands(event.entryId))) return;
    const back = await db.feedItem.updateManyAndReturn({
      where: { subjectId: event.entryId, removedAt: { not: null } },
      data: { removedAt: null },
    });
    for (const { id: itemId, audienceId, authorId } of back)
      live.emit(roomOf(audienceId), { kind: 'feed.back', itemId, authorId });
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

  events.listen('feed.live', ['feed.item_added'], async (event) => {
    // Told late, or once more, it may be gone by now: nobody is called to what they will not find.
    const item = await db.feedItem.findUnique({ where: { id: event.itemId }, select: { removedAt: true } });
    if (!item || item.removedAt) return;
    live.emit(roomOf(event.audienceId), {
      kind: 'feed.new',
      itemId: event.itemId,
      authorId: event.authorId,
    });
  });

  // Every device of the reader shows the same count and the same marks.
  events.listen('feed.live-read', ['feed.read'], async (event) => {
    const reader = await readerOf(event.personId);
    if (!reader) return;
    const { items, upTo, unreadFrom } = event;
    const feed = await unreadCount(db, reader);
    live.emit(`person:${event.personId}`, { kind: 'unread', feed, items, upTo, unreadFrom });
  });

  async function stands(entryId: string) {
    const entry = await db.entry.findUnique({ where: { id: entryId }, select: { state: true } });
    return entry?.state === 'published';
  }

  async function readerOf(personId: string) {
    const account = await db.account.findUnique({
      where: { personId },
      select: { role: true, person: { select: { kind: true } } },
    });
    if (!account) return null;
    const role: Role = account.person.kind === 'external' ? 'external' : account.role;
    return { personId, role };
  }
}

function roomOf(audienceId: string) {
  return audienceId === EVERYONE_AUDIENCE_ID ? 'everyone' : (`audience:${audienceId}` as const);
}
