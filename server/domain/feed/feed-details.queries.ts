import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import { nameMentioned, type StatusWords, translated, words } from '#server/domain/projects/status-words.ts';
import type { Database } from '#server/platform/database/client.ts';
import {
  type AudienceKind,
  type Health,
  type Language,
  type PinKind,
  Prisma,
  type QuestionState,
} from '#server/platform/database/schema.ts';
import type { AudienceLabel, JoinerDetails, PinDetails, StatusDetails } from './feed.view.ts';

// Hot reads in SQL (docs/decisions): one statement a kind for a whole page, none for kinds not on it.

const TRAIL = 8;

type LabelRow = { id: string; kind: AudienceKind; name: string | null; slug: string | null };

/**
 * SQL: what {@link audienceLabelsOf} reads, of the audiences whose ids are `ids(id)`. An audience does not know its
 * owner; its kind says where to look, so that each is one step in one index.
 */
function labelsSql(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id::text, a.kind, owner.name, owner.slug
    FROM (${ids}) ids JOIN audience a ON a.id = ids.id
    LEFT JOIN LATERAL (
      SELECT name, slug FROM site WHERE a.kind = 'site' AND audience_id = a.id
      UNION ALL SELECT name, id::text FROM org_unit WHERE a.kind = 'unit' AND audience_id = a.id
      UNION ALL SELECT name, id::text FROM org_unit WHERE a.kind = 'board' AND board_audience_id = a.id
      UNION ALL SELECT name, slug FROM project WHERE a.kind = 'project' AND audience_id = a.id
    ) owner ON true`;
}

/** Names, from whatever holds them, for the audiences that a statement finds as `id`. */
export async function audienceLabelsOf(db: Database, ids: Prisma.Sql): Promise<AudienceLabel[]> {
  const rows = await db.$queryRaw<LabelRow[]>(labelsSql(ids));
  return rows.map((row) => ({ ...row, name: row.name ?? '' }));
}

/** Names for audiences, by id. */
export async function audienceLabels(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, AudienceLabel>> {
  if (ids.length === 0) return new Map();
  const labels = await audienceLabelsOf(db, Prisma.sql`SELECT unnest(${[...new Set(ids)]}::uuid[]) AS id`);
  return new Map(labels.map((label) => [label.id, label]));
}

type StatusRow = StatusWords & {
  entry_id: string;
  slug: string;
  name: string;
  health: Health;
  target_on: string | null;
  previous_target_on: string | null;
  original_target_on: string | null;
  milestone: { name: string; on: string } | null;
  trail: Health[] | null;
};

/** The project side of status updates. */
export async function statusDetails(
  db: Database,
  language: Language,
  entryIds: readonly string[],
): Promise<Map<string, StatusDetails>> {
  if (entryIds.length === 0) return new Map();
  const milestoneName = language === 'de' ? Prisma.sql`m.name_de` : Prisma.sql`m.name_en`;
  const rows = await db.$queryRaw<StatusRow[]>`
    SELECT s.entry_id::text, p.slug, p.name, s.health, s.target_on::text, s.previous_target_on::text,
      p.original_target_on::text, ${words('slip_reason')} AS "slipReason", ${words('blockers')} AS blockers,
      ${words('help_wanted')} AS "helpWanted",
      (SELECT json_build_object('name', ${milestoneName}, 'on', m.target_on::text) FROM milestone m
        WHERE m.project_id = p.id AND m.target_on >= s.published_at::date
          AND (m.done_on IS NULL OR m.done_on > s.published_at::date)
        ORDER BY m.target_on, m.id LIMIT 1) AS milestone,
      (SELECT json_agg(t.health ORDER BY t.published_at, t.entry_id) FROM (
        SELECT u.health, u.published_at, u.entry_id FROM status_update u JOIN entry ue ON ue.id = u.entry_id
        WHERE u.project_id = p.id AND ue.state = 'published' AND (u.published_at, u.entry_id) <= (s.published_at, s.entry_id)
        ORDER BY u.published_at DESC, u.entry_id DESC LIMIT ${TRAIL}) t) AS trail
    FROM status_update s JOIN project p ON p.id = s.project_id JOIN entry e ON e.id = s.entry_id ${translated(language)}
    WHERE s.entry_id = ANY(${[...entryIds]}::uuid[])`;
  await nameMentioned(db, rows);
  return new Map(
    rows.map((row) => [
      row.entry_id,
      {
        project: { slug: row.slug, name: row.name },
        health: row.health,
        targetOn: row.target_on,
        previousTargetOn: row.previous_target_on,
        originalTargetOn: row.original_target_on,
        slipReason: row.slipReason,
        blockers: row.blockers,
        helpWanted: row.helpWanted,
        nextMilestone: row.milestone,
        trail: row.trail ?? [],
      },
    ]),
  );
}

type PinRow = {
  entry_id: string;
  kind: PinKind;
  owner: PersonRef;
  state: QuestionState | null;
  due_at: Date | null;
  answerer: PersonRef | null;
};

/**
 * Whose board a pin is on, and how its question stands. That it is late is told only to those who wait and who answer:
 * lateness watches people (see pinboard/pin.queries.ts).
 */
export async function pinDetails(
  db: Database,
  actor: Pick<Actor, 'personId'>,
  entryIds: readonly string[],
): Promise<Map<string, PinDetails>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db.$queryRaw<PinRow[]>`
    SELECT p.entry_id::text, p.kind, ${personRefJson('o')} AS owner,
      CASE WHEN q.state = 'expired' AND ${actor.personId}::uuid NOT IN (e.author_id, p.owner_id, q.answerer_id)
        THEN 'open' ELSE q.state::text END AS state,
      CASE WHEN q.due_at > now() OR ${actor.personId}::uuid IN (e.author_id, p.owner_id, q.answerer_id) THEN q.due_at END AS due_at,
      CASE WHEN w.id IS NULL THEN NULL ELSE ${personRefJson('w')} END AS answerer
    FROM pin p JOIN person o ON o.id = p.owner_id
    JOIN entry e ON e.id = p.entry_id
    LEFT JOIN question q ON q.entry_id = p.entry_id
    LEFT JOIN person w ON w.id = q.answerer_id
    WHERE p.entry_id = ANY(${[...entryIds]}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.entry_id,
      {
        owner: row.owner,
        kind: row.kind,
        question:
          row.state && row.answerer
            ? { state: row.state, dueAt: row.due_at?.toISOString() ?? null, answerer: row.answerer }
            : null,
      },
    ]),
  );
}

/** New colleagues, with what they do and where. */
export async function joinerDetails(
  db: Database,
  personIds: readonly string[],
): Promise<Map<string, JoinerDetails>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.$queryRaw<
    { id: string; person: PersonRef; title: string | null; site: string | null }[]
  >`
    SELECT p.id::text, ${personRefJson('p')} AS person, s.name AS site,
      (SELECT pos.title FROM assignment a JOIN position pos ON pos.id = a.position_id
        JOIN chart c ON c.id = pos.chart_id AND c.kind = 'company'
        WHERE a.person_id = p.id AND (a.valid_to IS NULL OR a.valid_to > CURRENT_DATE)
        ORDER BY a.main DESC, a.valid_from LIMIT 1) AS title
    FROM person p LEFT JOIN site s ON s.id = p.site_id WHERE p.id = ANY(${[...personIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, { person: row.person, title: row.title, site: row.site }]));
}
