import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { dueDays } from './due-days.ts';

/** Round years with the company. */
export type Anniversary = { years: number; on: string };

/**
 * SQL: `person`, `years`, `on` of the actor's own site, the latest first, of those who agreed to it. Partners from outside are
 * told of none, and have none.
 * @param today the UTC midnight of the actor's day
 */
export function anniversariesAround(actor: Actor, today: Date, limit: number): Prisma.Sql {
  const due = dueDays(today);
  return Prisma.sql`
    SELECT ${personRefJson('p')} AS person, d.years, d.on
    FROM unnest(${due.map((day) => day.joinedOn)}::date[], ${due.map((day) => day.years)}::int[],
      ${due.map((day) => day.on)}::date[]) AS d(joined_on, years, "on")
    JOIN person p ON p.joined_on = d.joined_on AND p.site_id = ${actor.siteId}::uuid
    JOIN anniversary_consent c ON c.person_id = p.id
    WHERE ${isInsider(actor)} AND p.kind = 'employee' AND NOT p.name_withheld AND p.erased_at IS NULL
      AND (p.ends_on IS NULL OR p.ends_on > ${today}::date)
    ORDER BY d.on DESC, p.sort_name LIMIT ${limit}`;
}

/** The anniversary that somebody who joined then has these days, where they agreed that it is shown. */
export async function anniversaryOf(
  db: Database,
  personId: string,
  joinedOn: string,
  today: Date,
): Promise<Anniversary | null> {
  const due = dueDays(today).find((day) => day.joinedOn === joinedOn);
  if (!due || !(await showsAnniversaries(db, personId))) return null;
  return { years: due.years, on: due.on };
}

/** Whether somebody agreed that their anniversaries are shown. */
export async function showsAnniversaries(db: Database, personId: string): Promise<boolean> {
  return (await db.anniversaryConsent.count({ where: { personId } })) > 0;
}
