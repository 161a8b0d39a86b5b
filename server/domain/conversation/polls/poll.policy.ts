import type { Actor } from '#server/domain/identity/actor.ts';
import { mayWrite } from '#server/domain/identity/actor.ts';
import type { EntryState } from '#server/platform/database/schema.ts';
import { ANONYMOUS_MIN } from './poll-limits.schema.ts';

/** What a decision about a poll needs to know of it. */
export type PollFacts = {
  authorId: string;
  state: EntryState;
  anonymous: boolean;
  closed: boolean;
  /** The actor has taken part. */
  voted: boolean;
  voters: number;
};

/** May vote on a poll that they may read: a vote in an open one can be changed, an anonymous one cannot be found again. */
export function mayVote(actor: Pick<Actor, 'role' | 'suspended'>, poll: PollFacts): boolean {
  if (poll.state !== 'published' || poll.closed || !mayWrite(actor)) return false;
  return !(poll.anonymous && poll.voted);
}

/**
 * May see how the votes stand. Open: who has voted, and everybody afterwards. Anonymous: nobody before the end, as a
 * count that moves when a colleague votes would tell what they chose; and never for fewer than five.
 */
export function maySeeResults(poll: Pick<PollFacts, 'anonymous' | 'closed' | 'voted' | 'voters'>): boolean {
  if (poll.anonymous) return poll.closed && poll.voters >= ANONYMOUS_MIN;
  return poll.closed || poll.voted;
}

/** May take the results away as a table: the author, once they may see them at all. */
export function mayExport(actor: Pick<Actor, 'personId'>, poll: PollFacts): boolean {
  if (poll.authorId !== actor.personId || poll.state !== 'published') return false;
  return poll.anonymous ? maySeeResults(poll) : true;
}
