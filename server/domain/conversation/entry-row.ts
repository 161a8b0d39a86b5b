import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import {
  type EntryKind,
  type EntryState,
  type Intent,
  type Language,
  Prisma,
} from '#server/platform/database/schema.ts';
import type { FileView, ReactionView } from './entry.view.ts';

/** An entry as one statement reads it, with every list that hangs on it; present-entry.ts makes the view of it. */
export type EntryRow = {
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
  link: string | null;
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

// Those under way through a scanner, or found bad, are nobody's to see.
const filesJson = Prisma.sql`(SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'alt', f.alt_text,
    'credit', f.credit, 'image', CASE WHEN f.width IS NULL THEN NULL ELSE
      json_build_object('width', f.width, 'height', f.height, 'blur', f.blur, 'widths', f.widths,
        'avif', f.avif IS TRUE) END) ORDER BY fa.rank)
  FROM attachment fa JOIN file f ON f.id = fa.file_id WHERE fa.entry_id = e.id AND f.scan = 'clean')`;

function mustReadJson(actor: Actor): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('due', rr.due_at, 'mine', rc.person_id IS NOT NULL, 'confirmed', rc.confirmed_at,
      'changed', COALESCE(rc.revision < e.revision, false))
    FROM required_reading rr LEFT JOIN reading_confirmation rc ON rc.entry_id = rr.entry_id AND rc.person_id = ${actor.personId}::uuid
    WHERE rr.entry_id = e.id)`;
}

/** SQL: the columns of an {@link EntryRow}; every per-entry list is gathered in the same statement. */
export function entryColumns(actor: Actor): Prisma.Sql {
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
    e.removed_at, e.removal_reason, b.language, b.html, b.link,
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

/** SQL: what {@link entryColumns} reads from beside `entry e`; of the bodies the reader's, or the original. */
export function entryJoins(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    JOIN person a ON a.id = e.author_id
    LEFT JOIN office o ON o.id = e.office_id
    LEFT JOIN person bo ON bo.id = e.behalf_of_id
    JOIN LATERAL (
      SELECT eb.language, eb.html, eb.link FROM entry_body eb
      WHERE eb.entry_id = e.id AND eb.revision = e.revision
      ORDER BY (eb.language = ${actor.language}::language) DESC, (eb.language = e.language) DESC LIMIT 1) b ON true`;
}
