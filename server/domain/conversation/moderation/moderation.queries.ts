import { entryViews } from '#server/domain/conversation/entry.queries.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import { type Actor, grantFor, isAdministrator } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type EntryKind, type ModerationKind, Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { cutPage, MODERATION_PAGE, type ModerationPage, type Place, readPlace } from './moderation-page.ts';

/** A reported entry with what is said against it, the oldest first; `more` is how many reports are not listed. */
export type QueueItem = {
  entry: EntryView;
  reports: { by: PersonRef; reason: string; at: string }[];
  more: number;
};

/** One act of moderation, for the log. */
export type LogItem = {
  id: string;
  entryId: string;
  entryKind: EntryKind;
  moderator: PersonRef;
  act: ModerationKind;
  reason: string;
  at: string;
};

/** Of one entry; what a hundred colleagues say of it changes no decision. */
const REPORTS_SHOWN = 20;

/** @throws AppError forbidden for everybody but moderators. */
export function requireModerator(actor: Actor): void {
  if (!isAdministrator(actor) && !grantFor(actor, 'moderate')) throw new AppError('forbidden');
}

/**
 * Entries with open reports, the longest waiting first, by keyset. Moderators alone; what is said against a moderator's
 * own words is for the others, and so is who said it.
 */
export async function moderationQueue(
  db: Database,
  actor: Actor,
  after?: string | null,
): Promise<ModerationPage<QueueItem>> {
  requireModerator(actor);
  const place = readPlace(after);
  const beyond = place
    ? Prisma.sql`AND (r.created_at, r.id) > (${place.at}, ${place.id}::uuid)`
    : Prisma.empty;
  // An entry stands where its first open report does.
  const found = await db.$queryRaw<(Place & { entryId: string })[]>`
    SELECT r.id::text, r.created_at AS at, r.entry_id::text AS "entryId"
    FROM report r JOIN entry e ON e.id = r.entry_id
    WHERE r.state = 'open' AND e.author_id <> ${actor.personId}::uuid ${beyond} AND NOT EXISTS (
      SELECT 1 FROM report earlier WHERE earlier.entry_id = r.entry_id AND earlier.state = 'open'
        AND (earlier.created_at, earlier.id) < (r.created_at, r.id))
    ORDER BY r.created_at, r.id LIMIT ${MODERATION_PAGE + 1}`;
  const { rows, next } = cutPage(found);
  const entryIds = rows.map(({ entryId }) => entryId);
  const [entries, reports] = await Promise.all([entryViews(db, actor, entryIds), openReports(db, entryIds)]);
  const items = entryIds.flatMap((entryId) => {
    const entry = entries.get(entryId);
    if (!entry) return [];
    const against = reports.filter((report) => report.entry_id === entryId);
    return [
      {
        entry,
        reports: against.map(({ by, reason, at }) => ({ by, reason, at: at.toISOString() })),
        more: (against[0]?.total ?? 0) - against.length,
      },
    ];
  });
  return { items, next };
}

type ReportRow = { entry_id: string; by: PersonRef; reason: string; at: Date; total: number };

function openReports(db: Database, entryIds: string[]): Promise<ReportRow[]> {
  return db.$queryRaw<ReportRow[]>`
    SELECT r.entry_id::text, ${personRefJson('p')} AS by, r.reason, r.created_at AS at, r.total
    FROM (SELECT *, row_number() OVER (PARTITION BY entry_id ORDER BY created_at, id) AS nth,
        (count(*) OVER (PARTITION BY entry_id))::int AS total
      FROM report WHERE entry_id = ANY(${entryIds}::uuid[]) AND state = 'open') r
    JOIN person p ON p.id = r.reporter_id WHERE r.nth <= ${REPORTS_SHOWN} ORDER BY r.created_at, r.id`;
}

type LogRow = Place & {
  entryId: string;
  entryKind: EntryKind;
  moderator: PersonRef;
  act: ModerationKind;
  reason: string;
};

/** What moderators did, newest first, by keyset; narrowed to one kind where asked. Moderators alone. */
export async function moderationLog(
  db: Database,
  actor: Actor,
  { act, after }: { act?: ModerationKind; after?: string | null } = {},
): Promise<ModerationPage<LogItem>> {
  requireModerator(actor);
  const place = readPlace(after);
  const conditions = [
    ...(act ? [Prisma.sql`m.act = ${act}::moderation_kind`] : []),
    ...(place ? [Prisma.sql`(m.created_at, m.id) < (${place.at}, ${place.id}::uuid)`] : []),
  ];
  const narrowed =
    conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const found = await db.$queryRaw<LogRow[]>`
    SELECT m.id::text, m.entry_id::text AS "entryId", e.kind::text AS "entryKind", ${personRefJson('p')} AS moderator,
      m.act::text, m.reason, m.created_at AS at
    FROM moderation_act m JOIN entry e ON e.id = m.entry_id JOIN person p ON p.id = m.moderator_id
    ${narrowed} ORDER BY m.created_at DESC, m.id DESC LIMIT ${MODERATION_PAGE + 1}`;
  const { rows, next } = cutPage(found);
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next };
}
