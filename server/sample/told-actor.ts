import type { Actor } from '#server/domain/identity/actor.ts';
import { type NewPerson, nameOf } from '#server/domain/identity/create-person.ts';

/** A person of the story as the services know who asks; role and grants are added when they are given. */
export function toActor(made: { id: string; handle: string }, person: NewPerson): Actor {
  return {
    personId: made.id,
    accountId: made.id,
    sessionId: 'sample',
    role: person.kind === 'external' ? 'external' : 'employee',
    handle: made.handle,
    displayName: nameOf(person),
    siteId: person.siteId ?? null,
    language: person.language ?? 'de',
    tone: 'du',
    timeZone: 'Europe/Berlin',
    terminal: false,
    grants: [],
  };
}
