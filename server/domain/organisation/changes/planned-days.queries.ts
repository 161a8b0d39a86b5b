import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isoDay, today } from '../day.ts';
import { readChartHead } from '../organisation.policy.ts';
import type { ChangeDay } from './change.view.ts';

const DAYS = 6;

/** The next days for which something in a chart is planned to begin or end, nearest first. By index on these days. */
export async function plannedDays(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  chart: string,
): Promise<ChangeDay[]> {
  const head = await readChartHead(parts.db, actor, chart);
  const now = isoDay(today(parts));
  const turns = (['valid_from', 'valid_to'] as const).map((turn) => Prisma.raw(turn));
  const of = (source: (turn: Prisma.Sql) => Prisma.Sql) => Prisma.join(turns.map(source), ' UNION ALL ');
  const rows = await parts.db.$queryRaw<{ day: Date; count: number }[]>`
    SELECT day, count(DISTINCT id)::int AS count FROM (
      ${of(
        (turn) => Prisma.sql`SELECT p.${turn} AS day, p.id FROM position p
          WHERE p.chart_id = ${head.id}::uuid AND p.${turn} > ${now}::date`,
      )}
      UNION ALL
      ${of(
        (turn) => Prisma.sql`SELECT l.${turn}, l.position_id FROM reporting_line l
          WHERE l.chart_id = ${head.id}::uuid AND l.${turn} > ${now}::date`,
      )}
      UNION ALL
      ${of(
        (turn) => Prisma.sql`SELECT a.${turn}, a.position_id FROM assignment a
          JOIN position p ON p.id = a.position_id AND p.chart_id = ${head.id}::uuid WHERE a.${turn} > ${now}::date`,
      )}
      UNION ALL
      SELECT e.takes_effect_on, e.position_id FROM chart_edit e
      WHERE e.chart_id = ${head.id}::uuid AND e.pending IS NOT NULL AND e.undone_at IS NULL AND e.takes_effect_on > ${now}::date
    ) turn GROUP BY day ORDER BY day LIMIT ${DAYS}`;
  return rows.map(({ day, count }) => ({ on: isoDay(day), count }));
}
