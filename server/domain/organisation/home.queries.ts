import { USUAL_WORKING_TIME, type WorkingTime } from '#server/domain/organisation/sites/working-time.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { isoDay, today } from './day.ts';
import { inForce } from './in-force.ts';

type Read = Pick<Parts, 'db' | 'clock'>;

/** A person's first seat in the company, in short. Facts for other rooms, which apply their own policies. */
export type Home = {
  personId: string;
  positionId: string;
  title: string;
  unitId: string | null;
  unit: string | null;
  unitAudienceId: string | null;
  boardAudienceId: string | null;
  siteId: string | null;
  site: string | null;
};

/** The main seats of persons in the company chart, in one query; who has none is missing. */
export async function homesOf(parts: Read, personIds: Iterable<string>): Promise<Map<string, Home>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const day = today(parts);
  const rows = await parts.db.$queryRaw<Home[]>`
    SELECT DISTINCT ON (a.person_id) a.person_id::text AS "personId", p.id::text AS "positionId", p.title,
      u.id::text AS "unitId", u.name AS unit, u.audience_id::text AS "unitAudienceId",
      u.board_audience_id::text AS "boardAudienceId",
      s.id::text AS "siteId", s.name AS site
    FROM assignment a
    JOIN position p ON p.id = a.position_id AND ${inForce('p', day)}
    JOIN chart c ON c.id = p.chart_id AND c.kind = 'company'
    JOIN person ON person.id = a.person_id
    LEFT JOIN org_unit u ON u.id = p.unit_id
    LEFT JOIN site s ON s.id = COALESCE(p.site_id, person.site_id)
    WHERE a.person_id = ANY(${ids}::uuid[]) AND ${inForce('a', day)}
    ORDER BY a.person_id, a.main DESC, a.share DESC, a.valid_from, a.id`;
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Who leads a person in the company chart today: those on the nearest filled position above the main seat. */
export async function managersOf(parts: Read, personId: string): Promise<string[]> {
  const day = today(parts);
  const rows = await parts.db.$queryRaw<{ person_id: string }[]>`
    WITH RECURSIVE up AS (
      (SELECT p.id, 0 AS level FROM assignment a
       JOIN position p ON p.id = a.position_id AND ${inForce('p', day)}
       JOIN chart c ON c.id = p.chart_id AND c.kind = 'company'
       WHERE a.person_id = ${personId}::uuid AND ${inForce('a', day)}
       ORDER BY a.main DESC, a.share DESC, a.valid_from, a.id LIMIT 1)
      UNION ALL
      SELECT l.manager_id, up.level + 1 FROM up
      JOIN reporting_line l ON l.position_id = up.id AND l.kind = 'primary' AND ${inForce('l', day)}
    ), filled AS (
      SELECT up.level, a.person_id FROM up
      JOIN assignment a ON a.position_id = up.id AND ${inForce('a', day)} AND a.person_id <> ${personId}::uuid
      WHERE up.level > 0
    )
    SELECT person_id::text FROM filled WHERE level = (SELECT min(level) FROM filled)`;
  return rows.map((row) => row.person_id);
}

/** True if somebody stands anywhere above a person in the company chart today. */
export async function isAbove(parts: Read, upperId: string, personId: string): Promise<boolean> {
  const day = today(parts);
  const rows = await parts.db.$queryRaw<{ above: boolean }[]>`
    WITH RECURSIVE up AS (
      SELECT p.id, 0 AS level FROM assignment a
      JOIN position p ON p.id = a.position_id AND ${inForce('p', day)}
      JOIN chart c ON c.id = p.chart_id AND c.kind = 'company'
      WHERE a.person_id = ${personId}::uuid AND ${inForce('a', day)}
      UNION
      SELECT l.manager_id, 1 FROM up
      JOIN reporting_line l ON l.position_id = up.id AND l.kind = 'primary' AND ${inForce('l', day)}
    )
    SELECT EXISTS (SELECT 1 FROM up JOIN assignment a ON a.position_id = up.id AND ${inForce('a', day)}
      WHERE up.level > 0 AND a.person_id = ${upperId}::uuid) AS above`;
  return rows[0]?.above ?? false;
}

/** When a person works: hours of their own, or their site's, or the usual ones; its public holidays. Absence is not in it. */
export async function workingTimeOf(parts: ReadAny, personId: string): Promise<WorkingTime> {
  return (await workingTimesOf(parts, [personId])).get(personId) ?? USUAL_WORKING_TIME;
}

type ReadAny = { db: Database | Tx };

/** The same for many persons at once; nobody unknown is in it. */
export async function workingTimesOf(
  { db }: ReadAny,
  personIds: readonly string[],
): Promise<Map<string, WorkingTime>> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: {
      id: true,
      timeZone: true,
      workingHoursAsPerson: true,
      site: {
        select: { timeZone: true, calendar: { include: { holidayAsCalendar: { select: { on: true } } } } },
      },
    },
  });
  return new Map(
    people.map(({ id, timeZone, site, workingHoursAsPerson: own }) => {
      const calendar = site?.calendar;
      const hours = own ?? calendar ?? USUAL_WORKING_TIME;
      return [
        id,
        {
          timeZone: (calendar && site.timeZone) ?? timeZone ?? USUAL_WORKING_TIME.timeZone,
          workdays: hours.workdays,
          startMinute: hours.startMinute,
          endMinute: hours.endMinute,
          holidays: new Set(calendar?.holidayAsCalendar.map((day) => isoDay(day.on))),
        },
      ];
    }),
  );
}

/** Sites and units for pickers and filters. */
export async function sites(parts: Pick<Parts, 'db'>) {
  return parts.db.site.findMany({
    select: {
      id: true,
      slug: true,
      name: true,
      timeZone: true,
      region: true,
      audienceId: true,
      calendarId: true,
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

export async function units(parts: Read) {
  const day = today(parts);
  return parts.db.orgUnit.findMany({
    where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { id: true, name: true, parentId: true, siteId: true, audienceId: true, boardAudienceId: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}
