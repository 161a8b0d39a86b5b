import { readable } from '#server/domain/audience/audience.policy.ts';
import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { firstWords, mentionsIn, plainText, withNames } from '#server/domain/conversation/plain-text.ts';
import type { HeldBecause } from '#server/domain/events.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import {
  type EntryKind,
  type ModerationKind,
  type NotificationKind,
  type PinKind,
  Prisma,
} from '#server/platform/database/schema.ts';
import { noticeSentence } from './notice-sentence.ts';
import type { NotificationPage, NotificationView } from './notification.view.ts';

const PAGE = 30;

/** SQL: how many notices are unread, as one number; exact to 99, 100 means more. */
export function unreadNoticesSql(personId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM notification WHERE person_id = ${personId}::uuid AND read_at IS NULL LIMIT 100) few`;
}

/** How many notices are unread: exact to 99; 100 means more. */
export async function unreadCountOf(db: Database, personId: string): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>(unreadNoticesSql(personId));
  return rows[0]?.n ?? 0;
}

type Row = {
  id: string;
  kind: NotificationKind;
  updated_at: Date;
  unread: boolean;
  actor_ids: string[];
  count: number;
  entry_kind: EntryKind | null;
  pin_kind: PinKind | null;
  head_author: PersonRef | null;
  entry_author: PersonRef | null;
  owner: PersonRef | null;
  project: string | null;
  awaited: string | null;
  /** What stands between the first two colons of the group key, where it is about a project itself or a post held back. */
  stage: 'due' | 'lead' | 'deputy' | 'sponsor' | 'member' | HeldBecause | null;
  /** What stands before the first colon of the group key. */
  about: string;
  source: string | null;
  act: ModerationKind | null;
  reason: string | null;
  until: Date | null;
  contested: boolean;
};

/** A page of the actor's notices, newest first, by keyset. What they may not read (any more) is left out. */
export async function notificationsOf(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  cursor: string | null,
): Promise<NotificationPage> {
  const [rows, unread] = await Promise.all([
    db.$queryRaw<Row[]>(pageSql(actor, cursor)),
    unreadCountOf(db, actor.personId),
  ]);
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return {
    items: await present({ db, clock }, actor, page),
    next: last ? `${last.updated_at.getTime()}_${last.id}` : null,
    unread,
  };
}

/** The actor's notices (`n`) that `where` picks, newest first: what a mail tells of. */
export async function noticesWhere(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  where: Prisma.Sql,
  limit: number,
): Promise<NotificationView[]> {
  const rows = await parts.db.$queryRaw<Row[]>(noticesSql(actor, Prisma.sql`AND ${where}`, limit));
  return present(parts, actor, rows);
}

async function present(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  rows: Row[],
): Promise<NotificationView[]> {
  const mentioned = rows.flatMap((row) => mentionsIn(row.source ?? ''));
  const shown = rows.flatMap((row) => row.actor_ids.slice(0, 3));
  const people = await personRefs(db, [...mentioned, ...shown], dayIn(actor.timeZone, clock.now()));
  return rows.map((row) => toView(actor, row, people));
}

/** The statement of one page; exported for the test of its plan. */
export function pageSql(actor: Actor, cursor: string | null): Prisma.Sql {
  const after = readCursor(cursor);
  const beyond = after
    ? Prisma.sql`AND (n.updated_at, n.id) < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  return noticesSql(actor, beyond, PAGE + 1);
}

function noticesSql(actor: Actor, narrower: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT n.id::text, n.kind::text, n.updated_at, n.read_at IS NULL AS unread, COALESCE(n.actor_ids, '{}')::text[] AS actor_ids, n.count,
      head.kind::text AS entry_kind,
      pin.kind::text AS pin_kind, pr.name AS project, aw.name AS awaited,
      CASE WHEN n.kind IN ('status', 'project', 'scheduled') THEN split_part(n.group_key, ':', 2) END AS stage, split_part(n.group_key, ':', 1) AS about, body.source,
      CASE WHEN ha.id IS NULL THEN NULL ELSE ${personRefJson('ha')} END AS head_author,
      CASE WHEN ea.id IS NULL THEN NULL ELSE ${personRefJson('ea')} END AS entry_author,
      CASE WHEN ow.id IS NULL THEN NULL ELSE ${personRefJson('ow')} END AS owner,
      act.act::text AS act, COALESCE(act.reason, CASE WHEN n.group_key LIKE 'suspended:%' THEN su.reason END) AS reason,
      su.ends_at AS until, n.group_key LIKE 'contest:%' AS contested
    FROM notification n
    LEFT JOIN entry e ON e.id = n.entry_id AND (${entryReadable(actor, 'e')}
      OR (n.kind = 'scheduled' AND e.author_id = ${actor.personId}::uuid AND e.state IN ('scheduled', 'draft')))
    LEFT JOIN entry head ON head.id = COALESCE(CASE WHEN n.kind IN ('report', 'moderation') THEN e.id END, e.thread_id, e.id)
    LEFT JOIN person ea ON ea.id = e.author_id
    LEFT JOIN person ha ON ha.id = head.author_id
    LEFT JOIN pin ON pin.entry_id = COALESCE(e.thread_id, e.id)
    LEFT JOIN person ow ON ow.id = pin.owner_id
    LEFT JOIN status_update st ON st.entry_id = COALESCE(e.thread_id, e.id) LEFT JOIN project pr ON pr.id = st.project_id
    LEFT JOIN project aw ON n.kind IN ('status', 'project') AND aw.id = n.subject_id AND ${readable(actor, Prisma.sql`aw.audience_id`)}
    LEFT JOIN LATERAL (
      SELECT b.source FROM entry_body b WHERE b.entry_id = e.id AND b.revision = e.revision
        AND (e.state = 'published' OR e.author_id = ${actor.personId}::uuid)
      ORDER BY (b.language = ${actor.language}::language) DESC, (b.language = e.language) DESC LIMIT 1) body ON true
    LEFT JOIN moderation_act act ON act.id = CASE WHEN n.kind = 'moderation' THEN split_part(n.group_key, ':', 2)::uuid END
    LEFT JOIN suspension su ON n.kind = 'account' AND su.id = n.subject_id AND su.person_id = n.person_id
    WHERE n.person_id = ${actor.personId}::uuid
      AND (e.id IS NOT NULL OR n.kind = 'import' OR aw.id IS NOT NULL OR su.id IS NOT NULL) ${narrower}
    ORDER BY n.updated_at DESC, n.id DESC LIMIT ${limit}`;
}

function readCursor(cursor: string | null): { at: Date; id: string } | null {
  const match = /^(\d{10,14})_([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match ? { at: new Date(Number(match[1])), id: match[2] as string } : null;
}

function toView(actor: Actor, row: Row, people: ReadonlyMap<string, PersonRef>): NotificationView {
  const author = row.head_author;
  const text = withNames(plainText(row.source ?? ''), people);
  const view = {
    id: row.id,
    kind: row.kind,
    what: whatOf(row),
    at: row.updated_at.toISOString(),
    unread: row.unread,
    actors: row.actor_ids.slice(0, 3).flatMap((id) => people.get(id) ?? []),
    people: row.actor_ids.length,
    count: row.count,
    subject: author &&
      row.entry_kind && {
        entryKind: row.entry_kind,
        pinKind: row.pin_kind,
        author,
        mine: author.id === actor.personId,
        owner: row.owner,
        project: row.project,
      },
    project: row.awaited,
    excerpt: firstWords(text, 140),
    reason: row.reason,
    until: row.until?.toISOString() ?? null,
  };
  return { ...view, sentence: noticeSentence(view, actor.personId) };
}

/** What became of a question on a board, by what stands before the first colon of the group key. */
const BECAME: Record<string, NotificationView['what']> = {
  'question-forwarded': 'forwarded',
  'question-again': 'again',
  forwarded: 'forwarded',
  'forward-proposed': 'proposed',
  accepted: 'accepted',
  'share-asked': 'share_asked',
  shared: 'shared',
};

function whatOf(row: Row): NotificationView['what'] {
  if (row.kind === 'status' || row.kind === 'project' || row.kind === 'scheduled') return row.stage;
  if (row.kind === 'report') return row.contested ? 'contested' : null;
  if (row.kind === 'moderation' && row.act === 'uphold') return 'upheld';
  if (row.kind === 'moderation') return row.act === 'restore' ? 'restored' : 'hidden';
  if (row.about === 'suspended' || row.about === 'lifted') return row.about;
  if (row.about === 'question-reminder') return 'reminder';
  if (row.about === 'question-escalated') return 'escalated';
  const becameOf = BECAME[row.about];
  if (becameOf) return becameOf;
  if (row.about === 'declined' || row.about === 'expired') return row.about;
  return null;
}

/** What a notice of the actor is about; `entryId` is null where that can no longer be read. */
export type NoticeTarget = {
  kind: NotificationKind;
  subjectId: string | null;
  entryId: string | null;
  threadId: string | null;
  boardOf: string | null;
  projectOf: string | null;
};

/** Where a notice leads; null where it is not the actor's. */
export async function targetOf(db: Database, actor: Actor, id: string): Promise<NoticeTarget | null> {
  const rows = await db.$queryRaw<NoticeTarget[]>(Prisma.sql`
    SELECT n.kind::text, n.subject_id::text AS "subjectId", e.id::text AS "entryId",
      e.thread_id::text AS "threadId", ow.handle AS "boardOf", COALESCE(pr.slug, aw.slug) AS "projectOf"
    FROM notification n LEFT JOIN entry e ON e.id = n.entry_id AND ${entryReadable(actor, 'e')}
    LEFT JOIN pin ON pin.entry_id = COALESCE(e.thread_id, e.id) LEFT JOIN person ow ON ow.id = pin.owner_id
    LEFT JOIN status_update st ON st.entry_id = COALESCE(e.thread_id, e.id) LEFT JOIN project pr ON pr.id = st.project_id
    LEFT JOIN project aw ON n.kind IN ('status', 'project') AND aw.id = n.subject_id AND ${readable(actor, Prisma.sql`aw.audience_id`)}
    WHERE n.id = ${id}::uuid AND n.person_id = ${actor.personId}::uuid`);
  return rows[0] ?? null;
}
