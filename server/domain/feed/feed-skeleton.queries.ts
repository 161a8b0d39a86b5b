import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type FeedKind, Prisma } from '#server/platform/database/schema.ts';
import type { FeedCursor } from './feed-cursor.ts';

/** An item before it is hydrated. */
export type FeedSkeleton = {
  id: string;
  kind: FeedKind;
  subject_id: string;
  audience_id: string;
  author_id: string;
  published_at: Date;
};

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

/**
 * The newest items delivered to the actor, before the cursor: a lateral merge over their audiences, each
 * read from the index (audience, published_at, id), so that the cost does not grow with the company's past. Only the
 * audiences with the newest heads are read on: the first twenty items lie in the twenty that begin latest.
 */
export async function feedSkeleton(
  db: Database,
  actor: Actor,
  options: { cursor: FeedCursor | null; limit: number; filter?: FeedFilter },
): Promise<FeedSkeleton[]> {
  const { cursor, limit, filter = {} } = options;
  const before = cursor
    ? Prisma.sql`AND (f.published_at, f.id) < (${cursor.at}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const kind = filter.kind ? Prisma.sql`AND f.kind = ${filter.kind}::feed_kind` : Prisma.empty;
  const newestOf = (audience: Prisma.Sql, count: number) => Prisma.sql`
    SELECT f.id, f.kind, f.subject_id, f.audience_id, f.author_id, f.published_at FROM feed_item f
    WHERE f.audience_id = ${audience} AND f.removed_at IS NULL ${kind} ${before}
    ORDER BY f.published_at DESC, f.id DESC LIMIT ${count}`;
  return db.$queryRaw<FeedSkeleton[]>`
    WITH stream AS MATERIALIZED (${stream(actor, filter)}),
    head AS MATERIALIZED (
      SELECT newest.audience_id FROM stream
      CROSS JOIN LATERAL (${newestOf(Prisma.sql`stream.audience_id`, 1)}) newest
      ORDER BY newest.published_at DESC, newest.id DESC LIMIT ${limit})
    SELECT i.id::text, i.kind, i.subject_id::text, i.audience_id::text, i.author_id::text, i.published_at
    FROM head CROSS JOIN LATERAL (${newestOf(Prisma.sql`head.audience_id`, limit)}) i
    ORDER BY i.published_at DESC, i.id DESC LIMIT ${limit}`;
}

/** What is addressed to one audience or written by one person: the lists on project and profile pages. */
export async function feedSkeletonBy(
  db: Database,
  where: { audienceId: string } | { authorId: string },
  readableBy: Prisma.Sql,
  options: { cursor: FeedCursor | null; limit: number },
): Promise<FeedSkeleton[]> {
  const scope =
    'audienceId' in where
      ? Prisma.sql`f.audience_id = ${where.audienceId}::uuid`
      : Prisma.sql`f.author_id = ${where.authorId}::uuid`;
  const { cursor, limit } = options;
  const before = cursor
    ? Prisma.sql`AND (f.published_at, f.id) < (${cursor.at}, ${cursor.id}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<FeedSkeleton[]>`
    SELECT f.id::text, f.kind, f.subject_id::text, f.audience_id::text, f.author_id::text, f.published_at
    FROM feed_item f WHERE ${scope} AND f.removed_at IS NULL AND ${readableBy} ${before}
    ORDER BY f.published_at DESC, f.id DESC LIMIT ${limit}`;
}
