import { isUnread, unreadItems } from '#server/domain/feed/read-state/unread.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type FeedKind, Prisma } from '#server/platform/database/schema.ts';
import type { FeedCursor } from './feed-cursor.ts';
import type { FeedOrder } from './feed-view.schema.ts';
import { type FeedFilter, inStream, stream } from './stream.ts';

/** An item before it is hydrated. */
export type FeedSkeleton = {
  id: string;
  kind: FeedKind;
  subject_id: string;
  audience_id: string;
  author_id: string;
  published_at: Date;
  /** Its place in the list: published_at, but by activity activity_at. */
  sorted_at: Date;
  /** Null for one's own; missing in lists of what one looks up: there nothing is new. */
  unread?: boolean | null;
};

/** Which items, from where on, and in which order. */
export type FeedWindow = {
  cursor: FeedCursor | null;
  limit: number;
  filter?: FeedFilter;
  order?: FeedOrder;
};

/**
 * The first items of the actor's feed in an order, after the cursor.
 *
 * By activity the key moves while one reads: what is talked about after the list was opened has a later key than any
 * page that follows, so that nothing is shown twice; it waits behind the pill.
 */
export async function feedSkeleton(db: Database, actor: Actor, window: FeedWindow): Promise<FeedSkeleton[]> {
  if (window.order !== 'activity' && !window.filter?.kind && !window.filter?.audienceId) {
    const recent = await recentSkeleton(db, actor, window);
    if (recent.length === window.limit) return recent;
  }
  return window.order === 'unread' ? unreadSkeleton(db, actor, window) : newestSkeleton(db, actor, window);
}

/** SQL: what comes after the cursor in a list that begins with the newest. */
export function past(cursor: FeedCursor | null, key = Prisma.sql`f.published_at`): Prisma.Sql {
  return cursor ? Prisma.sql`AND (${key}, f.id) < (${cursor.at}, ${cursor.id}::uuid)` : Prisma.empty;
}

/** How many of the company's newest items are looked through for a page. */
const LOOKED_THROUGH = 200;

/**
 * A page from the company's newest items, whoever they are for; shorter than `limit` where too few of them are for the
 * actor. Who follows much finds a page here in 0.13 ms, where the merge over 500 audiences takes 2.4 (6 of what is unread);
 * who follows little has few audiences to merge.
 */
async function recentSkeleton(
  db: Database,
  actor: Actor,
  { cursor, limit, order }: FeedWindow,
): Promise<FeedSkeleton[]> {
  const before = past(cursor);
  const wanted = order === 'unread' ? Prisma.sql`AND ${unreadToOthers(actor)}` : Prisma.empty;
  return db.$queryRaw<FeedSkeleton[]>`
    SELECT i.id::text, i.kind, i.subject_id::text, i.audience_id::text, i.author_id::text, i.published_at,
      i.published_at AS sorted_at, ${unreadToOthers(actor)} AS unread
    FROM (
      SELECT f.* FROM feed_item f WHERE f.removed_at IS NULL ${before}
      ORDER BY f.published_at DESC, f.id DESC LIMIT ${LOOKED_THROUGH}) i
    WHERE ${inStream(actor, Prisma.sql`i.audience_id`)} ${wanted}
    ORDER BY i.published_at DESC, i.id DESC LIMIT ${limit}`;
}

/** SQL: whether the item `i` is unread; null for one's own. */
function unreadToOthers(actor: Actor): Prisma.Sql {
  return Prisma.sql`CASE WHEN i.author_id <> ${actor.personId}::uuid THEN ${isUnread(actor.personId, Prisma.sql`i`)} END`;
}

/**
 * A lateral merge over the actor's audiences, each read from the index (audience, key, id), so that the cost does not
 * grow with the company's past. Only the audiences with the newest heads are read on: the first twenty items lie in the
 * twenty that begin latest.
 */
async function newestSkeleton(
  db: Database,
  actor: Actor,
  { cursor, limit, filter = {}, order }: FeedWindow,
): Promise<FeedSkeleton[]> {
  const key = order === 'activity' ? Prisma.sql`f.activity_at` : Prisma.sql`f.published_at`;
  const before = past(cursor, key);
  const kind = filter.kind ? Prisma.sql`AND f.kind = ${filter.kind}::feed_kind` : Prisma.empty;
  const newestOf = (audience: Prisma.Sql, count: number) => Prisma.sql`
    SELECT f.id, f.kind, f.subject_id, f.audience_id, f.author_id, f.published_at, ${key} AS sorted_at FROM feed_item f
    WHERE f.audience_id = ${audience} AND f.removed_at IS NULL ${kind} ${before}
    ORDER BY ${key} DESC, f.id DESC LIMIT ${count}`;
  return db.$queryRaw<FeedSkeleton[]>`
    WITH stream AS MATERIALIZED (${stream(actor, filter)}),
    head AS MATERIALIZED (
      SELECT newest.audience_id FROM stream
      CROSS JOIN LATERAL (${newestOf(Prisma.sql`stream.audience_id`, 1)}) newest
      ORDER BY newest.sorted_at DESC, newest.id DESC LIMIT ${limit}),
    item AS MATERIALIZED (
      SELECT i.* FROM head CROSS JOIN LATERAL (${newestOf(Prisma.sql`head.audience_id`, limit)}) i
      ORDER BY i.sorted_at DESC, i.id DESC LIMIT ${limit})
    SELECT i.id::text, i.kind, i.subject_id::text, i.audience_id::text, i.author_id::text, i.published_at, i.sorted_at,
      ${unreadToOthers(actor)} AS unread
    FROM item i ORDER BY i.sorted_at DESC, i.id DESC`;
}

async function unreadSkeleton(
  db: Database,
  actor: Actor,
  { cursor, limit, filter }: FeedWindow,
): Promise<FeedSkeleton[]> {
  return db.$queryRaw<FeedSkeleton[]>`
    SELECT i.id::text, i.kind, i.subject_id::text, i.audience_id::text, i.author_id::text, i.published_at,
      i.published_at AS sorted_at, true AS unread
    FROM (${unreadItems(actor, { cursor, limit, filter })}) i ORDER BY i.published_at DESC, i.id DESC`;
}

/** What is addressed to one of few audiences: each is read from its index, so that the cost does not grow. */
export async function feedSkeletonIn(
  db: Database,
  audienceIds: readonly string[],
  readableBy: Prisma.Sql,
  { cursor, limit }: { cursor: FeedCursor | null; limit: number },
): Promise<FeedSkeleton[]> {
  const before = past(cursor);
  return db.$queryRaw<FeedSkeleton[]>`
    SELECT i.id::text, i.kind, i.subject_id::text, i.audience_id::text, i.author_id::text, i.published_at,
      i.published_at AS sorted_at
    FROM unnest(${[...audienceIds]}::uuid[]) AS a(id) CROSS JOIN LATERAL (
      SELECT f.* FROM feed_item f
      WHERE f.audience_id = a.id AND f.removed_at IS NULL AND ${readableBy} ${before}
      ORDER BY f.published_at DESC, f.id DESC LIMIT ${limit}) i
    ORDER BY i.published_at DESC, i.id DESC LIMIT ${limit}`;
}

/** What one person has written: the list on a profile. */
export async function feedSkeletonBy(
  db: Database,
  where: { authorId: string },
  readableBy: Prisma.Sql,
  options: { cursor: FeedCursor | null; limit: number },
): Promise<FeedSkeleton[]> {
  const scope = Prisma.sql`f.author_id = ${where.authorId}::uuid`;
  const { cursor, limit } = options;
  const before = past(cursor);
  return db.$queryRaw<FeedSkeleton[]>`
    SELECT f.id::text, f.kind, f.subject_id::text, f.audience_id::text, f.author_id::text, f.published_at,
      f.published_at AS sorted_at
    FROM feed_item f WHERE ${scope} AND f.removed_at IS NULL AND ${readableBy} ${before}
    ORDER BY f.published_at DESC, f.id DESC LIMIT ${limit}`;
}
