import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { LinkPreviews } from '#server/domain/conversation/link-preview.view.ts';
import { markItemsRead, markOpened } from '#server/domain/feed/read-state/mark-items-read.ts';
import { markRead } from '#server/domain/feed/read-state/mark-read.ts';
import { markUnread } from '#server/domain/feed/read-state/mark-unread.ts';
import { noteVisit } from '#server/domain/feed/read-state/note-visit.ts';
import { newSince } from '#server/domain/feed/read-state/read-state.ts';
import { countSince, unreadCount } from '#server/domain/feed/read-state/unread.queries.ts';
import { cancelScheduled } from '#server/domain/feed/scheduling/cancel-scheduled.ts';
import { changeScheduled } from '#server/domain/feed/scheduling/change-scheduled.ts';
import { publishScheduled } from '#server/domain/feed/scheduling/publish-scheduled.ts';
import { releaseScheduled } from '#server/domain/feed/scheduling/release-scheduled.ts';
import type { ChangeScheduledInput, WaitingWords } from '#server/domain/feed/scheduling/schedule.schema.ts';
import { scheduledPosts } from '#server/domain/feed/scheduling/scheduled.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import { type AtomHouse, atomFeed } from './atom.ts';
import { audienceChoices, streamLabels, voiceChoices } from './audience-choices.queries.ts';
import { chooseView } from './choose-view.ts';
import { audienceFeed, feedItemOfEntry, feedPage, personFeed } from './feed.queries.ts';
import type { FeedPageView } from './feed.view.ts';
import { feedFront } from './feed-front.ts';
import type { FeedOrder, FeedView } from './feed-view.schema.ts';
import { previewItems } from './preview-items.ts';
import { publishPost } from './publish-post.ts';
import { putOnTop } from './put-on-top.ts';
import { railView } from './rail.queries.ts';
import { savedFeed } from './saved.queries.ts';
import { sharePost } from './share-post.ts';
import type { FeedFilter } from './stream.ts';
import { takeOffTop } from './take-off-top.ts';

export type FeedService = ReturnType<typeof createFeedService>;

/** What people open first every morning: posts, status updates, pins and new colleagues. */
export function createFeedService(
  parts: Parts,
  { settings, previews }: { settings: Pick<SettingsReader, 'current'>; previews: LinkPreviews },
) {
  const needs = { ...parts, settings, previews };
  const shown = async (actor: Actor, reading: Promise<FeedPageView>): Promise<FeedPageView> => {
    const page = await reading;
    return { ...page, items: await previewItems(previews, actor, page.items) };
  };
  return {
    publishPost: (actor: Actor, input: Parameters<typeof publishPost>[2]) => publishPost(parts, actor, input),
    sharePost: (actor: Actor, input: Parameters<typeof sharePost>[2]) => sharePost(parts, actor, input),
    /** The actor's own posts that wait for their hour. */
    scheduled: (actor: Actor) => scheduledPosts(parts, actor),
    changeScheduled: (actor: Actor, input: ChangeScheduledInput) => changeScheduled(parts, actor, input),
    publishScheduled: (actor: Actor, entryId: string, change?: WaitingWords) =>
      publishScheduled(parts, actor, entryId, change),
    cancelScheduled: (actor: Actor, entryId: string) => cancelScheduled(parts, actor, entryId),
    page: (actor: Actor, options?: { cursor?: string | null; filter?: FeedFilter; order?: FeedOrder }) =>
      shown(actor, feedPage(parts, actor, options)),
    /** The feed as it opens, with what stands on top of it. */
    front: (actor: Actor, options?: Parameters<typeof feedFront>[2]) => feedFront(needs, actor, options),
    putOnTop: (actor: Actor, entryId: string) => putOnTop(parts, actor, entryId),
    takeOffTop: (actor: Actor, entryId: string) => takeOffTop(parts, actor, entryId),
    chooseView: (actor: Actor, view: FeedView) => chooseView(parts, actor, view),
    byPerson: (actor: Actor, personId: string, cursor?: string | null) =>
      shown(actor, personFeed(parts, actor, personId, cursor)),
    /** The newest page as an Atom document. */
    atom: (actor: Actor, house: AtomHouse) => atomFeed(parts, actor, house),
    /** What is addressed to an audience, as far as the actor may read it; of a unit, its boards as well. */
    inAudience: (actor: Actor, audienceId: string, cursor?: string | null) =>
      shown(actor, audienceFeed(parts, actor, audienceId, cursor)),
    /** An entry as a feed item, for its own page. */
    ofEntry: (actor: Actor, entry: EntryView) => feedItemOfEntry(parts, actor, entry),
    /** What is delivered to the actor, for the filter. */
    streams: (actor: Actor, chosenId?: string) => streamLabels(parts.db, actor, chosenId),
    rail: (actor: Actor) => railView(parts.db, actor, parts.clock.now()),
    saved: (actor: Actor, cursor?: string | null) => shown(actor, savedFeed(parts, actor, cursor)),
    audienceChoices: (actor: Actor) => audienceChoices(parts.db, actor),
    voiceChoices: (actor: Actor) => voiceChoices(parts.db, actor),
    unreadCount: (actor: Actor) => unreadCount(parts.db, actor),
    /** How many items of others were published, or talked about, after a moment, at most 100. */
    countSince: (actor: Actor, since: Date, key?: 'published' | 'activity') =>
      countSince(parts.db, actor, since, key),
    newSince: (actor: Actor) => newSince(parts.db, actor, parts.clock.now()),
    noteVisit: (actor: Actor, newest: Date) => noteVisit(parts, actor, newest),
    markItemsRead: (actor: Actor, itemIds: readonly string[]) => markItemsRead(parts, actor, itemIds),
    /** The entry's item was opened. */
    markOpened: (actor: Actor, entryId: string) => markOpened(parts, actor, entryId),
    markRead: (actor: Actor, upTo: Date) => markRead(parts, actor, upTo),
    markUnread: (actor: Actor, from: Date) => markUnread(parts, actor, from),
    registerJobs(): void {
      parts.jobs.schedule('feed.release', '* * * * *', async () => void (await releaseScheduled(needs)));
    },
  };
}
