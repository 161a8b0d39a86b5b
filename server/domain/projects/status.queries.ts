import { readable } from '#server/domain/audience/audience.policy.ts';
import { idsToHandles } from '#server/domain/conversation/mention-source.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { type Health, Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import type { HealthPoint, StatusDraft, StatusView } from './project.view.ts';
import { nameMentioned, translated, words } from './status-words.ts';

type StatusRow = Omit<StatusView, 'project' | 'at' | 'trail' | 'nextMilestone'> & {
  at: Date;
  projectId: string;
  slug: string;
  name: string;
  projectHealth: Health | null;
  nextName: string | null;
  nextOn: string | null;
  trail: Health[] | null;
};

/**
 * The particulars of the status entries the actor may read, by entry id, in one query: the feed hydrates with
 * it. The bars and the milestone that came next are those of that moment. What a moderator has hidden keeps its
 * dates and says nothing.
 */
export async function statusViews(
  parts: Parts,
  actor: Actor,
  entryIds: readonly string[],
): Promise<Map<string, StatusView>> {
  const ids = entryIds.filter(isUuid);
  if (ids.length === 0) return new Map();
  const rows = await parts.db.$queryRaw<StatusRow[]>(Prisma.sql`
    SELECT s.entry_id AS "entryId", s.published_at AS at, s.health::text AS health,
      s.target_on::text AS "targetOn", s.previous_target_on::text AS "previousTargetOn",
      p.original_target_on::text AS "originalTargetOn",
      ${words('slip_reason')} AS "slipReason", ${words('blockers')} AS blockers, ${words('help_wanted')} AS "helpWanted", p.id AS "projectId", p.slug, p.name, p.health::text AS "projectHealth",
      m.name AS "nextName", m.target_on::text AS "nextOn", bars.list AS trail
    FROM status_update s
    JOIN entry e ON e.id = s.entry_id ${translated(actor.language)}
    JOIN project p ON p.id = s.project_id
    LEFT JOIN LATERAL (
      SELECT ${actor.language === 'de' ? Prisma.sql`name_de` : Prisma.sql`name_en`} AS name, target_on FROM milestone
      WHERE project_id = p.id AND target_on >= s.published_at::date
        AND (done_on IS NULL OR done_on > s.published_at::date)
      ORDER BY target_on, id LIMIT 1) m ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(b.health::text ORDER BY b.published_at, b.entry_id) AS list
      FROM (SELECT older.published_at, older.entry_id, older.health FROM status_update older
        JOIN entry oe ON oe.id = older.entry_id AND oe.state = 'published'
        WHERE older.project_id = s.project_id AND (older.published_at, older.entry_id) <= (s.published_at, s.entry_id)
        ORDER BY older.published_at DESC, older.entry_id DESC LIMIT 8) b) bars ON true
    WHERE s.entry_id = ANY(${ids}::uuid[]) AND ${readable(actor, Prisma.sql`p.audience_id`)}`);
  await nameMentioned(parts.db, rows);
  return new Map(rows.map((row) => [row.entryId, toStatusView(row)]));
}

function toStatusView(row: StatusRow): StatusView {
  return {
    entryId: row.entryId,
    project: { id: row.projectId, slug: row.slug, name: row.name, health: row.projectHealth },
    at: row.at.toISOString(),
    health: row.health,
    targetOn: row.targetOn,
    previousTargetOn: row.previousTargetOn,
    originalTargetOn: row.originalTargetOn,
    slipReason: row.slipReason,
    blockers: row.blockers,
    helpWanted: row.helpWanted,
    nextMilestone:
      row.nextName !== null && row.nextOn !== null ? { name: row.nextName, on: row.nextOn } : null,
    trail: row.trail ?? [],
  };
}

type HistoryCursor = { at: string; entryId: string };

/** Entry ids of a project's statuses, newest first, by keyset. The caller has already found the project. */
export async function statusHistory(
  parts: Parts,
  projectId: string,
  options: { after?: string; limit?: number } = {},
): Promise<{ entryIds: string[]; next: string | null }> {
  const limit = options.limit ?? 10;
  const cursor = parseCursor(options.after);
  const rows = await parts.db.$queryRaw<{ entryId: string; at: Date }[]>(Prisma.sql`
    SELECT s.entry_id AS "entryId", s.published_at AS at FROM status_update s
    JOIN entry e ON e.id = s.entry_id AND e.state IN ('published', 'hidden')
    WHERE s.project_id = ${projectId}::uuid
    ${cursor ? Prisma.sql`AND (s.published_at, s.entry_id) < (${cursor.at}::timestamptz, ${cursor.entryId}::uuid)` : Prisma.empty}
    ORDER BY s.published_at DESC, s.entry_id DESC LIMIT ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entryIds: page.map((row) => row.entryId),
    next: rows.length > limit && last ? `${last.at.toISOString()}_${last.entryId}` : null,
  };
}

function parseCursor(text: string | undefined): HistoryCursor | null {
  const [at, entryId] = (text ?? '').split('_');
  if (!at || !entryId || !isUuid(entryId) || Number.isNaN(Date.parse(at))) return null;
  return { at: new Date(at).toISOString(), entryId };
}

/** Every published status of a project as a point of its health timeline, oldest first. */
export async function healthTimeline(
  parts: Parts,
  actor: Pick<Actor, 'language'>,
  projectId: string,
): Promise<HealthPoint[]> {
  const rows = await parts.db.$queryRaw<(Omit<HealthPoint, 'at'> & { at: Date })[]>(Prisma.sql`
    SELECT s.entry_id AS "entryId", s.published_at AS at, s.health::text AS health,
      s.target_on::text AS "targetOn", s.previous_target_on::text AS "previousTargetOn",
      ${words('slip_reason')} AS "slipReason"
    FROM status_update s JOIN entry e ON e.id = s.entry_id AND e.state = 'published' ${translated(actor.language)}
    WHERE s.project_id = ${projectId}::uuid
    ORDER BY s.published_at DESC, s.entry_id DESC LIMIT 200`);
  return rows.reverse().map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The newest published status, as the form for the next one starts from it: in the writer's language, and the other. */
export async function lastStatusDraft(
  { db }: { db: Tx },
  actor: Pick<Actor, 'language'>,
  projectId: string,
): Promise<StatusDraft> {
  const rows = await db.$queryRaw<DraftRow[]>(Prisma.sql`
    SELECT s.health::text AS health, p.target_on::text AS "targetOn", l.language = ${actor.language}::language AS mine,
      b.source AS text,
      CASE WHEN l.language = e.language THEN s.blockers ELSE w.blockers END AS blockers,
      CASE WHEN l.language = e.language THEN s.help_wanted ELSE w.help_wanted END AS "helpWanted"
    FROM (SELECT u.* FROM status_update u JOIN entry ue ON ue.id = u.entry_id AND ue.state = 'published'
      WHERE u.project_id = ${projectId}::uuid ORDER BY u.published_at DESC, u.entry_id DESC LIMIT 1) s
    JOIN entry e ON e.id = s.entry_id
    JOIN project p ON p.id = s.project_id
    CROSS JOIN unnest(enum_range(NULL::language)) AS l(language)
    LEFT JOIN status_translation w ON w.entry_id = s.entry_id AND w.language = l.language
    LEFT JOIN entry_body b ON b.entry_id = e.id AND b.revision = e.revision AND b.language = l.language`);
  const said = async (row: DraftRow | undefined) => ({
    text: await idsToHandles(db, row?.text ?? ''),
    blockers: row?.blockers ?? '',
    helpWanted: await idsToHandles(db, row?.helpWanted ?? ''),
  });
  const [first] = rows;
  if (first) {
    const [mine, other] = [rows.find((row) => row.mine), rows.find((row) => !row.mine)];
    const { health, targetOn } = first;
    // Written in the other language only: better begin from that than from nothing.
    if (!mine?.text) return { health, targetOn, ...(await said(other)), other: NOTHING_SAID };
    return { health, targetOn, ...(await said(mine)), other: await said(other) };
  }
  const project = await db.project.findUniqueOrThrow({ where: { id: projectId } });
  const targetOn = project.targetOn?.toISOString().slice(0, 10) ?? null;
  return { health: null, targetOn, ...NOTHING_SAID, other: NOTHING_SAID };
}

const NOTHING_SAID = { text: '', blockers: '', helpWanted: '' };

type DraftRow = Pick<StatusDraft, 'health' | 'targetOn'> & {
  mine: boolean;
  text: string | null;
  blockers: string | null;
  helpWanted: string | null;
};
