import { stream } from '#server/domain/feed/stream.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { unreadAbove } from './unread.queries.ts';

/** The watermark passes as many unread items as this at once; each becomes an exception. */
const FEW = 200;
/** So many read items may lie above it; then it passes whatever is between. */
const READ_KEPT = 500;
/** What lies behind so many unread items counts as read, so that nobody's exceptions grow with the company. */
const UNREAD_KEPT = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps the exceptions few: lifts the watermark to the newest item read by itself, where what is unread below can be
 * told as exceptions. Changes nothing about what is read.
 */
export async function raiseWatermark(
  tx: Tx,
  actor: Pick<Actor, 'personId' | 'role'>,
  watermark: Date,
): Promise<void> {
  const me = Prisma.sql`${actor.personId}::uuid`;
  const [read] = await tx.$queryRaw<{ count: number; newest: Date | null }[]>`
    SELECT count(*)::int AS count, max(f.published_at) AS newest
    FROM read_exception x JOIN feed_item f ON f.id = x.item_id WHERE x.person_id = ${me} AND x.read`;
  if (!read?.newest || read.newest <= watermark) return;
  const limit = read.count > READ_KEPT ? UNREAD_KEPT : FEW + 1;
  const cursor = { at: new Date(read.newest.getTime() + 1), id: FIRST_ID };
  const between = await tx.$queryRaw<{ id: string }[]>`
    WITH stream AS MATERIALIZED (${stream(actor)})
    SELECT id::text FROM (${unreadAbove(actor, { cursor, limit }, Prisma.empty)}) unread
    ORDER BY published_at DESC, id DESC LIMIT ${limit}`;
  if (between.length > FEW && read.count <= READ_KEPT) return;
  // None lies above the newest.
  await tx.$executeRaw`DELETE FROM read_exception WHERE person_id = ${me} AND read`;
  await tx.$executeRaw`
    INSERT INTO read_exception (person_id, item_id, read)
    SELECT ${me}, id, false FROM unnest(${between.map((item) => item.id)}::uuid[]) AS id ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    DELETE FROM read_exception WHERE person_id = ${me} AND item_id IN (
      SELECT x.item_id FROM read_exception x JOIN feed_item f ON f.id = x.item_id
      WHERE x.person_id = ${me} AND NOT x.read
      ORDER BY f.published_at DESC, f.id DESC OFFSET ${UNREAD_KEPT})`;
  await tx.readState.update({ where: { personId: actor.personId }, data: { watermark: read.newest } });
}
