import { readable } from '#server/domain/audience/audience.policy.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { personRefs } from '#server/domain/identity/person-ref.ts';
import { toDay } from '#server/domain/people/day.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { chooseAnswerer } from './choose-answerer.ts';
import { TOP_MAX } from './keep-on-top.ts';
import { fromKey, type Key, toKey } from './keyset.ts';
import { loadBoard } from './load-board.ts';
import { pinViews } from './pin.queries.ts';
import type { BoardView } from './pin.view.ts';
import { mayView, visibilitiesOn, whyNotPlace } from './pinboard.policy.ts';

export const BOARD_PAGE = 20;

/**
 * A page of a person's board, newest first, what the owner keeps on top before it.
 * @throws AppError not_found where there is nobody the actor may know of.
 */
export async function readBoard(
  db: Database,
  actor: Actor,
  ownerId: string,
  after: string | null,
  now: Date,
): Promise<BoardView> {
  const today = dayIn(actor.timeZone, now);
  const board = await loadBoard(db, actor, ownerId, toDay(today));
  const cursor = fromKey(after);
  const open = mayView(actor, board);
  const [topKeys, keys] = open
    ? await Promise.all([
        cursor ? [] : db.$queryRaw<Key[]>(topSql(actor, ownerId)),
        db.$queryRaw<Key[]>(boardSql(actor, ownerId, cursor)),
      ])
    : [[], []];
  const page = keys.slice(0, BOARD_PAGE);
  const [views, standIn] = await Promise.all([
    pinViews(
      db,
      actor,
      [...topKeys, ...page].map((key) => key.id),
      now,
    ),
    standInOf(db, actor, ownerId, today),
  ]);
  const shown = (list: Key[]) => list.flatMap((key) => views.get(key.id) ?? []);
  const last = page.at(-1);
  return {
    ownerId,
    off: board.off,
    refusal: whyNotPlace(actor, board),
    visibilities: visibilitiesOn(actor, board),
    unitName: board.unit?.name ?? null,
    standIn,
    top: shown(topKeys),
    pins: shown(page),
    next: keys.length > BOARD_PAGE && last ? toKey(last) : null,
  };
}

/**
 * The keys of a page, without what is kept on top. One index scan a visibility and one over the reader's own pins,
 * each ended by the page's length: a board of ten thousand pins, most of them for other eyes, is as quick as one
 * of ten. Exported for the test of its plan.
 */
export function boardSql(actor: Actor, ownerId: string, cursor: Key | null): Prisma.Sql {
  const branches =
    actor.personId === ownerId ? [onBoard(ownerId, cursor)] : branchesFor(actor, ownerId, cursor);
  return Prisma.sql`
    SELECT DISTINCT entry_id::text AS id, published_at AS at FROM (${Prisma.join(
      branches.map((branch) => Prisma.sql`(${branch})`),
      ' UNION ALL ',
    )}) found
    ORDER BY at DESC, id DESC LIMIT ${BOARD_PAGE + 1}`;
}

function branchesFor(actor: Actor, ownerId: string, cursor: Key | null): Prisma.Sql[] {
  const me = Prisma.sql`${actor.personId}::uuid`;
  const shown = Prisma.sql`(e.state = 'published' OR (e.state = 'hidden' AND e.removed_by_id <> p.owner_id))`;
  const mine = onBoard(ownerId, cursor, Prisma.sql`AND p.author_id = ${me}`);
  const asked = Prisma.sql`
    SELECT p.entry_id, p.published_at FROM question q JOIN pin p ON p.entry_id = q.entry_id JOIN entry e ON e.id = p.entry_id
    WHERE q.answerer_id = ${me} AND p.owner_id = ${ownerId}::uuid AND ${shown}
      AND p.kept_on_top_at IS NULL ${beyond(cursor)}
    ORDER BY p.published_at DESC, p.entry_id DESC LIMIT ${BOARD_PAGE + 1}`;
  // By the few audiences that the reader belongs to: what is for a unit of others is not even looked at.
  const unit = Prisma.sql`
    SELECT u.entry_id, u.published_at FROM (
      SELECT DISTINCT m.audience_id FROM audience_membership m WHERE m.person_id = ${me}) belongs
    CROSS JOIN LATERAL (${onBoard(
      ownerId,
      cursor,
      Prisma.sql`AND p.audience_id = belongs.audience_id AND p.visibility = 'unit' AND ${shown}
        AND ${readable(actor, Prisma.sql`p.audience_id`)}`,
    )}) u
    ORDER BY u.published_at DESC, u.entry_id DESC LIMIT ${BOARD_PAGE + 1}`;
  if (!isInsider(actor)) return [mine, asked];
  return [
    onBoard(ownerId, cursor, Prisma.sql`AND p.visibility = 'everyone' AND ${shown}`),
    unit,
    mine,
    asked,
  ];
}

function onBoard(ownerId: string, cursor: Key | null, condition = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    SELECT p.entry_id, p.published_at FROM pin p JOIN entry e ON e.id = p.entry_id
    WHERE p.owner_id = ${ownerId}::uuid AND p.kept_on_top_at IS NULL
      AND e.state IN ('published', 'hidden') ${condition} ${beyond(cursor)}
    ORDER BY p.published_at DESC, p.entry_id DESC LIMIT ${BOARD_PAGE + 1}`;
}

function beyond(cursor: Key | null): Prisma.Sql {
  return cursor
    ? Prisma.sql`AND (p.published_at, p.entry_id) < (${cursor.at}, ${cursor.id}::uuid)`
    : Prisma.empty;
}

// What the reader may not read is left out when the views are made; there are at most three.
function topSql(actor: Actor, ownerId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT p.entry_id::text AS id, p.published_at AS at FROM pin p JOIN entry e ON e.id = p.entry_id
    WHERE p.owner_id = ${ownerId}::uuid AND p.kept_on_top_at IS NOT NULL AND (e.state = 'published'
      OR (e.state = 'hidden' AND (e.removed_by_id <> p.owner_id OR ${actor.personId}::uuid IN (p.owner_id, e.author_id))))
    ORDER BY p.kept_on_top_at DESC LIMIT ${TOP_MAX * 4}`;
}

async function standInOf(
  db: Database,
  actor: Actor,
  ownerId: string,
  today: Date,
): Promise<BoardView['standIn']> {
  const answerer = await chooseAnswerer(db, ownerId, actor.personId, today);
  if (answerer.as === 'owner') return null;
  const [refs, named] = await Promise.all([
    personRefs(db, [answerer.personId], today),
    db.person.findUnique({ where: { id: answerer.personId }, select: { givenName: true } }),
  ]);
  const person = refs.get(answerer.personId);
  return person ? { person, shortName: named?.givenName || person.name, as: answerer.as } : null;
}
