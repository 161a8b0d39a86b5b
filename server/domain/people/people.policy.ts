import type { Actor } from '#server/domain/identity/actor.ts';
import { isInsider, isPeopleOperations } from '#server/domain/identity/actor.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** Only the person themselves writes about themselves. */
export function mayEditProfile(actor: Pick<Actor, 'personId'>, personId: string): boolean {
  return actor.personId === personId;
}

/** Oneself; and people operations for colleagues who cannot, say because they are ill. */
export function maySetAbsence(actor: Pick<Actor, 'personId' | 'role'>, personId: string): boolean {
  return actor.personId === personId || isPeopleOperations(actor);
}

/** The person themselves, by a click; and people operations, say for somebody who asks them to, or who has left. */
export function mayRemovePhoto(actor: Pick<Actor, 'personId' | 'role'>, personId: string): boolean {
  return actor.personId === personId || isPeopleOperations(actor);
}

/**
 * SQL: persons of whom the actor may know. Insiders know everybody; an external knows themselves and those with
 * whom they share a membership (a project, say).
 * @param person the SQL of the person's id.
 */
export function knownTo(
  actor: Pick<Actor, 'personId' | 'role'>,
  person: Prisma.Sql,
  today: string,
): Prisma.Sql {
  if (isInsider(actor)) return Prisma.sql`TRUE`;
  return Prisma.sql`(${person} = ${actor.personId}::uuid OR ${person} IN (
    SELECT theirs.person_id FROM audience_membership mine
    JOIN audience_membership theirs ON theirs.audience_id = mine.audience_id
      AND theirs.valid_from <= ${today}::date AND (theirs.valid_to IS NULL OR theirs.valid_to > ${today}::date)
    WHERE mine.person_id = ${actor.personId}::uuid
      AND mine.valid_from <= ${today}::date AND (mine.valid_to IS NULL OR mine.valid_to > ${today}::date)))`;
}
