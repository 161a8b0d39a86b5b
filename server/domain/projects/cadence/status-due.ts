import {
  instantOf,
  isWorkday,
  nextDay,
  type WorkingTime,
  wallClock,
} from '#server/domain/organisation/sites/working-time.ts';
import type { Cadence } from '#server/platform/database/schema.ts';

/** From what it follows when a project's next status is due. */
export type CadencePlan = {
  cadence: Cadence;
  /** ISO weekday, 1 = Monday. */
  weekday: number;
  /** On the writer's own clock. */
  hour: number;
  timeZone: string;
  /** The writer's site: on its days off nothing is due. */
  calendar: Pick<WorkingTime, 'workdays' | 'holidays'>;
  lastStatusAt: Date | null;
  /** The start, the last resuming or a new cadence: from there a full interval passes. */
  countsFrom: Date;
};

/** When the status is due, when it counts as overdue, and when deputy and sponsor are told. */
export type StatusDue = { since: Date; dueAt: Date; overdueAt: Date; deputyAt: Date; sponsorAt: Date };

/** Days after a status or a start before which the next one is not expected: a little early is not too early. */
const AFTER_STATUS = { weekly: 3, fortnightly: 10, monthly: 14 };
const FULL = { weekly: 7, fortnightly: 14, monthly: 28 };
/** Working days after the due time. */
const OVERDUE_AFTER = 2;
const DEPUTY_AFTER = 3;
const SPONSOR_AFTER = 5;
/** Further no slot can lie: five weeks to the next first weekday of a month, and what holidays add. */
const MAX_DAYS = 366;

/**
 * The next due time by the cadence: its weekday and hour as the writer's wall clock shows them, moved on to the next
 * working day where it falls on a day off; monthly is the first such weekday of a month. Null where none is awaited.
 */
export function statusDue(plan: CadencePlan): StatusDue | null {
  const { cadence, lastStatusAt, countsFrom, timeZone, hour } = plan;
  if (cadence === 'none') return null;
  const begun = daysLater(timeZone, countsFrom, FULL[cadence]);
  const told = lastStatusAt ? daysLater(timeZone, lastStatusAt, AFTER_STATUS[cadence]) : 0;
  const day = workdayFrom(plan, slotFrom(plan, Math.max(begun, told)));
  const at = (on: string) => new Date(instantOf(timeZone, on, hour * 60));
  const overdue = workdaysAfter(plan, day, OVERDUE_AFTER);
  return {
    since: lastStatusAt && lastStatusAt > countsFrom ? lastStatusAt : countsFrom,
    dueAt: at(day),
    overdueAt: at(overdue),
    deputyAt: at(workdaysAfter(plan, day, DEPUTY_AFTER)),
    sponsorAt: at(workdaysAfter(plan, day, SPONSOR_AFTER)),
  };
}

/** The same time of day, so many days later, as the wall clock counts. */
function daysLater(timeZone: string, from: Date, days: number): number {
  const { day, minute } = wallClock(timeZone, from);
  return instantOf(timeZone, shifted(day, days), minute);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first day whose hour is not before `earliest` and that the cadence names. */
function slotFrom(plan: CadencePlan, earliest: number): string {
  let day = wallClock(plan.timeZone, new Date(earliest)).day;
  for (let n = 0; n < MAX_DAYS; n += 1, day = nextDay(day)) {
    const date = new Date(`${day}T00:00:00.000Z`);
    if ((date.getUTCDay() || 7) !== plan.weekday) continue;
    if (plan.cadence === 'monthly' && date.getUTCDate() > 7) continue;
    if (instantOf(plan.timeZone, day, plan.hour * 60) >= earliest) break;
  }
  return day;
}

function workdayFrom({ calendar }: CadencePlan, from: string): string {
  let day = from;
  for (let n = 0; n < MAX_DAYS && !isWorkday(calendar, day); n += 1) day = nextDay(day);
  return day;
}

function workdaysAfter(plan: CadencePlan, from: string, count: number): string {
  let day = from;
  for (let n = 0; n < count; n += 1) day = workdayFrom(plan, nextDay(day));
  return day;
}
