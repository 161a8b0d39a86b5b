import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import {
  type Actor,
  type ActorGrant,
  grantFor,
  isAdministrator,
  isInsider,
  mayWrite,
} from '#server/domain/identity/actor.ts';
import { requirableAmong } from '#server/domain/must-read/must-read.policy.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** May post to everyone: a granted right, and administration. */
export function mayPostToEveryone(actor: Pick<Actor, 'role' | 'grants'>): boolean {
  return (
    mayWrite(actor) &&
    isInsider(actor) &&
    (isAdministrator(actor) || grantFor(actor, 'post_to_everyone') !== null)
  );
}

/** For whom something is said, but its author: an office or a person. */
export type Voice = { scope: 'office' | 'person'; id: string };

/** The grant to speak for an office or a person, or null. */
export function mandateFor(actor: Pick<Actor, 'grants'>, { scope, id }: Voice): ActorGrant | null {
  return grantFor(actor, 'speak_for', scope, id);
}

/** SQL: ids of the sites', units' and projects' audiences that the actor belongs to and so may post to. */
export function ownAudiences(actor: Pick<Actor, 'personId'>): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id, a.kind FROM audience_membership m JOIN audience a ON a.id = m.audience_id
    WHERE m.person_id = ${actor.personId}::uuid AND a.kind IN ('site', 'unit', 'project', 'channel')
      AND m.cause <> 'follow'
      AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE)`;
}

/** True if the actor may address a post to the audience. */
export async function mayPostTo(db: Database | Tx, actor: Actor, audienceId: string): Promise<boolean> {
  if (!mayWrite(actor)) return false;
  if (audienceId === EVERYONE_AUDIENCE_ID) return mayPostToEveryone(actor);
  const rows = await db.$queryRaw<{ ok: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM (${ownAudiences(actor)}) own WHERE own.id = ${audienceId}::uuid) AS ok`;
  return rows[0]?.ok ?? false;
}

/**
 * Of some audiences, those on top of whose feed the actor may put a post: where they may demand that it is read. To
 * stand above all others asks for attention in the same way, with less force.
 */
export function mayPutOnTop(
  db: Database | Tx,
  actor: Pick<Actor, 'role' | 'grants'>,
  audienceIds: readonly string[],
): Promise<Set<string>> {
  return requirableAmong(db, actor, audienceIds);
}
