import type { FeedCursor } from '#server/domain/feed/feed-cursor.ts';
import { type FeedFilter, stream } from '#server/domain/feed/stream.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** Counts are exact up to here; one more is shown as "99+". */
export const UNREAD_CAP = 100;

type Reader = Pick<Actor, 'personId' | 'role'>;
type Window = { cursor?: FeedCursor | null; limit: number; filter?: FeedFilter };

const COLUMNS = Prisma.sql`f.id, f.kind, f.subject_id, f.audience_id, f.author_id, f.published_at`;

/** SQL: everything published up to this moment is read, but for the exceptions. */
function watermark(personId: string): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT watermark FROM read_state WHERE person_id = ${personId}::uuid), to_timestamp(0))`;
}

/** SQL: whether somebody has not read the item `f` of somebody else; what one wrote oneself never is unread. */
export function isUnread(personId: string, f: Prisma.Sql): Prisma.Sql {
  const exception = (read: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM read_exception x WHERE x.person_id = ${personId}::uuid AND x.item_id = ${f}.id AND x.read = ${read})`;
  return Prisma.sql`CASE WHEN ${f}.published_at > ${watermark(personId)} THEN NOT ${exception(Prisma.sql`true`)}
    ELSE ${exception(Prisma.sql`false`)} END`;
}

/** SQL: a condition on the item `f`: of others, in the window, and there. */
function wanted(actor: Reader, { cursor, filter = {} }: Window): Prisma.Sql {
  return Prisma.sql`f.author_id <> ${actor.personId}::uuid
    ${filter.kind ? Prisma.sql`AND f.kind = ${filter.kind}::feed_kind` : Prisma.empty}
    ${cursor ? Prisma.sql`AND (f.published_at, f.id) < (${cursor.at}, ${cursor.id}::uuid)` : Prisma.empty}`;
}

/**
 * SQL: the newest items of each audience of `stream` that lie above the watermark and were not read by themselves.
 * `standing` narrows it to those that are not removed; who moves the watermark minds them too, for they may come back.
 */
export function unreadAbove(actor: Reader, window: Window, standing: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT above.* FROM stream CROSS JOIN LATERAL (
      SELECT ${COLUMNS} FROM feed_item f
      WHERE f.audience_id = stream.audience_id AND f.published_at > ${watermark(actor.personId)}
        AND ${wanted(actor, window)} ${standing}
        AND NOT EXISTS (
          SELECT 1 FROM read_exception x WHERE x.person_id = ${actor.personId}::uuid AND x.item_id = f.id AND x.read)
      ORDER BY f.published_at DESC, f.id DESC LIMIT ${window.limit}) above`;
}

/**
 * SQL: the actor's unread items, newest first: what lies above the watermark and was not read by itself, and what lies
 * below and was marked unread. The count and the list are this same statement.
 */
export function unreadItems(actor: Reader, window: Window): Prisma.Sql {
  return Prisma.sql`${unread(actor, window)} ORDER BY published_at DESC, id DESC LIMIT ${window.limit}`;
}

function unread(actor: Reader, window: Window): Prisma.Sql {
  return Prisma.sql`
    WITH stream AS MATERIALIZED (${stream(actor, window.filter)})
    SELECT * FROM (
      ${unreadAbove(actor, window, Prisma.sql`AND f.removed_at IS NULL`)}
      UNION ALL
      SELECT ${COLUMNS} FROM read_exception x
      JOIN feed_item f ON f.id = x.item_id JOIN stream ON stream.audience_id = f.audience_id
      WHERE x.person_id = ${actor.personId}::uuid AND NOT x.read AND f.removed_at IS NULL
        AND f.published_at <= ${watermark(actor.personId)} AND ${wanted(actor, window)}) unread`;
}

/**
 * SQL: how many items are unread (at most {@link UNREAD_CAP}) as one number. Without an order, so that it ends at the cap: who
 * comes back after a month would else have all they missed sorted for every page.
 */
export function unreadSql(actor: Reader): Prisma.Sql {
  const limit = UNREAD_CAP;
  return Prisma.sql`SELECT count(*)::int AS n FROM (${unread(actor, { limit })} LIMIT ${limit}) counted`;
}

/** How many items are unread, at most {@link UNREAD_CAP}. */
export async function unreadCount(db: Database, actor: Reader): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>(unreadSql(actor));
  return rows[0]?.n ?? 0;
}

/** How many items of others were published (or, by activity, talked about) after `since`, at most {@link UNREAD_CAP}. */
export async function countSince(
  db: Database,
  actor: Reader,
  since: Date,
  key: 'published' | 'activity' = 'published',
): Promise<number> {
  const at = key === 'activity' ? Prisma.sql`f.activity_at` : Prisma.sql`f.published_at`;
  const rows = await db.$queryRaw<{ n: number }[]>`
    WITH stream AS MATERIALIZED (${stream(actor)})
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM stream CROSS JOIN LATERAL (
        SELECT f.id FROM feed_item f
        WHERE f.audience_id = stream.audience_id AND f.removed_at IS NULL
          AND ${at} > ${since} AND f.author_id <> ${actor.personId}::uuid
        ORDER BY ${at} DESC LIMIT ${UNREAD_CAP}) i LIMIT ${UNREAD_CAP}) counted`;
  return rows[0]?.n ?? 0;
}
