import type { GermanTone, GrantKind, GrantScope, Language, Role } from '#server/platform/database/schema.ts';

/** A right beyond the role that is in force now; `scopeId` is null for the whole company. */
export type ActorGrant = { id: string; kind: GrantKind; scope: GrantScope; scopeId: string | null };

/** Whoever asks: the signed-in person, as every service call takes it first. */
export type Actor = {
  personId: string;
  accountId: string;
  /** SHA-256 of the session token. */
  sessionId: string;
  role: Role;
  handle: string;
  displayName: string;
  /** Address of the picture; missing or null for initials. */
  photo?: string | null;
  siteId: string | null;
  language: Language;
  tone: GermanTone;
  timeZone: string;
  /** How they last chose to look at the feed: `order=unread&kind=post`; missing or null for Latest. */
  feedView?: string | null;
  /** Signed in on a shared terminal: nothing is kept, two minutes idle end it. */
  terminal: boolean;
  /** May only read until a moment: a moderator decided so, for the reason. Missing or null for nearly everybody. */
  suspended?: { until: string; reason: string } | null;
  grants: ActorGrant[];
};

/** Inside the company's "everyone": all but externals. */
export function isInsider(actor: Pick<Actor, 'role'>): boolean {
  return actor.role !== 'external';
}

/** May write at all; readers only read, and so does who is suspended. */
export function mayWrite(actor: Pick<Actor, 'role' | 'suspended'>): boolean {
  return actor.role !== 'reader' && !actor.suspended;
}

/** Runs Flurfunk day to day: settings, imports, accounts. */
export function isAdministrator(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'administrator';
}

/** Looks after people and charts: administrators and people operations. */
export function isPeopleOperations(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'administrator' || actor.role === 'people_operations';
}

/**
 * The grant of `kind` that covers the scope, or null. A company-wide grant covers every scope;
 * without `scopeId` any company-wide grant counts.
 */
export function grantFor(
  actor: Pick<Actor, 'grants'>,
  kind: GrantKind,
  scope: GrantScope = 'company',
  scopeId: string | null = null,
): ActorGrant | null {
  return (
    actor.grants.find(
      (grant) =>
        grant.kind === kind &&
        (grant.scope === 'company' || (grant.scope === scope && grant.scopeId === scopeId)),
    ) ?? null
  );
}

/** A job, an import or the set-up, where no signed-in person asks. */
export type SystemActor = { system: true };
export const systemActor: SystemActor = { system: true };

/** Whoever changes something: a person, or the house itself. */
export type Doer = Actor | SystemActor;

/** True when the house itself acts. */
export function isSystem(doer: Doer): doer is SystemActor {
  return 'system' in doer;
}
