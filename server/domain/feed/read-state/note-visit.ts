import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { isVisiting, lockReadState } from './read-state.ts';

/**
 * Notes that the actor had the feed before them, its newest item published at `newest`. What a visit began with stays
 * as its "new since your last visit" line; what is read is another matter.
 */
export async function noteVisit(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  newest: Date,
): Promise<void> {
  const now = parts.clock.now();
  const seen = newest > now ? now : newest;
  await parts.events.transaction(async (tx) => {
    const state = await lockReadState(tx, actor.personId);
    const visit = isVisiting(state, now) ? {} : { lastVisitAt: state.seenUpTo, visitStartedAt: now };
    const seenUpTo = state.seenUpTo && state.seenUpTo > seen ? state.seenUpTo : seen;
    await tx.readState.update({ where: { personId: actor.personId }, data: { ...visit, seenUpTo } });
  });
}
