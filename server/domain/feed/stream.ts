import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { type FeedKind, Prisma } from '#server/platform/database/schema.ts';

export type FeedFilter = { audienceId?: string; kind?: FeedKind };

/**
 * SQL: the audiences delivered to the actor and readable today, as `stream(audience_id)`. Everyone's
 * audience is added for insiders, since it is never materialised.
 */
export function stream(actor: Pick<Actor, 'personId' | 'role'>, filter: FeedFilter = {}): Prisma.Sql {
  const only = filter.audienceId ? Prisma.sql`AND d.audience_id = ${filter.audienceId}::uuid` : Prisma.empty;
  return Prisma.sql`
    SELECT d.audience_id FROM (
      SELECT DISTINCT audience_id FROM subscription WHERE person_id = ${actor.personId}::uuid AND NOT muted
      UNION SELECT ${EVERYONE_AUDIENCE_ID}::uuid WHERE ${isInsider(actor)}
    ) d
    JOIN audience a ON a.id = d.audience_id
    WHERE ((a.open AND ${isInsider(actor)}) OR EXISTS (
      SELECT 1 FROM audience_membership m
      WHERE m.person_id = ${actor.personId}::uuid AND m.audience_id = d.audience_id
        AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE))) ${only}`;
}
