import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { type FeedKind, Prisma } from '#server/platform/database/schema.ts';

export type FeedFilter = { audienceId?: string; kind?: FeedKind };

type Reader = Pick<Actor, 'personId' | 'role'>;

/**
 * SQL: the audiences delivered to the actor and readable today, as `stream(audience_id, kind)`. Everyone's
 * audience is added for insiders, since it is never materialised.
 */
export function stream(actor: Reader, filter: FeedFilter = {}): Prisma.Sql {
  const only = filter.audienceId ? Prisma.sql`AND d.audience_id = ${filter.audienceId}::uuid` : Prisma.empty;
  return Prisma.sql`
    SELECT d.audience_id, a.kind FROM (
      SELECT audience_id FROM subscription
      WHERE person_id = ${actor.personId}::uuid AND NOT muted AND audience_id <> ${EVERYONE_AUDIENCE_ID}::uuid
      UNION ALL SELECT ${EVERYONE_AUDIENCE_ID}::uuid WHERE ${isInsider(actor)}
    ) d
    JOIN audience a ON a.id = d.audience_id
    WHERE ${readableToday(actor)} ${only}`;
}

/**
 * SQL predicate: the audience in `column` is one of the {@link stream}, asked of one at a time. As a value, so that
 * PostgreSQL looks it up for the rows it needs instead of gathering the whole stream first.
 */
export function inStream(actor: Reader, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`COALESCE((
    SELECT ((a.id = ${EVERYONE_AUDIENCE_ID}::uuid AND ${isInsider(actor)}) OR EXISTS (
        SELECT 1 FROM subscription s
        WHERE s.person_id = ${actor.personId}::uuid AND s.audience_id = a.id AND NOT s.muted))
      AND ${readableToday(actor)}
    FROM audience a WHERE a.id = ${column}), false)`;
}

/** SQL predicate on `audience a`. */
function readableToday(actor: Reader): Prisma.Sql {
  return Prisma.sql`((a.open AND ${isInsider(actor)}) OR EXISTS (
      SELECT 1 FROM audience_membership m
      WHERE m.person_id = ${actor.personId}::uuid AND m.audience_id = a.id
        AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE)))`;
}
