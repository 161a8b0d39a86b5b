import { workingTimesOf } from '#server/domain/organisation/home.queries.ts';
import { USUAL_WORKING_TIME } from '#server/domain/organisation/sites/working-time.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayText, holders } from '#server/domain/projects/project-holders.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { type Cadence, type Lifecycle, Prisma } from '#server/platform/database/schema.ts';
import { type StatusDue, statusDue } from './status-due.ts';

export type StatusPlan = StatusDue & {
  projectId: string;
  leadId: string | null;
  deputyId: string | null;
  sponsorId: string | null;
};

type Row = {
  id: string;
  lifecycle: Lifecycle;
  cadence: Cadence;
  weekday: number;
  hour: number;
  lastStatusAt: Date | null;
  countsFrom: Date;
  leadId: string | null;
  deputyId: string | null;
  sponsorId: string | null;
};

/**
 * Works out when the next status of a project, or of all that run, is due, and writes it to the projects: pages and
 * filters ask the database. Holds the rows until the transaction ends. A few statements, however many projects.
 */
export async function planStatus(
  tx: Tx,
  parts: Pick<Parts, 'clock'>,
  projectId: string | null,
): Promise<StatusPlan[]> {
  const day = dayText(dayIn('UTC', parts.clock.now()));
  const which = projectId
    ? Prisma.sql`p.id = ${projectId}::uuid`
    : Prisma.sql`(p.status_due_at IS NOT NULL OR (p.lifecycle = 'active' AND p.cadence <> 'none'))`;
  const holder = (role: string) =>
    Prisma.sql`(SELECT h.person_id::text FROM ${holders(day)} h WHERE h.project_id = p.id AND h.role = ${role} ORDER BY h.person_id LIMIT 1)`;
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id::text, p.lifecycle::text, p.cadence::text, p.cadence_weekday AS weekday, p.cadence_hour AS hour,
      p.last_status_at AS "lastStatusAt", p.cadence_from AS "countsFrom",
      ${holder('lead')} AS "leadId", ${holder('deputy')} AS "deputyId", ${holder('sponsor')} AS "sponsorId"
    FROM project p WHERE ${which} ORDER BY p.id FOR UPDATE OF p`);
  const writers = rows.flatMap((row) => row.leadId ?? row.deputyId ?? []);
  const [calendars, zones] = await Promise.all([workingTimesOf({ db: tx }, writers), zonesOf(tx, writers)]);
  const plans: StatusPlan[] = [];
  const dues = rows.map((row) => {
    const writer = row.leadId ?? row.deputyId ?? '';
    const calendar = calendars.get(writer) ?? USUAL_WORKING_TIME;
    const timeZone = zones.get(writer) ?? calendar.timeZone;
    const due = row.lifecycle === 'active' ? statusDue({ ...row, timeZone, calendar }) : null;
    if (due) plans.push({ ...row, ...due, projectId: row.id });
    return due;
  });
  await tx.$executeRaw(Prisma.sql`
    UPDATE project p SET status_due_at = n.due_at, status_overdue_at = n.overdue_at
    FROM unnest(${rows.map((row) => row.id)}::uuid[], ${dues.map((due) => due?.dueAt ?? null)}::timestamptz[],
      ${dues.map((due) => due?.overdueAt ?? null)}::timestamptz[]) AS n(id, due_at, overdue_at)
    WHERE p.id = n.id AND (p.status_due_at, p.status_overdue_at) IS DISTINCT FROM (n.due_at, n.overdue_at)`);
  return plans;
}

async function zonesOf(tx: Tx, personIds: string[]): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, timeZone: true },
  });
  return new Map(people.flatMap(({ id, timeZone }) => (timeZone ? [[id, timeZone] as const] : [])));
}
