import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import { holders } from '#server/domain/projects/project-holders.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { RailView } from './feed.view.ts';

const SHOWN = 4;
/** Somebody counts as new for so many days. */
const NEW_DAYS = 14;

/** What waits for the actor, and who is new or away around them; four short lists in four statements. */
export async function railView(db: Database, actor: Actor, now: Date): Promise<RailView> {
  const today = dayIn(actor.timeZone, now).toISOString().slice(0, 10);
  const [questions, statusesDue, joiners, away] = await Promise.all([
    openQuestions(db, actor, now),
    dueStatuses(db, actor, now, today),
    newColleagues(db, actor, today),
    awayColleagues(db, actor, today),
  ]);
  return { questions, statusesDue, joiners, away };
}

async function openQuestions(db: Database, actor: Actor, now: Date): Promise<RailView['questions']> {
  const rows = await db.$queryRaw<{ entry_id: string; owner: PersonRef; asker: PersonRef; due_at: Date }[]>`
    SELECT q.entry_id::text, ${personRefJson('o')} AS owner, ${personRefJson('a')} AS asker, q.due_at
    FROM question q
    JOIN entry e ON e.id = q.entry_id AND e.state = 'published'
    JOIN pin p ON p.entry_id = q.entry_id
    JOIN person o ON o.id = p.owner_id
    JOIN person a ON a.id = e.author_id
    WHERE q.answerer_id = ${actor.personId}::uuid AND q.state = 'open'
    ORDER BY q.due_at LIMIT ${SHOWN}`;
  return rows.map((row) => ({
    entryId: row.entry_id,
    owner: row.owner,
    asker: row.asker,
    dueAt: row.due_at.toISOString(),
    late: row.due_at < now,
  }));
}

/** Projects of which the actor is to write the status, as lead, and which wait for it now. */
async function dueStatuses(
  db: Database,
  actor: Actor,
  now: Date,
  today: string,
): Promise<RailView['statusesDue']> {
  const rows = await db.$queryRaw<{ slug: string; name: string; due_at: Date }[]>`
    SELECT p.slug, p.name, p.status_due_at AS due_at
    FROM ${holders(today)} h JOIN project p ON p.id = h.project_id
    WHERE h.person_id = ${actor.personId}::uuid AND h.role = 'lead' AND p.status_due_at <= ${now}
    ORDER BY p.status_due_at LIMIT ${SHOWN}`;
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    dueOn: dayIn(actor.timeZone, row.due_at).toISOString().slice(0, 10),
  }));
}

async function newColleagues(db: Database, actor: Actor, today: string): Promise<RailView['joiners']> {
  if (!isInsider(actor)) return [];
  const rows = await db.$queryRaw<{ person: PersonRef; joined_on: string; site: string | null }[]>`
    SELECT ${personRefJson('p')} AS person, p.joined_on::text, s.name AS site
    FROM person p LEFT JOIN site s ON s.id = p.site_id
    WHERE p.site_id = ${actor.siteId}::uuid AND p.kind = 'employee' AND NOT p.name_withheld AND p.erased_at IS NULL
      AND p.joined_on <= ${today}::date AND p.joined_on > ${today}::date - ${NEW_DAYS}::int
    ORDER BY p.joined_on DESC, p.sort_name LIMIT ${SHOWN}`;
  return rows.map((row) => ({ person: row.person, on: row.joined_on, site: row.site }));
}

/** Who of the actor's own units is away today. */
async function awayColleagues(db: Database, actor: Actor, today: string): Promise<RailView['away']> {
  const rows = await db.$queryRaw<{ person: PersonRef; until: string; deputy: PersonRef | null }[]>`
    SELECT ${personRefJson('p')} AS person, a.until::text,
      CASE WHEN d.id IS NULL THEN NULL ELSE ${personRefJson('d')} END AS deputy
    FROM absence a JOIN person p ON p.id = a.person_id LEFT JOIN person d ON d.id = a.deputy_id
    WHERE a."from" <= ${today}::date AND a.until > ${today}::date AND p.id <> ${actor.personId}::uuid
      AND EXISTS (
        SELECT 1 FROM audience_membership mine JOIN audience au ON au.id = mine.audience_id AND au.kind IN ('unit', 'project')
        JOIN audience_membership theirs ON theirs.audience_id = mine.audience_id AND theirs.person_id = p.id
        WHERE mine.person_id = ${actor.personId}::uuid AND mine.valid_to IS NULL AND theirs.valid_to IS NULL)
    ORDER BY a.until, p.sort_name LIMIT ${SHOWN}`;
  return rows;
}
