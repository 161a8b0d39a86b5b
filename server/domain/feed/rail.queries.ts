import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import { anniversariesAround } from '#server/domain/people/anniversaries/anniversaries.queries.ts';
import { toDay } from '#server/domain/people/day.ts';
import { holders } from '#server/domain/projects/project-holders.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { RailView } from './feed.view.ts';

const SHOWN = 4;
/** Somebody counts as new for so many days. */
const NEW_DAYS = 14;

type RailRow = {
  questions: QuestionRow[] | null;
  statusesDue: RailView['statusesDue'] | null;
  joiners: RailView['joiners'] | null;
  away: RailView['away'] | null;
  anniversaries: RailView['anniversaries'] | null;
};

type QuestionRow = {
  id: string;
  threadId: string | null;
  boardOf: string | null;
  projectOf: string | null;
  asker: PersonRef;
  dueAt: string;
};

/** What waits for the actor, and who is new, away or has an anniversary around them: five short lists in one statement. */
export async function railView(db: Database, actor: Actor, now: Date): Promise<RailView> {
  const day = dayIn(actor.timeZone, now);
  const today = toDay(day);
  const [row] = await db.$queryRaw<RailRow[]>`
    SELECT (SELECT json_agg(q) FROM (${openQuestions(actor)}) q) AS questions,
      (SELECT json_agg(s) FROM (${dueStatuses(actor, now, today)}) s) AS "statusesDue",
      (SELECT json_agg(j) FROM (${newColleagues(actor, today)}) j) AS joiners,
      (SELECT json_agg(w) FROM (${awayColleagues(actor, today)}) w) AS away,
      (SELECT json_agg(v) FROM (${anniversariesAround(actor, day, SHOWN)}) v) AS anniversaries`;
  const questions = (row?.questions ?? []).map(({ asker, dueAt, ...entry }) => {
    const due = new Date(dueAt);
    return { id: entry.id, to: addressOfEntry(entry), asker, dueAt: due.toISOString(), late: due < now };
  });
  return {
    questions,
    statusesDue: row?.statusesDue ?? [],
    joiners: row?.joiners ?? [],
    away: row?.away ?? [],
    anniversaries: row?.anniversaries ?? [],
  };
}

/** On the actor's pinboard, and on statuses: whoever answers now. */
function openQuestions(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id, e.thread_id AS "threadId", o.handle AS "boardOf", pr.slug AS "projectOf", ${personRefJson('a')} AS asker,
      q.due_at AS "dueAt"
    FROM question q
    JOIN entry e ON e.id = q.entry_id AND e.state = 'published' AND ${entryReadable(actor, 'e')}
    JOIN person a ON a.id = e.author_id
    LEFT JOIN pin p ON p.entry_id = e.id LEFT JOIN person o ON o.id = p.owner_id
    LEFT JOIN status_update st ON st.entry_id = e.thread_id LEFT JOIN project pr ON pr.id = st.project_id
    WHERE q.answerer_id = ${actor.personId}::uuid AND q.state = 'open'
    ORDER BY q.due_at LIMIT ${SHOWN}`;
}

/** Projects of which the actor is to write the status, as lead, and which wait for it now. */
function dueStatuses(actor: Actor, now: Date, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT p.slug, p.name, (p.status_due_at AT TIME ZONE ${actor.timeZone})::date AS "dueOn"
    FROM ${holders(today)} h JOIN project p ON p.id = h.project_id
    WHERE h.person_id = ${actor.personId}::uuid AND h.role = 'lead' AND p.status_due_at <= ${now}
    ORDER BY p.status_due_at LIMIT ${SHOWN}`;
}

/** Of the actor's own site; partners are not introduced to anybody. */
function newColleagues(actor: Actor, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${personRefJson('p')} AS person, p.joined_on AS on, s.name AS site
    FROM person p LEFT JOIN site s ON s.id = p.site_id
    WHERE ${isInsider(actor)} AND p.site_id = ${actor.siteId}::uuid AND p.kind = 'employee' AND NOT p.name_withheld
      AND p.erased_at IS NULL AND p.joined_on <= ${today}::date AND p.joined_on > ${today}::date - ${NEW_DAYS}::int
    ORDER BY p.joined_on DESC, p.sort_name LIMIT ${SHOWN}`;
}

/** Who of the actor's own units is away today. */
function awayColleagues(actor: Actor, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${personRefJson('p')} AS person, a.until,
      CASE WHEN d.id IS NULL THEN NULL ELSE ${personRefJson('d')} END AS deputy
    FROM absence a JOIN person p ON p.id = a.person_id LEFT JOIN person d ON d.id = a.deputy_id
    WHERE a."from" <= ${today}::date AND a.until > ${today}::date AND p.id <> ${actor.personId}::uuid
      AND EXISTS (
        SELECT 1 FROM audience_membership mine JOIN audience au ON au.id = mine.audience_id AND au.kind IN ('unit', 'project')
        JOIN audience_membership theirs ON theirs.audience_id = mine.audience_id AND theirs.person_id = p.id
        WHERE mine.person_id = ${actor.personId}::uuid AND mine.valid_to IS NULL AND theirs.valid_to IS NULL)
    ORDER BY a.until, p.sort_name LIMIT ${SHOWN}`;
}
