import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { isUuid } from '#server/platform/ids.ts';
import { cardsOf } from './cards.queries.ts';
import { between } from './changes/between.ts';
import { markChanges } from './changes/mark-changes.ts';
import { topsOf, withAllAbove } from './chart.queries.ts';
import type { ChartCard } from './chart.view.ts';
import { dayOrToday } from './day.ts';
import { inForce } from './in-force.ts';
import { readChartHead } from './organisation.policy.ts';

/** More than a page ever holds: a larger question comes from nobody's page. */
const MOST = 3_000;

export type RenewQuestion = {
  /** "company" or a chart's id. */
  chart: string;
  on?: string | null;
  since?: string | null;
  /** The positions that a page shows. */
  ids: readonly string[];
  /** Those of them whose reports it shows to the last one: who has come to these teams comes along. */
  whole: readonly string[];
};

/** What a page shows of a chart, as it is now. */
export type Renewed = { cards: ChartCard[]; roots: number };

/**
 * The same part of a chart anew, for a page that heard of an edit: those still there, wherever they stand now, with all
 * above them. In order of siblings.
 * @throws AppError not_found when there is no such chart for the actor
 */
export async function renew(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  question: RenewQuestion,
): Promise<Renewed> {
  const day = dayOrToday(parts, question.on, 'on');
  const head = await readChartHead(parts.db, actor, question.chart);
  const [ids, whole] = [question.ids, question.whole].map((some) => some.filter(isUuid).slice(0, MOST));
  const rows = await parts.db.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM position p
    WHERE p.id = ANY(${ids}::uuid[]) AND p.chart_id = ${head.id}::uuid AND ${inForce('p', day)}
    UNION
    SELECT l.position_id::text FROM reporting_line l
    WHERE l.manager_id = ANY(${whole}::uuid[]) AND l.chart_id = ${head.id}::uuid AND l.kind = 'primary' AND ${inForce('l', day)}
    LIMIT ${MOST}`;
  const tops = await topsOf(parts, head.id, day);
  const shown = await withAllAbove(parts, [...rows.map((row) => row.id), ...tops.ids], day);
  const cards = await cardsOf(parts, shown, day);
  const days = question.since ? between(parts, { since: question.since, on: question.on }) : null;
  return { cards: days ? await markChanges(parts, cards, days) : cards, roots: tops.count };
}
