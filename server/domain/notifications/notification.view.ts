import type { HeldBecause } from '#server/domain/events.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { EntryKind, NotificationKind, PinKind } from '#server/platform/database/schema.ts';
import type { NoticeSentence } from './notice-sentence.ts';

/** What a notice is about, as far as the reader may read it now. */
export type NoticeSubject = {
  entryKind: EntryKind;
  pinKind: PinKind | null;
  /** Who wrote the thing that was commented on, reported, hidden. */
  author: PersonRef;
  mine: boolean;
  /** The board a pin stands on. */
  owner: PersonRef | null;
  project: string | null;
};

/** One line of the list of notices. */
export type NotificationView = {
  id: string;
  kind: NotificationKind;
  /** Finer than the kind where the words differ. */
  what:
    | 'declined'
    | 'expired'
    | 'reminder'
    | 'escalated'
    | 'forwarded'
    | 'proposed'
    | 'again'
    | 'accepted'
    | 'share_asked'
    | 'shared'
    | 'hidden'
    | 'restored'
    | 'upheld'
    | 'contested'
    | 'due'
    | 'lead'
    | 'deputy'
    | 'sponsor'
    | 'member'
    | HeldBecause
    | 'suspended'
    | 'lifted'
    | null;
  /** The message that tells it. */
  sentence: NoticeSentence;
  at: string;
  unread: boolean;
  /** The newest first; at most three. */
  actors: PersonRef[];
  /** Everybody behind it. */
  people: number;
  count: number;
  subject: NoticeSubject | null;
  /** The project that it is about itself: its status is awaited, or it is the reader's now. */
  project: string | null;
  /** The first words of the newest thing. */
  excerpt: string;
  /** A moderator's reason. */
  reason: string | null;
  /** The end of a suspension. */
  until: string | null;
};

export type NotificationPage = { items: NotificationView[]; next: string | null; unread: number };
