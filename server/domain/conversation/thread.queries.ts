import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { entryViews } from './entry.queries.ts';
import type { EntryView, ThreadView } from './entry.view.ts';
import { type EntryRow, entryColumns, entryJoins } from './entry-row.ts';
import { present } from './present-entry.ts';

const COMMENTS_A_PAGE = 50;
/** Around a comment that a link points to: some before it, and what leads on to the newest. */
const COMMENTS_BEFORE = 10;
const COMMENTS_IN_CONTEXT = 1_000;

/** The newest `perThread` comments of each thread, oldest first; one statement for all threads. */
export async function latestComments(
  db: Database,
  actor: Actor,
  threadIds: readonly string[],
  perThread: number,
): Promise<Map<string, EntryView[]>> {
  if (threadIds.length === 0) return new Map();
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns(actor)} FROM unnest(${[...threadIds]}::uuid[]) thread(id)
    CROSS JOIN LATERAL (
      SELECT * FROM entry c WHERE c.thread_id = thread.id AND c.state IN ('published', 'hidden')
      ORDER BY c.published_at DESC, c.id DESC LIMIT ${perThread}) e
    ${entryJoins(actor)}
    ORDER BY e.published_at, e.id`;
  const threads = new Map<string, EntryView[]>();
  for (const view of await present(db, actor, rows)) {
    const list = threads.get(view.threadId ?? '') ?? [];
    list.push(view);
    threads.set(view.threadId ?? '', list);
  }
  return threads;
}

/**
 * An entry with its newest comments, or those before `before` (a comment's id).
 * @throws AppError not_found where the actor may not read it, too: existence is a secret.
 */
export async function threadView(
  db: Database,
  actor: Actor,
  entryId: string,
  before?: string,
  around?: string,
): Promise<ThreadView> {
  const entry = isUuid(entryId) ? (await entryViews(db, actor, [entryId])).get(entryId) : undefined;
  if (!entry) throw new AppError('not_found');
  const older =
    before && isUuid(before)
      ? Prisma.sql`AND (c.published_at, c.id) < (SELECT published_at, id FROM entry WHERE id = ${before}::uuid)`
      : Prisma.empty;
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns(actor)} FROM (
      SELECT * FROM entry c WHERE c.thread_id = ${entryId}::uuid AND c.state IN ('published', 'hidden') ${older}
      ORDER BY c.published_at DESC, c.id DESC LIMIT ${COMMENTS_A_PAGE + 1}) e
    ${entryJoins(actor)}
    ORDER BY e.published_at, e.id`;
  const page = rows.length > COMMENTS_A_PAGE ? rows.slice(1) : rows;
  const comments = await present(db, actor, page);
  const earlier =
    rows.length > COMMENTS_A_PAGE ? await countEarlier(db, entryId, comments[0]?.id as string) : 0;
  const first = comments[0];
  if (!around || !isUuid(around) || earlier === 0 || !first || comments.some(({ id }) => id === around))
    return { entry, comments, earlier };
  const context = await commentsFrom(db, actor, entryId, around, first.id);
  const oldest = context[0];
  return {
    entry,
    comments,
    older: context,
    earlier: oldest ? await countEarlier(db, entryId, oldest.id) : earlier,
  };
}

/** The comments from some before `from` up to `until`, oldest first: so that a link shows what it means in its place. */
async function commentsFrom(
  db: Database,
  actor: Actor,
  threadId: string,
  from: string,
  until: string,
): Promise<EntryView[]> {
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns(actor)} FROM (
      SELECT * FROM ((
        SELECT c.* FROM entry c, entry a WHERE a.id = ${from}::uuid AND a.thread_id = ${threadId}::uuid
          AND c.thread_id = ${threadId}::uuid AND c.state IN ('published', 'hidden')
          AND (c.published_at, c.id) < (a.published_at, a.id)
        ORDER BY c.published_at DESC, c.id DESC LIMIT ${COMMENTS_BEFORE})
        UNION ALL (
        SELECT c.* FROM entry c, entry a, entry z WHERE a.id = ${from}::uuid AND a.thread_id = ${threadId}::uuid
          AND z.id = ${until}::uuid AND c.thread_id = ${threadId}::uuid AND c.state IN ('published', 'hidden')
          AND (c.published_at, c.id) >= (a.published_at, a.id) AND (c.published_at, c.id) < (z.published_at, z.id)
        ORDER BY c.published_at, c.id LIMIT ${COMMENTS_IN_CONTEXT})) near) e
    ${entryJoins(actor)}
    ORDER BY e.published_at, e.id`;
  return present(db, actor, rows);
}

async function countEarlier(db: Database, threadId: string, firstId: string): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM entry WHERE thread_id = ${threadId}::uuid AND state IN ('published', 'hidden')
      AND (published_at, id) < (SELECT published_at, id FROM entry WHERE id = ${firstId}::uuid)`;
  return rows[0]?.n ?? 0;
}
