import { workingTimeOf } from '#server/domain/organisation/home.queries.ts';
import { addWorkingTime, type WorkingTime } from '#server/domain/organisation/sites/working-time.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { addDays, toDay } from './day.ts';

/** Working time within which a question is to be answered, in minutes. */
export const ANSWER_MINUTES = 8 * 60;

/**
 * When an answer is due, and when to remind, on the working calendar of whoever answers: weekends, their site's
 * public holidays and their own absence do not count.
 */
export async function answerTimes(
  parts: { db: Database | Tx },
  answererId: string,
  from: Date,
): Promise<{ dueAt: Date; remindAt: Date }> {
  const present = await presentTimeOf(parts, answererId, from);
  return {
    dueAt: addWorkingTime(present, from, ANSWER_MINUTES),
    remindAt: addWorkingTime(present, from, ANSWER_MINUTES / 2),
  };
}

/** When a person works from a moment on, without the days on which they are away. */
export async function presentTimeOf(
  { db }: { db: Database | Tx },
  personId: string,
  from: Date,
): Promise<WorkingTime> {
  const [calendar, absences] = await Promise.all([
    workingTimeOf({ db }, personId),
    db.absence.findMany({ where: { personId, until: { gt: addDays(from, -2) } } }),
  ]);
  const holidays = new Set(calendar.holidays);
  for (const absence of absences) {
    for (let day = absence.from; day < absence.until; day = addDays(day, 1)) holidays.add(toDay(day));
  }
  return { ...calendar, holidays };
}
