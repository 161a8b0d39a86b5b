import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import type { GrantKind } from '#server/platform/database/schema.ts';

/** Rights that people operations may hand out; the others are the administrators'. */
const BY_PEOPLE_OPERATIONS: readonly GrantKind[] = ['edit_chart', 'manage_project', 'deputy', 'site_staff'];

export type GrantSubject = {
  kind: GrantKind;
  /** Who gets it; null where a position does. */
  personId: string | null;
  /** Set for `speak_for` and `moderate` over an independent office (the works council) that somebody speaks for. */
  heldOffice: { officeId: string } | null;
};

/**
 * May give or take this right. Nobody but administrators gives a right to themselves; and who speaks for an
 * independent office is settled by those who speak for it, not by administrators (BetrVG § 78).
 */
export function mayGrant(
  actor: Pick<Actor, 'role' | 'grants' | 'personId'>,
  { kind, personId, heldOffice }: GrantSubject,
): boolean {
  if (heldOffice) {
    return actor.grants.some((grant) => grant.kind === 'speak_for' && grant.scopeId === heldOffice.officeId);
  }
  if (isAdministrator(actor)) return true;
  return (
    actor.role === 'people_operations' && personId !== actor.personId && BY_PEOPLE_OPERATIONS.includes(kind)
  );
}
