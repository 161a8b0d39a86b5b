import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import { firstWords, mentionsIn, plainText, withNames } from '#server/domain/conversation/plain-text.ts';
import { audienceLabels } from '#server/domain/feed/feed-details.queries.ts';
import { stream } from '#server/domain/feed/stream.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { type FeedKind, Prisma } from '#server/platform/database/schema.ts';

/** One thing of the feed that somebody has not read. */
export type MissedItem = {
  kind: FeedKind;
  /** Empty where the name is withheld. */
  author: string;
  /** For whom they speak; null for themselves. */
  whom: string | null;
  project: string;
  /** To whom it is addressed; empty for everyone. */
  where: string;
  excerpt: string;
  /** Below the address of the house. */
  path: string;
  at: Date;
};

type Row = {
  kind: FeedKind;
  audience_id: string;
  author_id: string;
  published_at: Date;
  entry_id: string | null;
  handle: string;
  board_of: string | null;
  project_of: string | null;
  project: string | null;
  source: string | null;
  whom: string | null;
};

/**
 * What was delivered to the actor after `since`, is unread and readable now, newest first; what they marked unread
 * again is in it, their own words never are.
 */
export async function missedItems(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  since: Date,
  limit: number,
): Promise<MissedItem[]> {
  const me = actor.personId;
  const rows = await db.$queryRaw<Row[]>`
    WITH stream AS MATERIALIZED (${stream(actor)}),
    mark AS (SELECT GREATEST(${since}::timestamptz, (SELECT watermark FROM read_state WHERE person_id = ${me}::uuid)) AS at),
    item AS MATERIALIZED (
      SELECT newest.* FROM stream CROSS JOIN mark CROSS JOIN LATERAL (
        SELECT f.* FROM feed_item f
        WHERE f.audience_id = stream.audience_id AND f.removed_at IS NULL AND f.published_at > mark.at
          AND f.published_at <= ${clock.now()} AND f.author_id <> ${me}::uuid
          AND NOT EXISTS (SELECT 1 FROM read_exception x WHERE x.person_id = ${me}::uuid AND x.item_id = f.id AND x.read)
        ORDER BY f.published_at DESC, f.id DESC LIMIT ${limit}) newest
      UNION
      SELECT f.* FROM read_exception x JOIN feed_item f ON f.id = x.item_id JOIN stream ON stream.audience_id = f.audience_id
      WHERE x.person_id = ${me}::uuid AND NOT x.read AND f.removed_at IS NULL AND f.published_at > ${since}
        AND f.published_at <= ${clock.now()} AND f.author_id <> ${me}::uuid)
    SELECT i.kind::text, i.audience_id::text, i.author_id::text, i.published_at, e.id::text AS entry_id,
      author.handle, owner.handle AS board_of, pr.slug AS project_of, pr.name AS project, body.source,
      COALESCE(${actor.language === 'de' ? Prisma.sql`o.name_de` : Prisma.sql`o.name_en`}, bo.display_name) AS whom
    FROM item i
    JOIN person author ON author.id = i.author_id
    LEFT JOIN entry e ON e.id = i.subject_id AND i.kind <> 'joiner' AND e.state = 'published' AND ${entryReadable(actor, 'e')}
    LEFT JOIN office o ON o.id = e.office_id LEFT JOIN person bo ON bo.id = e.behalf_of_id
    LEFT JOIN pin ON pin.entry_id = e.id LEFT JOIN person owner ON owner.id = pin.owner_id
    LEFT JOIN status_update st ON st.entry_id = e.id LEFT JOIN project pr ON pr.id = st.project_id
    LEFT JOIN LATERAL (
      SELECT b.source FROM entry_body b WHERE b.entry_id = e.id AND b.revision = e.revision
      ORDER BY (b.language = ${actor.language}::language) DESC, (b.language = e.language) DESC LIMIT 1) body ON true
    WHERE i.kind = 'joiner' OR e.id IS NOT NULL
    ORDER BY i.published_at DESC, i.id DESC LIMIT ${limit}`;
  const [labels, people] = await Promise.all([
    audienceLabels(
      db,
      rows.map((row) => row.audience_id),
    ),
    personRefs(
      db,
      rows.flatMap((row) => [row.author_id, ...mentionsIn(row.source ?? '')]),
      dayIn(actor.timeZone, clock.now()),
    ),
  ]);
  return rows.map((row) => ({
    kind: row.kind,
    author: people.get(row.author_id)?.name ?? '',
    whom: row.whom,
    project: row.project ?? '',
    where: labels.get(row.audience_id)?.name ?? '',
    excerpt: firstWords(withNames(plainText(row.source ?? ''), people), 140),
    path: pathOf(row),
    at: row.published_at,
  }));
}

function pathOf({ entry_id, board_of, project_of, handle }: Row): string {
  if (!entry_id) return `/people/${encodeURIComponent(handle)}`;
  return addressOfEntry({ id: entry_id, threadId: null, boardOf: board_of, projectOf: project_of });
}
