/**
 * Everything that can happen in the company, as one room tells the others. Ids only: names and
 * texts are read when they are needed, by the policies of that moment.
 */
export type DomainEvent =
  // identity
  | { type: 'person.changed'; personId: string }
  | { type: 'person.joined'; personId: string }
  | { type: 'person.ended'; personId: string }
  | { type: 'session.ended'; sessionId: string; personId: string }
  | { type: 'account.changed'; accountId: string; personId: string }
  | { type: 'grant.changed'; personId: string }
  // audience
  | { type: 'membership.changed'; personId: string; audienceId: string }
  // organisation
  | { type: 'chart.changed'; chartId: string }
  // conversation
  | {
      type: 'entry.published';
      entryId: string;
      kind: EntryKind;
      audienceId: string;
      authorId: string;
      threadId: string | null;
    }
  | { type: 'entry.edited'; entryId: string; kind: EntryKind }
  | {
      type: 'entry.removed';
      entryId: string;
      kind: EntryKind;
      threadId: string | null;
      cause: 'deleted' | 'hidden';
    }
  | { type: 'entry.restored'; entryId: string; kind: EntryKind; threadId: string | null }
  | { type: 'entry.purged'; entryId: string; kind: EntryKind }
  | { type: 'reaction.changed'; entryId: string; personId: string }
  | { type: 'entry.reported'; entryId: string; reportId: string }
  | { type: 'entry.contested'; entryId: string; actId: string }
  | { type: 'entry.upheld'; entryId: string; actId: string }
  | { type: 'suspension.given'; suspensionId: string; personId: string }
  /** Before its time. */
  | { type: 'suspension.lifted'; suspensionId: string; personId: string }
  | { type: 'poll.voted'; entryId: string }
  | { type: 'thread.closed'; entryId: string }
  | { type: 'question.asked'; entryId: string; authorId: string }
  | { type: 'question.changed'; entryId: string; state: 'open' | 'answered' | 'declined' | 'expired' }
  // must-read
  | { type: 'reading.required'; entryId: string; authorId: string }
  | { type: 'reading.reminded'; entryId: string }
  | { type: 'reading.confirmed'; entryId: string; personId: string }
  /** Half of the time is over, or the time has begun anew for want of a deputy. */
  | { type: 'question.reminded'; entryId: string; personId: string }
  /** The time is over: the person answers it now. */
  | { type: 'question.escalated'; entryId: string; personId: string }
  /** By `actorId`: the person answers it now. */
  | { type: 'question.forwarded'; entryId: string; personId: string; actorId: string }
  /** The person would hand it on; whoever asked has to agree. */
  | { type: 'question.forward_proposed'; entryId: string; personId: string }
  /** The answer did not help: the person is asked once more. */
  | { type: 'question.reasked'; entryId: string; personId: string }
  /** By the person, who asked: it helped. */
  | { type: 'answer.accepted'; entryId: string; personId: string }
  /** The person agrees that all may find the answered question; it takes the other one, too. */
  | { type: 'answer.consented'; entryId: string; personId: string; otherId: string; shared: boolean }
  /** Who may find an answered question has changed. */
  | { type: 'answer.findable'; entryId: string }
  // projects
  | { type: 'project.changed'; projectId: string }
  /** Somebody answers for it now, or works in it. */
  | {
      type: 'project.entrusted';
      projectId: string;
      role: 'lead' | 'deputy' | 'sponsor' | 'member';
      personId: string;
      actorId: string;
    }
  | { type: 'status.published'; projectId: string; entryId: string }
  | {
      type: 'status.awaited';
      projectId: string;
      stage: 'due' | 'deputy' | 'sponsor';
      personId: string;
    }
  // pinboard
  | { type: 'pin.placed'; entryId: string; ownerId: string; authorId: string }
  | { type: 'pin.changed'; entryId: string; ownerId: string }
  // statutory
  | { type: 'notice.hung'; noticeId: string }
  // feed
  /** A post's hour came, and its author lacked a right for it. */
  | { type: 'post.held'; entryId: string; authorId: string; why: HeldBecause }
  | { type: 'feed.item_added'; itemId: string; audienceId: string; authorId: string }
  | ({ type: 'feed.read'; personId: string } & ReadMarks)
  // notifications
  | { type: 'notification.added'; personId: string; notificationId: string }
  | { type: 'notification.read'; personId: string }
  // imports
  | { type: 'import.progressed'; runId: string; done: number; total: number }
  | { type: 'import.finished'; runId: string };

/** What somebody's marks have changed: single items (ids with commas), all up to a moment (read), all from one on (unread). */
export type ReadMarks = { items?: string; upTo?: string; unreadFrom?: string };

/** Why a post did not come out at its hour: what its author did not have then. */
export type HeldBecause = 'account' | 'readOnly' | 'audience' | 'voice' | 'mustRead';

export type EntryKind = 'post' | 'status' | 'pin' | 'comment' | 'answer';
