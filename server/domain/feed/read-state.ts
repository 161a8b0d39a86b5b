import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { stream } from './feed-skeleton.queries.ts';

/** A pause longer than this, in milliseconds, begins a new visit. */
const VISIT_GAP_MS = 30 * 60_000;
/** Counts are exact up to here; one more is shown as "99+". */
export const UNREAD_CAP = 100;

type Reader = Pick<Actor, 'personId' | 'role'>;

/** SQL: how many items are unread (at most {@link UNREAD_CAP}) as one number; what one wrote oneself never is. */
export function unreadSql(actor: Reader): Prisma.Sql {
  return countSql(
    actor,
    Prisma.sql`COALESCE((SELECT watermark FROM read_state WHERE person_id = ${actor.personId}::uuid), to_timestamp(0))`,
  );
}

function countSql(actor: Reader, since: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH stream AS MATERIALIZED (${stream(actor)})
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM stream CROSS JOIN LATERAL (
        SELECT f.id FROM feed_item f
        WHERE f.audience_id = stream.audience_id AND f.removed_at IS NULL
          AND f.published_at > ${since} AND f.author_id <> ${actor.personId}::uuid
        ORDER BY f.published_at DESC LIMIT ${UNREAD_CAP}) i LIMIT ${UNREAD_CAP}) counted`;
}

/** How many items are unread, at most {@link UNREAD_CAP}. */
export async function unreadCount(db: Database, actor: Reader): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>(unreadSql(actor));
  return rows[0]?.n ?? 0;
}

/** How many items of others were published after `since`, at most {@link UNREAD_CAP}. */
export async function countSince(db: Database, actor: Reader, since: Date): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>(countSql(actor, Prisma.sql`${since}`));
  return rows[0]?.n ?? 0;
}

/** Where the "new since your last visit" line stands: below everything published after it. */
export async function newSince(db: Database, actor: Actor, now: Date): Promise<string | null> {
  const [state] = await db.$queryRaw<
    { watermark: Date; lastVisitAt: Date | null; visitStartedAt: Date | null }[]
  >`
    SELECT watermark, last_visit_at AS "lastVisitAt", visit_started_at AS "visitStartedAt"
    FROM read_state WHERE person_id = ${actor.personId}::uuid`;
  if (!state) return null;
  const visiting = state.visitStartedAt && now.getTime() - state.visitStartedAt.getTime() < VISIT_GAP_MS;
  return (visiting ? state.lastVisitAt : state.watermark)?.toISOString() ?? null;
}

/** Marks what was published from a moment on as unread again, on every device; there the "new since" line stands then. */
export async function markUnread(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  from: Date,
): Promise<void> {
  const mark = new Date(from.getTime() - 1);
  await parts.events.transaction(async (tx) => {
    const state = await tx.readState.findUnique({ where: { personId: actor.personId } });
    if (state && state.watermark <= mark) return;
    const place = { watermark: mark, lastVisitAt: mark, visitStartedAt: parts.clock.now() };
    await tx.readState.upsert({
      where: { personId: actor.personId },
      create: { personId: actor.personId, ...place },
      update: place,
    });
    await parts.events.publish(tx, { type: 'feed.read', personId: actor.personId });
  });
}

/**
 * Marks everything published up to `upTo` as read; the mark only moves forward. The place it had when the visit
 * began stays as the "new since" line.
 */
export async function markRead(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  upTo: Date,
): Promise<void> {
  const now = parts.clock.now();
  const mark = upTo > now ? now : upTo;
  await parts.events.transaction(async (tx) => {
    const state = await tx.readState.findUnique({ where: { personId: actor.personId } });
    const visiting = state?.visitStartedAt && now.getTime() - state.visitStartedAt.getTime() < VISIT_GAP_MS;
    const visit = visiting ? {} : { lastVisitAt: state?.watermark ?? null, visitStartedAt: now };
    if (state && visiting && state.watermark >= mark) return;
    await tx.readState.upsert({
      where: { personId: actor.personId },
      create: { personId: actor.personId, watermark: mark, ...visit },
      update: { watermark: state && state.watermark > mark ? state.watermark : mark, ...visit },
    });
    await parts.events.publish(tx, { type: 'feed.read', personId: actor.personId });
  });
}
