import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { cardsOf } from '../cards.queries.ts';
import type { ChartCard } from '../chart.view.ts';
import { dayOrToday, isoDay } from '../day.ts';
import { inForce } from '../in-force.ts';
import { type ChartHead, readChartHead } from '../organisation.policy.ts';

export type BranchQuestion = {
  /** "company" or a chart's id. */
  chart: string;
  /** The position at the top of the branch; the whole chart where left out. */
  below?: string | null;
  on?: string | null;
  /** More positions than this are refused. */
  most?: number;
};

export type BranchCard = ChartCard & {
  /** Steps below the top of the branch. */
  level: number;
};

export type Branch = {
  chart: ChartHead;
  on: string;
  size: number;
  /** Some at a time, each before whoever reports to it. */
  cards: AsyncIterable<BranchCard[]>;
};

const AT_A_TIME = 2_000;

type Row = { id: string; parent: string | null };
type Placed = { id: string; level: number };

/**
 * A branch of a chart, or all of it, on a day: every position, none folded away, in the order in which one reads a
 * tree. The cards come in pieces, so that a company of 100,000 never stands in memory at once.
 * @throws AppError not_found when there is no such chart or position for the actor, too_large above `most`
 */
export async function branch(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  question: BranchQuestion,
): Promise<Branch> {
  const day = dayOrToday(parts, question.on, 'on');
  const chart = await readChartHead(parts.db, actor, question.chart);
  if (question.below && !isUuid(question.below)) throw new AppError('not_found');
  const rows = await skeleton(parts, chart.id, question.below ?? null, day);
  if (question.below && rows.length === 0) throw new AppError('not_found');
  if (rows.length > (question.most ?? Number.POSITIVE_INFINITY))
    throw new AppError('too_large', { message: 'orgExport.tooManyForPicture' });
  const order = inReadingOrder(rows);
  return { chart, on: isoDay(day), size: order.length, cards: hydrate(parts, order, day) };
}

/** Ids with the position above each, siblings in their order. */
async function skeleton(
  parts: Pick<Parts, 'db'>,
  chartId: string,
  below: string | null,
  day: Date,
): Promise<Row[]> {
  const within = below
    ? Prisma.sql`AND p.id IN (SELECT id FROM below)`
    : Prisma.sql`AND p.chart_id = ${chartId}::uuid`;
  return parts.db.$queryRaw<Row[]>`
    WITH RECURSIVE below AS (
      SELECT q.id FROM position q WHERE q.id = ${below}::uuid AND q.chart_id = ${chartId}::uuid AND ${inForce('q', day)}
      UNION SELECT l.position_id FROM below JOIN reporting_line l
        ON l.manager_id = below.id AND l.kind = 'primary' AND ${inForce('l', day)}
    )
    SELECT p.id::text, up.manager_id::text AS parent FROM position p
    LEFT JOIN reporting_line up ON up.position_id = p.id AND up.kind = 'primary' AND ${inForce('up', day)}
    WHERE ${inForce('p', day)} ${within}
    ORDER BY p.rank, p.search_title, p.id`;
}

function inReadingOrder(rows: readonly Row[]): Placed[] {
  const known = new Set(rows.map((row) => row.id));
  const teams = new Map<string | null, Row[]>();
  for (const row of rows) {
    // What stands above the branch is not in it.
    const parent = row.parent && known.has(row.parent) ? row.parent : null;
    const team = teams.get(parent);
    if (team) team.push(row);
    else teams.set(parent, [row]);
  }
  const order: Placed[] = [];
  // A stack, not a recursion: nobody promises how deep a chart is.
  const open = (teams.get(null) ?? []).map((row) => ({ id: row.id, level: 0 })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    order.push(next);
    const { id, level } = next;
    for (const row of (teams.get(id) ?? []).toReversed()) open.push({ id: row.id, level: level + 1 });
  }
  return order;
}

async function* hydrate(
  parts: Pick<Parts, 'db' | 'clock'>,
  order: readonly Placed[],
  day: Date,
): AsyncGenerator<BranchCard[]> {
  for (let start = 0; start < order.length; start += AT_A_TIME) {
    const piece = order.slice(start, start + AT_A_TIME);
    const ids = piece.map(({ id }) => id);
    const cards = new Map((await cardsOf(parts, ids, day)).map((card) => [card.id, card]));
    yield piece.flatMap(({ id, level }) => {
      const card = cards.get(id);
      return card ? [{ ...card, level }] : [];
    });
  }
}
