import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { audienceChoices, officeChoices, streamLabels } from './audience-choices.queries.ts';
import { feedItemOfEntry, feedPage, personFeed } from './feed.queries.ts';
import type { FeedFilter } from './feed-skeleton.queries.ts';
import { publishPost } from './publish-post.ts';
import { railView } from './rail.queries.ts';
import { countSince, markRead, markUnread, newSince, unreadCount } from './read-state.ts';
import { savedFeed } from './saved.queries.ts';

export type FeedService = ReturnType<typeof createFeedService>;

/** What people open first every morning: posts, status updates, pins and new colleagues. */
export function createFeedService(parts: Parts) {
  return {
    publishPost: (actor: Actor, input: Parameters<typeof publishPost>[2]) => publishPost(parts, actor, input),
    page: (actor: Actor, options?: { cursor?: string | null; filter?: FeedFilter }) =>
      feedPage(parts.db, actor, options),
    byPerson: (actor: Actor, personId: string, cursor?: string | null) =>
      personFeed(parts.db, actor, personId, cursor),
    /** An entry as a feed item, for its own page. */
    ofEntry: (actor: Actor, entry: EntryView) => feedItemOfEntry(parts.db, actor, entry),
    /** What is delivered to the actor, for the filter. */
    streams: (actor: Actor, chosenId?: string) => streamLabels(parts.db, actor, chosenId),
    rail: (actor: Actor) => railView(parts.db, actor, parts.clock.now()),
    saved: (actor: Actor, cursor?: string | null) => savedFeed(parts.db, actor, cursor),
    audienceChoices: (actor: Actor) => audienceChoices(parts.db, actor),
    officeChoices: (actor: Actor) => officeChoices(parts.db, actor),
    unreadCount: (actor: Actor) => unreadCount(parts.db, actor),
    /** How many items of others were published after a moment, at most 100. */
    countSince: (actor: Actor, since: Date) => countSince(parts.db, actor, since),
    newSince: (actor: Actor) => newSince(parts.db, actor, parts.clock.now()),
    markRead: (actor: Actor, upTo: Date) => markRead(parts, actor, upTo),
    markUnread: (actor: Actor, from: Date) => markUnread(parts, actor, from),
  };
}
