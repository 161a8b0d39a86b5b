import { Prisma } from '#server/platform/database/schema.ts';
import { isoDay } from '../day.ts';
import { inForce } from '../in-force.ts';
import { writtenOn } from '../written-on.ts';
import { type Between, turnsBetween } from './between.ts';

/**
 * SQL (the inside of a WITH): `change(id, kind, person_id, before_id, after_id)`, one row for each person and each seat of
 * a chart that is not the same on both days. It begins at what starts or ends in between, and so costs what has changed,
 * not what the company has.
 */
export function changed(chartId: string, days: Between): Prisma.Sql {
  const { since, on } = days;
  const seated = (day: Date) => Prisma.sql`EXISTS (SELECT 1 FROM assignment x
    JOIN position s ON s.id = x.position_id AND s.chart_id = ${chartId}::uuid AND ${inForce('s', day)}
    WHERE x.person_id = taken.person_id AND ${inForce('x', day)})`;
  const managerOn = (day: Date) => Prisma.sql`(SELECT l.manager_id FROM reporting_line l
    WHERE l.position_id = p.id AND l.kind = 'primary' AND ${inForce('l', day)})`;
  return Prisma.sql`
    taken AS (
      SELECT a.person_id, a.position_id, bool_or(${inForce('a', since)}) AS before, bool_or(${inForce('a', on)}) AS after
      FROM assignment a JOIN position p ON p.id = a.position_id AND p.chart_id = ${chartId}::uuid
      WHERE ${turnsBetween('a', days)}
      GROUP BY a.person_id, a.position_id
      HAVING bool_or(${inForce('a', since)}) <> bool_or(${inForce('a', on)})
    ), of_person AS (
      SELECT person_id, min(position_id::text) FILTER (WHERE before)::uuid AS before_id,
        min(position_id::text) FILTER (WHERE after)::uuid AS after_id,
        bool_or(${seated(since)}) AS was_in, bool_or(${seated(on)}) AS is_in
      FROM taken GROUP BY person_id
    ), touched AS (
      SELECT p.id FROM position p WHERE p.chart_id = ${chartId}::uuid AND ${turnsBetween('p', days)}
      UNION SELECT l.position_id FROM reporting_line l
        WHERE l.chart_id = ${chartId}::uuid AND l.kind = 'primary' AND ${turnsBetween('l', days)}
      UNION SELECT past.position_id FROM position_past past JOIN position p ON p.id = past.position_id
        AND p.chart_id = ${chartId}::uuid WHERE past.valid_to > ${since}::date AND past.valid_to <= ${on}::date
      UNION SELECT e.position_id FROM chart_edit e
        WHERE e.chart_id = ${chartId}::uuid AND e.pending IS NOT NULL AND e.undone_at IS NULL
          AND e.takes_effect_on > ${isoDay(since)}::date AND e.takes_effect_on <= ${isoDay(on)}::date
    ), of_seat AS (
      SELECT p.id, ${inForce('p', since)} AS was, ${inForce('p', on)} AS is_there,
        (${managerOn(since)}, old.unit_id, old.site_id) IS DISTINCT FROM (${managerOn(on)}, new.unit_id, new.site_id) AS moved,
        old.title <> new.title AS renamed
      FROM touched JOIN position p ON p.id = touched.id
      CROSS JOIN LATERAL (${writtenOn(since)}) old CROSS JOIN LATERAL (${writtenOn(on)}) new
    ), change AS (
      SELECT person_id AS id, person_id, before_id, after_id,
        CASE WHEN NOT was_in THEN 'joined' WHEN NOT is_in THEN 'left' ELSE 'moved' END AS kind
      FROM of_person WHERE was_in OR is_in
      UNION ALL
      SELECT id, NULL, CASE WHEN was THEN id END, CASE WHEN is_there THEN id END,
        CASE WHEN NOT was THEN 'added' WHEN NOT is_there THEN 'ended' WHEN moved THEN 'moved' ELSE 'renamed' END
      FROM of_seat WHERE (was OR is_there) AND (was <> is_there OR moved OR renamed)
        AND NOT EXISTS (SELECT 1 FROM taken WHERE taken.position_id = of_seat.id)
    )`;
}
