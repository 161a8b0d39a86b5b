import { type Actor, isInsider, isPeopleOperations, mayWrite } from '#server/domain/identity/actor.ts';

/**
 * May hang up and take down notices: people operations, and whoever speaks for an office (the works council has notices
 * of its own to hang up, BetrVG § 40). Everybody who signs in may read them.
 */
export function mayHangNotices(actor: Pick<Actor, 'role' | 'grants' | 'suspended'>): boolean {
  const speaksForOffice = actor.grants.some(({ kind, scope }) => kind === 'speak_for' && scope === 'office');
  return mayWrite(actor) && isInsider(actor) && (isPeopleOperations(actor) || speaksForOffice);
}
