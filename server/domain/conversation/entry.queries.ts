import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import {
  type EntryKind,
  type EntryState,
  type Intent,
  type Language,
  Prisma,
} from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { entryAbilities, entryReadable, mayModerate } from './entry.policy.ts';
import type {
  EntryView,
  FileView,
  MustReadView,
  ReactionView,
  RemovalView,
  ThreadView,
} from './entry.view.ts';
import { pollViews } from './poll.queries.ts';
import { resolveMentions } from './render-body.ts';
import { sharedViews } from './shared.queries.ts';

type EntryRow = {
  id: string;
  kind: EntryKind;
  state: EntryState;
  intent: Intent;
  thread_id: string | null;
  author: PersonRef;
  office: { slug: string; name: string; independent: boolean } | null;
  behalf_of: PersonRef | null;
  published_at: Date;
  edited_at: Date | null;
  comments_closed: boolean;
  comments_closed_reason: string | null;
  open: boolean;
  muted: boolean | null;
  has_poll: boolean;
  shared_entry_id: string | null;
  language: Language;
  html: string;
  mentioned: PersonRef[] | null;
  files: FileView[] | null;
  must_read: { due: string; mine: boolean; confirmed: string | null; changed: boolean } | null;
  reactions: ReactionView[] | null;
  comment_count: number;
  saved: boolean;
  removed_at: Date | null;
  removal_reason: string | null;
  /** A pin that the actor, as the board's owner, took out of others' sight. */
  hidden_by_me: boolean;
  /** The moderator's act, for the author of what is hidden. */
  hiding: { contest: 'open' | 'restored' | 'upheld' | null; answer: string | null } | null;
};

const COMMENTS_A_PAGE = 50;
/** Around a comment that a link points to: some before it, and what leads on to the newest. */
const COMMENTS_BEFORE = 10;
const COMMENTS_IN_CONTEXT = 1_000;

// Those under way through a scanner, or found bad, are nobody's to see.
const filesJson = Prisma.sql`(SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'alt', f.alt_text,
    'credit', f.credit, 'image', CASE WHEN f.width IS NULL THEN NULL ELSE
      json_build_object('width', f.width, 'height', f.height, 'blur', f.blur, 'widths', f.widths) END) ORDER BY fa.rank)
  FROM attachment fa JOIN file f ON f.id = fa.file_id WHERE fa.entry_id = e.id AND f.scan = 'clean')`;

function mustReadJson(actor: Actor): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('due', rr.due_at, 'mine', rc.person_id IS NOT NULL, 'confirmed', rc.confirmed_at,
      'changed', COALESCE(rc.revision < e.revision, false))
    FROM required_reading rr LEFT JOIN reading_confirmation rc ON rc.entry_id = rr.entry_id AND rc.person_id = ${actor.personId}::uuid
    WHERE rr.entry_id = e.id)`;
}

/** The columns of an {@link EntryRow}; every per-entry list is gathered in the same statement. */
function entryColumns(actor: Actor): Prisma.Sql {
  const officeName = actor.language === 'de' ? Prisma.sql`o.name_de` : Prisma.sql`o.name_en`;
  return Prisma.sql`
    e.id::text, e.kind, e.state, e.intent, e.thread_id::text, e.published_at, e.edited_at, e.comments_closed, e.comments_closed_reason,
    (SELECT au.open FROM audience au WHERE au.id = e.audience_id) AS open, e.shared_entry_id::text,
    EXISTS (SELECT 1 FROM poll q WHERE q.entry_id = e.id) AS has_poll,
    (SELECT fo.muted FROM follow fo WHERE fo.person_id = ${actor.personId}::uuid AND fo.entry_id = e.id) AS muted,
    CASE WHEN e.state = 'hidden' AND e.author_id = ${actor.personId}::uuid THEN (
      SELECT json_build_object('contest', ct.state, 'answer', ct.answer) FROM (
        SELECT ma.id, ma.moderator_id FROM moderation_act ma WHERE ma.entry_id = e.id AND ma.act = 'hide'
        ORDER BY ma.created_at DESC, ma.id DESC LIMIT 1) m
      LEFT JOIN contest ct ON ct.act_id = m.id WHERE m.moderator_id = e.removed_by_id) END AS hiding,
    e.removed_at, e.removal_reason, b.language, b.html,
    ${personRefJson('a')} AS author,
    CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('slug', o.slug, 'name', ${officeName}, 'independent', o.independent) END AS office,
    CASE WHEN bo.id IS NOT NULL THEN ${personRefJson('bo')} END AS behalf_of,
    ${filesJson} AS files,
    ${mustReadJson(actor)} AS must_read,
    CASE WHEN b.html LIKE '%data-mention%' THEN (SELECT json_agg(${personRefJson('mp')})
      FROM mention m JOIN person mp ON mp.id = m.person_id WHERE m.entry_id = e.id) END AS mentioned,
    (SELECT json_agg(json_build_object('emoji', r.emoji, 'count', r.n, 'mine', r.mine) ORDER BY r.n DESC, r.emoji)
      FROM (SELECT emoji, count(*)::int AS n, bool_or(person_id = ${actor.personId}::uuid) AS mine
            FROM reaction WHERE entry_id = e.id GROUP BY emoji) r) AS reactions,
    (SELECT count(*)::int FROM entry c WHERE c.thread_id = e.id AND c.state IN ('published', 'hidden')) AS comment_count,
    EXISTS (SELECT 1 FROM saved_entry s WHERE s.person_id = ${actor.personId}::uuid AND s.entry_id = e.id) AS saved,
    e.state = 'hidden' AND e.removed_by_id = ${actor.personId}::uuid
      AND EXISTS (SELECT 1 FROM pin p WHERE p.entry_id = e.id AND p.owner_id = e.removed_by_id) AS hidden_by_me`;
}

function entryJoins(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    JOIN person a ON a.id = e.author_id
    LEFT JOIN office o ON o.id = e.office_id
    LEFT JOIN person bo ON bo.id = e.behalf_of_id
    JOIN LATERAL (
      SELECT eb.language, eb.html FROM entry_body eb
      WHERE eb.entry_id = e.id AND eb.revision = e.revision
      ORDER BY (eb.language = ${actor.language}::language) DESC, (eb.language = e.language) DESC LIMIT 1) b ON true`;
}

/** The entries behind `ids` that the actor may read, by id; one statement however many. */
export async function entryViews(
  db: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, EntryView>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns(actor)} FROM entry e ${entryJoins(actor)}
    WHERE e.id = ANY(${[...ids]}::uuid[]) AND ${entryReadable(actor, 'e')}`;
  return new Map((await present(db, actor, rows)).map((view) => [view.id, view]));
}

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

async function present(db: Database, actor: Actor, rows: EntryRow[]): Promise<EntryView[]> {
  const views = rows.map((row) => presentEntry(actor, row));
  return withParts(db, actor, rows, views);
}

/** Polls and posts passed on: one statement each, and only for a page that has some. */
async function withParts(
  db: Database,
  actor: Actor,
  rows: EntryRow[],
  views: EntryView[],
): Promise<EntryView[]> {
  const shown = rows.filter((_row, index) => views[index]?.html);
  const polled = shown.filter((row) => row.has_poll).map((row) => row.id);
  const sharedIds = shown.flatMap((row) => row.shared_entry_id ?? []);
  if (polled.length === 0 && sharedIds.length === 0) return views;
  const [polls, shared] = await Promise.all([
    pollViews(db, actor, polled),
    sharedViews(db, actor, sharedIds),
  ]);
  const mentioning = [...shared.values()].filter((view) => view.html.includes('data-mention'));
  const names =
    mentioning.length > 0
      ? await mentionedPeople(
          db,
          mentioning.map((view) => view.id),
        )
      : new Map();
  return views.map((view, index) => {
    const id = rows[index]?.shared_entry_id;
    const poll = polls.get(view.id);
    const original = id ? shared.get(id) : undefined;
    return {
      ...view,
      ...(poll && { poll }),
      ...(id &&
        view.html && {
          shared: original ? { ...original, html: resolveMentions(original.html, names) } : null,
        }),
    };
  });
}

function presentEntry(actor: Actor, row: EntryRow): EntryView {
  const independent = row.office?.independent ?? false;
  const facts = {
    authorId: row.author.id,
    kind: row.kind,
    state: row.state,
    commentsClosed: row.comments_closed,
    independent,
    open: row.open,
  };
  const hidden = row.state === 'hidden';
  const seesHidden =
    row.author.id === actor.personId || row.hidden_by_me || mayModerate(actor, { independent });
  return {
    id: row.id,
    kind: row.kind,
    threadId: row.thread_id,
    author: row.author,
    office: row.office && { slug: row.office.slug, name: row.office.name },
    ...(row.behalf_of && { behalfOf: row.behalf_of }),
    intent: row.intent,
    at: row.published_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    language: row.language,
    html: hidden && !seesHidden ? '' : withMentions(row),
    reactions: row.reactions ?? [],
    commentCount: row.comment_count,
    saved: row.saved,
    ...(row.muted !== null && { follow: row.muted ? ('muted' as const) : ('follows' as const) }),
    ...(row.comments_closed && { closed: { reason: row.comments_closed_reason ?? '' } }),
    hidden: hidden ? removalOf(row) : null,
    abilities: entryAbilities(actor, facts),
    ...(row.must_read && !hidden ? { mustRead: mustReadView(actor, row, row.must_read) } : {}),
    ...(row.files && (!hidden || row.author.id === actor.personId) ? { files: row.files } : {}),
  };
}

function withMentions({ html, mentioned }: EntryRow): string {
  if (!html.includes('data-mention')) return html;
  return resolveMentions(html, new Map((mentioned ?? []).map((person) => [person.id, person])));
}

function mustReadView(
  actor: Actor,
  { author }: EntryRow,
  { due, mine, confirmed, changed }: NonNullable<EntryRow['must_read']>,
): MustReadView {
  const iso = (at: string) => new Date(at).toISOString();
  const follows =
    author.id === actor.personId ||
    isAdministrator(actor) ||
    actor.grants.some((grant) => grant.kind === 'must_read');
  return {
    dueAt: iso(due),
    mine,
    confirmedAt: confirmed && iso(confirmed),
    changed,
    ...(follows ? { report: true as const } : {}),
  };
}

function removalOf(row: EntryRow): RemovalView {
  const at = (row.removed_at ?? row.published_at).toISOString();
  const removal = { reason: row.removal_reason ?? '', at };
  if (!row.hiding) return removal;
  const { contest, answer } = row.hiding;
  if (contest === 'upheld') return { ...removal, contest: { state: contest, answer: answer ?? '' } };
  return { ...removal, contest: { state: contest === 'open' ? 'open' : 'possible' } };
}

async function mentionedPeople(db: Database, entryIds: string[]): Promise<Map<string, PersonRef>> {
  const rows = await db.$queryRaw<{ person: PersonRef }[]>`
    SELECT DISTINCT ON (p.id) ${personRefJson('p')} AS person
    FROM mention m JOIN person p ON p.id = m.person_id WHERE m.entry_id = ANY(${entryIds}::uuid[])`;
  return new Map(rows.map(({ person }) => [person.id, person]));
}
