import { type Actor, isAdministrator, isPeopleOperations } from '#server/domain/identity/actor.ts';

/** Which fields a profile has beyond those of every house is the company's choice, so administrators make it. */
export function mayDefineFields(actor: Pick<Actor, 'role'>): boolean {
  return isAdministrator(actor);
}

/** What people do not write about themselves (a cost centre, say) people operations fill in, for anybody. */
export function mayFillFields(actor: Pick<Actor, 'role'>): boolean {
  return isPeopleOperations(actor);
}
