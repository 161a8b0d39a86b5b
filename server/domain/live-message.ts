import type { LiveMessage } from '#server/platform/live/live.ts';
import type { ReadMarks } from './events.ts';

type Counts = { done?: number; total?: number };

/**
 * Everything a screen can hear. Sender and screen are checked against this list, so that nobody waits for a kind
 * that nobody sends. Ids and counts only: what happened is read through the policies of the page.
 */
export type DomainLiveMessage =
  | { kind: 'feed.new'; itemId: string; authorId: string }
  /** Taken out of the feed: deleted or hidden. */
  | { kind: 'feed.gone'; itemId: string }
  /** In it again: brought back by its author, or shown by a moderator. */
  | { kind: 'feed.back'; itemId: string; authorId: string }
  /** Somebody talked about an item. */
  | { kind: 'feed.activity'; itemId: string; authorId: string }
  /** The counts of one person, on each of their screens, and what they marked; only what has changed. */
  | ({ kind: 'unread'; feed?: number; notifications?: number } & ReadMarks)
  | { kind: 'thread.changed'; threadId: string; entryId: string }
  | { kind: 'board.changed'; ownerId: string; entryId: string; placed?: boolean }
  /** Whether somebody has a page open; heard only where their site's works agreement allows it. */
  | { kind: 'presence'; personId: string; here: boolean }
  | { kind: 'chart.changed'; chartId: string }
  | { kind: 'status.published'; projectId: string }
  | { kind: 'project.changed'; projectId: string }
  | ({ kind: 'import.progressed'; runId: string } & Counts)
  | ({ kind: 'import.finished'; runId: string } & Counts);

/** From the live server itself: something may be missing, look again. */
type Resync = { kind: 'live.resync' };

export type ScreenMessage = DomainLiveMessage | Resync;

/** One kind of message: `MessageOf<'feed.new'>`. */
export type MessageOf<K extends ScreenMessage['kind']> = Extract<ScreenMessage, { kind: K }> & LiveMessage;
