import { requireActor } from '#app/shell/load-context.ts';
import type { Actor, ActorGrant } from '#server/domain/identity/actor.ts';
import type { Role } from '#server/platform/database/schema.ts';

/** The columns of every policy's table. A visitor is nobody yet. */
export const COLUMNS = [
  'administrator',
  'people_operations',
  'employee',
  'reader',
  'external',
  'visitor',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row: what is asked, how, and the answer for each of {@link COLUMNS} in order. */
export type PolicyRow = [
  what: string,
  may: (actor: Actor) => boolean | Promise<boolean>,
  expected: boolean[],
];

/** Answers for everybody who is signed in, and never for a visitor. */
export const ALL = [true, true, true, true, true, false];
export const NONE = [false, false, false, false, false, false];
/** All who write: readers only read. */
export const WRITERS = [true, true, true, false, true, false];
/** All inside the company's "everyone". */
export const INSIDERS = [true, true, true, true, false, false];
/** Who runs the company's people and charts. */
export const OPERATIONS = [true, true, false, false, false, false];
export const ADMINISTRATORS = [true, false, false, false, false, false];

const ME = '01900000-0000-7000-8000-0000000000aa';

/** Somebody with this role and nothing else; rights and a part in things are given by name. */
export function someone(role: Role, given: Partial<Actor> = {}): Actor {
  return {
    personId: ME,
    accountId: '01900000-0000-7000-8000-0000000000ab',
    sessionId: 'session',
    role,
    handle: role,
    displayName: role,
    siteId: null,
    language: 'en',
    tone: 'du',
    timeZone: 'Europe/Berlin',
    terminal: false,
    grants: [],
    ...given,
  };
}

/** A right, company-wide unless a scope is named. */
export function right(
  kind: ActorGrant['kind'],
  scope: ActorGrant['scope'] = 'company',
  scopeId: string | null = null,
) {
  return { id: 'grant', kind, scope, scopeId };
}

/**
 * Asks for each column. A visitor gets no further than the door that every loader and action has, so that is where
 * theirs is asked: what the door lets through would reach the policy as nobody in particular, and count as allowed.
 */
export async function answers(
  may: PolicyRow[1],
  actors: (role: Role) => Actor | Promise<Actor> = someone,
): Promise<boolean[]> {
  const asked: boolean[] = [];
  for (const column of COLUMNS) {
    const actor = column === 'visitor' ? null : await actors(column);
    try {
      const door = { actor, session: { terminal: false } } as Parameters<typeof requireActor>[0];
      asked.push(await may(requireActor(door)));
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown;
      asked.push(false);
    }
  }
  return asked;
}
