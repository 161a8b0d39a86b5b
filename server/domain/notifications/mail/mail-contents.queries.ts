import type { Actor } from '#server/domain/identity/actor.ts';
import type { Delivery } from '#server/domain/notifications/delivery.queries.ts';
import type { NotificationView } from '#server/domain/notifications/notification.view.ts';
import { noticesWhere } from '#server/domain/notifications/notifications.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import { type MailWay, type NotificationKind, Prisma } from '#server/platform/database/schema.ts';
import type { Claim } from './claim-mail.ts';
import { type MissedItem, missedItems } from './missed.queries.ts';

/** More are not listed in one mail; the app has them all. */
const NOTICES = 40;
const ITEMS = 15;
/** How far is counted what is not listed. */
const COUNTED = 100;
const DAY_MS = 86_400_000;
/** How far a digest looks back, in days, where none was sent before. */
const REACH = { daily: 7, weekly: 14 };

export type MailContents = {
  notices: NotificationView[];
  missed: MissedItem[];
  /** How many more there are, counted to a hundred each. */
  moreNotices: number;
  moreMissed: number;
  digest: boolean;
};

/**
 * What a claim comes to now: notices that are still unread, of kinds still wanted that way, and what was missed in
 * the feed since the last digest. Null where nothing is left to tell.
 */
export async function mailContents(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  delivery: Delivery,
  { due }: Claim,
): Promise<MailContents | null> {
  const kindsOf = (way: MailWay) => delivery.kinds.filter(({ mail }) => mail === way).map(({ kind }) => kind);
  const instant = due.filter(({ way }) => way === 'instant').map(({ slot }) => slot);
  const picks =
    instant.length > 0
      ? [Prisma.sql`(n.id = ANY(${instant}::uuid[]) AND ${ofKinds(kindsOf('instant'))})`]
      : [];
  let missedSince: Date | null = null;
  for (const way of ['daily', 'weekly'] as const) {
    if (!due.some((one) => one.way === way)) continue;
    const since = await lastDigest(parts, actor.personId, way);
    picks.push(Prisma.sql`(n.updated_at > ${since} AND ${ofKinds(kindsOf(way))})`);
    if (delivery.feedDigest === way) missedSince = since;
  }
  if (picks.length === 0) return null;
  const unread = Prisma.sql`n.read_at IS NULL AND (${Prisma.join(picks, ' OR ')})`;
  const notices = await noticesWhere(parts, actor, unread, NOTICES + COUNTED);
  const missed = missedSince ? await missedItems(parts, actor, missedSince, ITEMS + COUNTED) : [];
  if (notices.length + missed.length === 0) return null;
  return {
    notices: notices.slice(0, NOTICES),
    missed: missed.slice(0, ITEMS),
    moreNotices: Math.max(0, notices.length - NOTICES),
    moreMissed: Math.max(0, missed.length - ITEMS),
    digest: due.some(({ way }) => way !== 'instant'),
  };
}

async function lastDigest(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  personId: string,
  way: 'daily' | 'weekly',
): Promise<Date> {
  const reach = new Date(clock.now().getTime() - REACH[way] * DAY_MS);
  const { _max } = await db.mailDue.aggregate({
    where: { personId, way, state: 'sent' },
    _max: { sentAt: true },
  });
  return _max.sentAt && _max.sentAt > reach ? _max.sentAt : reach;
}

function ofKinds(kinds: NotificationKind[]): Prisma.Sql {
  return Prisma.sql`n.kind::text = ANY(${kinds}::text[])`;
}
