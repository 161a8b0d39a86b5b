import type { Parts } from '#server/domain/parts.ts';

/** Drops sockets whose owner has lost access, and asks the policies anew when what somebody may read has changed. */
export function registerLiveListeners({ events, live }: Pick<Parts, 'events' | 'live'>): void {
  events.listen('live.drop-session', ['session.ended'], (event) => live.dropSession(event.sessionId));
  events.listen('live.drop-person', ['person.ended'], (event) => live.dropPerson(event.personId));
  events.listen('live.refresh-rooms', ['membership.changed', 'account.changed', 'grant.changed'], (event) =>
    live.refreshRooms(event.personId),
  );
}
