import { kindDefaults } from '#server/domain/notifications/delivery.queries.ts';
import { isoDay } from '#server/domain/organisation/day.ts';
import {
  addWorkingTime,
  USUAL_WORKING_TIME,
  type WorkingTime,
} from '#server/domain/organisation/sites/working-time.ts';
import type { Parts } from '#server/domain/parts.ts';
import { addDays, toDay } from '#server/domain/people/day.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/**
 * Puts the digests of the day and the week in line, site by site, with the first working minute there: on the site's
 * own clock, weekdays and holidays. Each day and week once, however often it is asked; somebody for whom nothing was
 * waiting then is done for that day.
 */
export async function planDigests({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  for (const { siteId, working } of await workingSites(db)) {
    if (addWorkingTime(working, now, 0).getTime() !== now.getTime()) continue;
    const day = dayIn(working.timeZone, now);
    await plan(db, { siteId, way: 'daily', slot: toDay(day), day, now });
    await plan(db, { siteId, way: 'weekly', slot: toDay(monday(day)), day, now });
  }
}

/** Every site, and those who belong to none. */
async function workingSites(db: Database): Promise<{ siteId: string | null; working: WorkingTime }[]> {
  const sites = await db.site.findMany({ include: { calendar: { include: { holidayAsCalendar: true } } } });
  const known = sites.map(({ id, timeZone, calendar }) => {
    if (!calendar) return { siteId: id, working: { ...USUAL_WORKING_TIME, timeZone } };
    const { workdays, startMinute, endMinute, holidayAsCalendar } = calendar;
    const holidays = new Set(holidayAsCalendar.map(({ on }) => isoDay(on)));
    return { siteId: id, working: { timeZone, workdays, startMinute, endMinute, holidays } };
  });
  return [...known, { siteId: null, working: USUAL_WORKING_TIME }];
}

type Plan = { siteId: string | null; way: 'daily' | 'weekly'; slot: string; day: Date; now: Date };

async function plan(db: Database, { siteId, way, slot, day, now }: Plan): Promise<void> {
  const atSite = siteId ? Prisma.sql`p.site_id = ${siteId}::uuid` : Prisma.sql`p.site_id IS NULL`;
  const mailWay = Prisma.sql`${way}::mail_way`;
  await db.$executeRaw`
    INSERT INTO mail_due (person_id, way, slot, due_at, state)
    SELECT p.id, ${mailWay}, ${slot}, ${now}, (CASE WHEN d.feed_digest = ${mailWay} OR EXISTS (
        SELECT 1 FROM notification n JOIN ${kindDefaults()} AS k(kind, mail) ON k.kind = n.kind
        LEFT JOIN notice_preference own ON own.person_id = n.person_id AND own.kind = n.kind
        WHERE n.person_id = p.id AND n.read_at IS NULL AND COALESCE(own.mail, k.mail) = ${mailWay})
      THEN 'waiting' ELSE 'skipped' END)::mail_state
    FROM person p JOIN account a ON a.person_id = p.id AND a.state = 'active' AND a.email IS NOT NULL
    LEFT JOIN delivery_preference d ON d.person_id = p.id
    WHERE ${atSite} AND p.erased_at IS NULL AND (p.ends_on IS NULL OR p.ends_on > ${toDay(day)}::date)
      AND NOT EXISTS (SELECT 1 FROM mail_due m WHERE m.person_id = p.id AND m.way = ${mailWay} AND m.slot = ${slot})
    ON CONFLICT DO NOTHING`;
}

/** The Monday of the day's week (ISO 8601). */
function monday(day: Date): Date {
  return addDays(day, 1 - (day.getUTCDay() || 7));
}
