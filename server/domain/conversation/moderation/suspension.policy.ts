import { type Actor, grantFor, isAdministrator } from '#server/domain/identity/actor.ts';
import type { Role } from '#server/platform/database/schema.ts';

/** What a decision about somebody's right to write needs to know of them. */
export type SuspensionSubject = {
  personId: string;
  role: Role;
  /** Speaks for an independent office (the works council): nobody silences it (BetrVG § 78). */
  speaksIndependently: boolean;
};

/** May see who is suspended and decide about it: administrators, and whoever holds a mandate to moderate. */
export function maySeeSuspensions(actor: Pick<Actor, 'role' | 'grants'>): boolean {
  return isAdministrator(actor) || grantFor(actor, 'moderate') !== null;
}

/** May take somebody's right to write for a while: never one's own, an administrator's only as one, never a works council's. */
export function maySuspend(
  actor: Pick<Actor, 'personId' | 'role' | 'grants'>,
  person: SuspensionSubject,
): boolean {
  if (!maySeeSuspensions(actor) || person.personId === actor.personId || person.speaksIndependently)
    return false;
  return person.role !== 'administrator' || isAdministrator(actor);
}

/** May end it early: any moderator but the one it is about. */
export function mayLift(
  actor: Pick<Actor, 'personId' | 'role' | 'grants'>,
  suspension: { personId: string },
): boolean {
  return maySeeSuspensions(actor) && suspension.personId !== actor.personId;
}
