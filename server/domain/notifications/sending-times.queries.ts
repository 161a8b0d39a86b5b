import { workingTimeOf } from '#server/domain/organisation/home.queries.ts';
import { addDays, toDay } from '#server/domain/people/day.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { SendingTimes } from './sending-time.ts';

/** When a person may be written to: site, absences and what they set themselves. */
export async function sendingTimesOf(db: Database, personId: string, now: Date): Promise<SendingTimes> {
  const [working, absences, own] = await Promise.all([
    workingTimeOf({ db }, personId),
    db.absence.findMany({ where: { personId, until: { gt: addDays(now, -2) } } }),
    db.deliveryPreference.findUnique({ where: { personId }, include: { person: true } }),
  ]);
  const holidays = new Set(working.holidays);
  for (const absence of absences) {
    for (let day = absence.from; day < absence.until; day = addDays(day, 1)) holidays.add(toDay(day));
  }
  const timeZone = own?.person.timeZone ?? working.timeZone;
  const quiet =
    own && own.quietFrom !== null && own.quietTo !== null
      ? { from: own.quietFrom, to: own.quietTo, timeZone }
      : null;
  return { working: { ...working, holidays }, outsideHours: own?.outsideHours ?? false, quiet };
}
