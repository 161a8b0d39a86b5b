import { readable } from '#server/domain/audience/audience.policy.ts';
import {
  type Actor,
  type Doer,
  grantFor,
  isPeopleOperations,
  isSystem,
} from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';

/** May change a chart: people operations, and whoever holds the grant for that chart; nobody who is suspended. */
export function mayEditChart(doer: Doer, chartId: string): boolean {
  if (isSystem(doer)) return true;
  if (doer.suspended) return false;
  if (isPeopleOperations(doer)) return true;
  return doer.role !== 'external' && grantFor(doer, 'edit_chart', 'chart', chartId) !== null;
}

/** May add charts, units and sites, and change working calendars. */
export function mayEditOrganisation(doer: Doer): boolean {
  return isSystem(doer) || isPeopleOperations(doer);
}

/** @throws AppError forbidden */
export function assertMayEditChart(doer: Doer, chartId: string): void {
  if (!mayEditChart(doer, chartId))
    throw new AppError('forbidden', { message: 'organisation.chartNotYours' });
}

/** @throws AppError forbidden */
export function assertMayEditOrganisation(doer: Doer): void {
  if (!mayEditOrganisation(doer))
    throw new AppError('forbidden', { message: 'organisation.organisationNotYours' });
}

/** SQL predicate over `chart c`: insiders read open charts, externals only charts of their memberships. */
export function readableChart(actor: Actor): Prisma.Sql {
  return readable(actor, Prisma.sql`c.audience_id`);
}

export type ChartHead = { id: string; kind: 'company' | 'project'; name: string };

/**
 * The chart, where the actor may read it. `chart` is "company" or a chart's id.
 * @throws AppError not_found also where it exists but is not for the actor.
 */
export async function readChartHead(db: Database | Tx, actor: Actor, chart: string): Promise<ChartHead> {
  if (chart !== 'company' && !isUuid(chart)) throw new AppError('not_found');
  const which = chart === 'company' ? Prisma.sql`c.kind = 'company'` : Prisma.sql`c.id = ${chart}::uuid`;
  const rows = await db.$queryRaw<ChartHead[]>`
    SELECT c.id::text, c.kind::text, c.name FROM chart c
    WHERE ${which} AND ${readableChart(actor)}
    ORDER BY c.created_at, c.id LIMIT 1`;
  const head = rows[0];
  if (!head) throw new AppError('not_found');
  return head;
}
