import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isStorable } from '#server/platform/text/storable.schema.ts';
import type { Actor } from './actor.ts';

type Needs = Pick<Parts, 'db' | 'events' | 'live'>;

/** Ends the actor's own session, drops its sockets at once. */
export async function signOut(needs: Needs, actor: Actor): Promise<void> {
  await endSessions(needs, actor.personId, { id: actor.sessionId });
}

/** Ends one of my sessions. `not_found` where it is not mine. */
export async function revokeSession(needs: Needs, actor: Actor, sessionId: string): Promise<void> {
  if (!isStorable(sessionId)) throw new AppError('not_found');
  const ended = await endSessions(needs, actor.personId, { id: sessionId, accountId: actor.accountId });
  if (ended === 0) throw new AppError('not_found');
}

/** Signs out everywhere, or everywhere but here. */
export async function signOutEverywhere(needs: Needs, actor: Actor, keepThis: boolean): Promise<number> {
  const others = keepThis ? { id: { not: actor.sessionId } } : {};
  return endSessions(needs, actor.personId, { accountId: actor.accountId, ...others });
}

type Which = { id?: string | { not: string }; accountId?: string };

/** Ends the sessions that match: rows first, then the sockets of each; returns how many there were. */
export async function endSessions(needs: Needs, personId: string, which: Which): Promise<number> {
  const ids = await needs.events.transaction(async (tx) => {
    const sessions = await tx.session.findMany({ where: which, select: { id: true } });
    await tx.session.deleteMany({ where: { id: { in: sessions.map((session) => session.id) } } });
    for (const { id } of sessions) {
      await needs.events.publish(tx, { type: 'session.ended', sessionId: id, personId });
    }
    return sessions.map((session) => session.id);
  });
  for (const id of ids) needs.live.dropSession(id);
  return ids.length;
}
