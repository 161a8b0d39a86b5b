import { readable } from '#server/domain/audience/audience.policy.ts';
import { entryViews } from '#server/domain/conversation/entry.queries.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import { latestComments } from '#server/domain/conversation/thread.queries.ts';
import { isUnread } from '#server/domain/feed/read-state/unread.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { FeedItemView, FeedPageView } from './feed.view.ts';
import { readCursor, writeCursor } from './feed-cursor.ts';
import { audienceLabels, joinerDetails, pinDetails, statusDetails } from './feed-details.queries.ts';
import { type FeedSkeleton, feedSkeleton, feedSkeletonBy, feedSkeletonIn } from './feed-skeleton.queries.ts';
import type { FeedOrder } from './feed-view.schema.ts';
import { type FeedFilter, inStream } from './stream.ts';
import { onTopAmong, whyOnTop } from './why-on-top.queries.ts';

type Read = Pick<Parts, 'db' | 'clock'>;

const PAGE = 20;
const COMMENTS_SHOWN = 2;
/** Whoever owes more than these sees the next when one is done. */
const MUST_READ_SHOWN = 3;
/** More would push what is new out of sight. */
const ON_TOP_SHOWN = 2;

/** One page of the actor's feed in an order, Latest by itself; `cursor` is the `next` of the page before. */
export async function feedPage(
  parts: Read,
  actor: Actor,
  options: { cursor?: string | null; filter?: FeedFilter; order?: FeedOrder } = {},
): Promise<FeedPageView> {
  const skeleton = await feedSkeleton(parts.db, actor, {
    cursor: readCursor(options.cursor),
    limit: PAGE + 1,
    filter: options.filter,
    order: options.order,
  });
  return pageOf(parts, actor, skeleton);
}

/** What the actor must read and has not confirmed yet, the most urgent first: it stands above the first page. */
export async function mustReadItems(parts: Read, actor: Actor): Promise<FeedItemView[]> {
  const skeleton = await parts.db.$queryRaw<FeedSkeleton[]>`
    SELECT f.id::text, f.kind, f.subject_id::text, f.audience_id::text, f.author_id::text, f.published_at, f.published_at AS sorted_at,
      ${isUnread(actor.personId, Prisma.sql`f`)} AS unread
    FROM reading_confirmation c JOIN required_reading r ON r.entry_id = c.entry_id
    JOIN feed_item f ON f.kind = 'post' AND f.subject_id = c.entry_id AND f.removed_at IS NULL
    WHERE c.person_id = ${actor.personId}::uuid AND c.confirmed_at IS NULL
    ORDER BY r.due_at, f.id LIMIT ${MUST_READ_SHOWN}`;
  return skeleton.length > 0 ? hydrate(parts, actor, skeleton) : [];
}

/** What was pinned on top and reaches the actor, the latest first; it says by whom and until when. */
export async function topItems(parts: Read, actor: Actor): Promise<FeedItemView[]> {
  const skeleton = await parts.db.$queryRaw<(FeedSkeleton & { by: PersonRef; until: Date })[]>`
    SELECT f.id::text, f.kind, f.subject_id::text, f.audience_id::text, f.author_id::text, f.published_at, f.published_at AS sorted_at,
      CASE WHEN f.author_id <> ${actor.personId}::uuid THEN ${isUnread(actor.personId, Prisma.sql`f`)} END AS unread,
      ${personRefJson('p')} AS by, t.until
    FROM top_post t JOIN feed_item f ON f.kind = 'post' AND f.subject_id = t.entry_id AND f.removed_at IS NULL
    JOIN person p ON p.id = t.put_by_id
    WHERE t.until > ${parts.clock.now()} AND ${inStream(actor, Prisma.sql`f.audience_id`)}
    ORDER BY t.put_at DESC, f.id LIMIT ${ON_TOP_SHOWN}`;
  if (skeleton.length === 0) return [];
  const why = new Map(skeleton.map(({ id, by, until }) => [id, { by, until: until.toISOString() }]));
  return (await hydrate(parts, actor, skeleton)).map((item) => ({ ...item, onTop: why.get(item.id) }));
}

/** What one person has published, as far as the actor may read it. */
export async function personFeed(
  parts: Read,
  actor: Actor,
  personId: string,
  cursor?: string | null,
): Promise<FeedPageView> {
  const mayRead = Prisma.sql`f.kind <> 'joiner' AND ${readable(actor, Prisma.sql`f.audience_id`)}`;
  const skeleton = await feedSkeletonBy(parts.db, { authorId: personId }, mayRead, {
    cursor: readCursor(cursor),
    limit: PAGE + 1,
  });
  return pageOf(parts, actor, skeleton);
}

/** What was addressed to an audience; of a unit, what stands on its members' boards for all to read as well. */
export async function audienceFeed(
  parts: Read,
  actor: Actor,
  audienceId: string,
  cursor?: string | null,
): Promise<FeedPageView> {
  const unit = await parts.db.orgUnit.findUnique({
    where: { audienceId },
    select: { boardAudienceId: true },
  });
  const audienceIds = unit ? [audienceId, unit.boardAudienceId] : [audienceId];
  const mayRead = Prisma.sql`f.kind <> 'joiner' AND ${readable(actor, Prisma.sql`f.audience_id`)}`;
  const window = { cursor: readCursor(cursor), limit: PAGE + 1 };
  return pageOf(parts, actor, await feedSkeletonIn(parts.db, audienceIds, mayRead, window));
}

/**
 * An entry that the actor may read as a feed item, for its own page: also where a moderator has taken it out of the
 * feed. The thread below it is the page's business, so no comments are read.
 */
export async function feedItemOfEntry(parts: Read, actor: Actor, entry: EntryView): Promise<FeedItemView> {
  const { db } = parts;
  const { audienceId } = await db.entry.findUniqueOrThrow({
    where: { id: entry.id },
    select: { audienceId: true },
  });
  const isPost = entry.kind === 'post' && !entry.hidden;
  const [labels, top, statuses, pins] = await Promise.all([
    audienceLabels(db, [audienceId]),
    isPost ? whyOnTop(parts, actor, { id: entry.id, audienceId }) : {},
    statusDetails(db, actor.language, entry.kind === 'status' ? [entry.id] : []),
    pinDetails(db, actor, entry.kind === 'pin' ? [entry.id] : []),
  ]);
  return {
    id: entry.id,
    kind: entry.kind === 'status' || entry.kind === 'pin' ? entry.kind : 'post',
    at: entry.at,
    unread: null,
    where: labels.get(audienceId) ?? { id: audienceId, kind: 'persons', name: '', slug: null },
    ...top,
    entry,
    status: statuses.get(entry.id) ?? null,
    pin: pins.get(entry.id) ?? null,
    joiner: null,
    comments: [],
  };
}

/** Hydrates a skeleton that was read one longer than a page. */
export async function pageOf(parts: Read, actor: Actor, skeleton: FeedSkeleton[]): Promise<FeedPageView> {
  const page = skeleton.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: await hydrate(parts, actor, page),
    next: skeleton.length > PAGE && last ? writeCursor({ at: last.sorted_at, id: last.id }) : null,
  };
}

/** Fetches everything a page of items shows, in a fixed number of statements. */
async function hydrate(parts: Read, actor: Actor, skeleton: FeedSkeleton[]): Promise<FeedItemView[]> {
  const { db } = parts;
  const subjects = (kind: FeedSkeleton['kind']) =>
    skeleton.filter((item) => item.kind === kind).map((item) => item.subject_id);
  const entryIds = skeleton.filter((item) => item.kind !== 'joiner').map((item) => item.subject_id);
  const [entries, comments, labels, statuses, pins, joiners, onTop] = await Promise.all([
    entryViews(db, actor, entryIds),
    latestComments(db, actor, entryIds, COMMENTS_SHOWN),
    audienceLabels(
      db,
      skeleton.map((item) => item.audience_id),
    ),
    statusDetails(db, actor.language, subjects('status')),
    pinDetails(db, actor, subjects('pin')),
    joinerDetails(db, subjects('joiner')),
    onTopAmong(
      parts,
      actor,
      skeleton.flatMap(({ kind, subject_id: id, audience_id: audienceId }) =>
        kind === 'post' ? [{ id, audienceId }] : [],
      ),
    ),
  ]);
  return skeleton.flatMap((item) => {
    const entry = entries.get(item.subject_id) ?? null;
    const where = labels.get(item.audience_id);
    const joiner = joiners.get(item.subject_id) ?? null;
    if (!where || (!entry && !joiner) || entry?.hidden) return [];
    return [
      {
        id: item.id,
        kind: item.kind,
        at: item.published_at.toISOString(),
        unread: item.unread ?? null,
        where,
        ...(onTop.has(item.subject_id) && { mayPutOnTop: true as const }),
        ...(onTop.get(item.subject_id) && { standsOnTop: true as const }),
        entry,
        status: statuses.get(item.subject_id) ?? null,
        pin: pins.get(item.subject_id) ?? null,
        joiner,
        comments: comments.get(item.subject_id) ?? [],
      },
    ];
  });
}
