import type { LiveRoom } from './live.ts';

/** Who is behind a socket. */
export type LivePerson = { personId: string; sessionId: string };

/** What the live server asks the company, handed in at start-up: who somebody is, and what they may hear. */
export type LiveGate<P extends LivePerson = LivePerson> = {
  /** The person of a request's cookies, or null. Must not prolong the session: a socket is not activity. */
  authenticate(cookies: string | undefined): Promise<P | null>;
  /** Rooms they are in without asking, beyond their own: `everyone`, the audiences they are subscribed to. */
  roomsOf(person: P): Promise<LiveRoom[]>;
  /** Whether they may listen to a thread, a board, a project, a chart, a person’s presence now. */
  mayJoin(person: P, room: LiveRoom): Promise<boolean>;
  /** Whether it may be told now that this person is here. */
  showsPresence(personId: string): Promise<boolean>;
  /** Of these session ids, those still in force. */
  liveSessions(sessionIds: string[]): Promise<Set<string>>;
};
