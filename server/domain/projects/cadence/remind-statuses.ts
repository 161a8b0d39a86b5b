import type { Parts } from '#server/domain/parts.ts';
import { awayUntil } from '#server/domain/people/absence.queries.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { Prisma, type ReminderStage } from '#server/platform/database/schema.ts';
import { planStatus, type StatusPlan } from './plan-status.ts';

type Reminder = { projectId: string; since: Date; stage: ReminderStage; personId: string };

/**
 * Tells whoever is to know that a status is awaited: at the due time the lead (while they are away the deputy), three
 * working days later the deputy, five later the sponsor. Each once an interval, however often this runs and on
 * however many processes: the rows say who was told. Returns how many were.
 */
export async function remindStatuses(parts: Pick<Parts, 'clock' | 'events'>): Promise<number> {
  const now = parts.clock.now();
  return parts.events.transaction(async (tx) => {
    const due = (await planStatus(tx, parts, null)).filter((plan) => plan.dueAt <= now);
    const leads = due.flatMap((plan) => plan.leadId ?? []);
    const away = await awayUntil(tx, leads, dayIn('UTC', now));
    const wanted = due.flatMap((plan) => reminders(plan, now, away));
    if (wanted.length === 0) return 0;
    const told = await tx.$queryRaw<Reminder[]>(Prisma.sql`
      INSERT INTO status_reminder (project_id, since, stage, person_id, sent_at)
      SELECT w.project_id, w.since, w.stage::reminder_stage, w.person_id, ${now}
      FROM unnest(${wanted.map((row) => row.projectId)}::uuid[], ${wanted.map((row) => row.since)}::timestamptz[],
        ${wanted.map((row) => row.stage)}::text[], ${wanted.map((row) => row.personId)}::uuid[])
        AS w(project_id, since, stage, person_id)
      ON CONFLICT DO NOTHING
      RETURNING project_id::text AS "projectId", stage::text, person_id::text AS "personId"`);
    for (const { projectId, stage, personId } of told) {
      await parts.events.publish(tx, { type: 'status.awaited', projectId, stage, personId });
    }
    return told.length;
  });
}

function reminders(plan: StatusPlan, now: Date, away: ReadonlyMap<string, string>): Reminder[] {
  const { projectId, since, leadId, deputyId, sponsorId } = plan;
  const writer = leadId && !(deputyId && away.has(leadId)) ? leadId : deputyId;
  const stages: [ReminderStage, Date, string | null][] = [
    ['due', plan.dueAt, writer],
    ['deputy', plan.deputyAt, deputyId],
    ['sponsor', plan.sponsorAt, sponsorId],
  ];
  return stages.flatMap(([stage, at, personId]) =>
    personId && at <= now ? [{ projectId, since, stage, personId }] : [],
  );
}
