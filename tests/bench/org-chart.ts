import { systemActor } from '#server/domain/identity/actor.ts';
import { createChart } from '#server/domain/organisation/create-chart.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Database } from '#server/platform/database/client.ts';

/** How many report to one manager. */
const SPAN = 8;
const PEOPLE = 10_000;

export type BenchChart = { id: string; size: number; seat: (n: number) => string };

/**
 * A company chart of so many positions, eight to a manager, every seat taken; made by SQL, once. Seat 1 stands at the top,
 * those from about an eighth of the size on have nobody below.
 */
export async function growChart(
  db: Database,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  size: number,
): Promise<BenchChart> {
  const name = `Chart of ${size}`;
  const block = size.toString(16).padStart(6, '0').slice(-4);
  const seat = (n: number) => `00000000-0000-7000-c001-${block}${n.toString(16).padStart(8, '0')}`;
  const known = await db.chart.findFirst({ where: { name } });
  if (known) return { id: known.id, size, seat };
  const idOf = (kind: string, n: string) =>
    `('00000000-0000-7000-${kind}-${block}' || lpad(to_hex(${n}), 8, '0'))::uuid`;
  const id = await db.$transaction(
    async (tx) => {
      const chart = await createChart(tx, parts, systemActor, { kind: 'company', name });
      await tx.$executeRawUnsafe(`
        INSERT INTO position (id, chart_id, title, search_title, unit_id, valid_from, updated_at)
        SELECT ${idOf('c001', 'n')}, '${chart.id}', 'Seat ' || n, 'seat ' || n, u.id, '2020-01-01', now()
        FROM generate_series(1, ${size}) n
        LEFT JOIN org_unit u ON u.id = ('00000000-0000-7000-b000-' || lpad(to_hex(n % 500), 12, '0'))::uuid`);
      await tx.$executeRawUnsafe(`
        INSERT INTO reporting_line (id, chart_id, position_id, manager_id, kind, valid_from)
        SELECT ${idOf('c002', 'n')}, '${chart.id}', ${idOf('c001', 'n')}, ${idOf('c001', `((n - 2) / ${SPAN} + 1)`)},
          'primary', '2020-01-01'
        FROM generate_series(2, ${size}) n`);
      await tx.$executeRawUnsafe(`
        INSERT INTO assignment (id, position_id, person_id, valid_from)
        SELECT ${idOf('c003', 'g.n')}, ${idOf('c001', 'g.n')}, p.id, '2020-01-01'
        FROM generate_series(1, ${size}) g(n) JOIN bench_person p ON p.n = g.n % ${PEOPLE}`);
      return chart.id;
    },
    { timeout: 120_000 },
  );
  await db.$executeRawUnsafe('ANALYZE position, reporting_line, assignment');
  return { id, size, seat };
}
