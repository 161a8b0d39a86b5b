import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { cardsOf } from './cards.queries.ts';
import { between } from './changes/between.ts';
import { markChanges } from './changes/mark-changes.ts';
import type { ChartCard, ChartListItem, ChartView } from './chart.view.ts';
import { dayOrToday, isoDay, today } from './day.ts';
import { inForce } from './in-force.ts';
import { readableChart, readChartHead } from './organisation.policy.ts';

type Read = Pick<Parts, 'db' | 'clock'>;

/** How many of a team a first view holds; the rest folds into "+25 more". */
const TEAM = 12;
const TEAM_ABOVE = 5;
const MAX_DEPTH = 4;
export const CHILDREN_PAGE = 60;

export type ChartQuestion = {
  /** "company" or a chart's id. */
  chart: string;
  /** A position's id or a person's handle; the actor where left out. */
  focus?: string | null;
  on?: string | null;
  /** Levels below the focus. */
  depth?: number;
  /** Positions of the chart that come along, with all above them. */
  also?: readonly string[];
  /** The day to compare with: cards that differ are marked. */
  since?: string | null;
};

/**
 * The chart around one position on a day: the chain above with those beside each step, the peers,
 * and the reports below.
 * @throws AppError not_found when there is no such chart for the actor
 */
export async function chart(parts: Read, actor: Actor, question: ChartQuestion): Promise<ChartView> {
  const { db } = parts;
  const day = dayOrToday(parts, question.on, 'on');
  const head = await readChartHead(db, actor, question.chart);
  const asked = await findFocus(parts, head.id, question.focus || actor.handle, day);
  const [size, tops] = await Promise.all([countPositions(parts, head.id, day), topsOf(parts, head.id, day)]);
  const focusId = asked ?? tops.ids[0] ?? null;
  const depth = Math.min(MAX_DEPTH, Math.max(1, question.depth ?? 1));
  const days = question.since ? between(parts, { since: question.since, on: question.on }) : null;
  const ids = focusId ? await around(parts, focusId, tops.ids, day, depth) : [];
  const also = question.also?.length ? await withAllAbove(parts, question.also, day) : [];
  const cards = await cardsOf(parts, [...new Set([...ids, ...also])], day);
  return {
    chart: head,
    on: isoDay(day),
    isToday: day.getTime() === today(parts).getTime(),
    since: days ? isoDay(days.since) : null,
    focusId,
    focusMissing: asked === null && size > 0 && Boolean(question.focus),
    cards: days ? await markChanges(parts, cards, days) : cards,
    roots: tops.count,
    size,
  };
}

/** The next reports of a position (or of the top, for a chart's id), in order; `after` is the last one seen. */
export async function children(
  parts: Read,
  actor: Actor,
  question: {
    positionId?: string;
    chart?: string;
    after?: string | null;
    on?: string | null;
    since?: string | null;
  },
): Promise<{ cards: ChartCard[]; more: boolean }> {
  const { db } = parts;
  const day = dayOrToday(parts, question.on, 'on');
  if (question.positionId) await assertReadablePosition(parts, actor, question.positionId);
  const source = question.positionId
    ? Prisma.sql`JOIN reporting_line l ON l.position_id = p.id AND l.manager_id = ${question.positionId}::uuid
        AND l.kind = 'primary' AND ${inForce('l', day)} WHERE true`
    : Prisma.sql`WHERE ${isTop((await readChartHead(db, actor, question.chart ?? 'company')).id, day)}`;
  const from =
    question.after && isUuid(question.after)
      ? Prisma.sql`AND (p.rank, p.search_title, p.id) >
        (SELECT q.rank, q.search_title, q.id FROM position q WHERE q.id = ${question.after}::uuid)`
      : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM position p ${source} ${from}
    ORDER BY p.rank, p.search_title, p.id LIMIT ${CHILDREN_PAGE + 1}`;
  const ids = rows.slice(0, CHILDREN_PAGE).map((row) => row.id);
  const cards = await cardsOf(parts, ids, day);
  const days = question.since ? between(parts, { since: question.since, on: question.on }) : null;
  return {
    cards: days ? await markChanges(parts, cards, days) : cards,
    more: rows.length > CHILDREN_PAGE,
  };
}

/** Every chart the actor may read: the company's first, then those with a seat of theirs, by name. */
export async function charts(parts: Read, actor: Actor): Promise<ChartListItem[]> {
  const day = today(parts);
  return parts.db.$queryRaw<ChartListItem[]>`
    SELECT c.id::text, c.kind::text, c.name, EXISTS (
      SELECT 1 FROM assignment a JOIN position p ON p.id = a.position_id
      WHERE a.person_id = ${actor.personId}::uuid AND p.chart_id = c.id AND ${inForce('a', day)}) AS mine
    FROM chart c WHERE ${readableChart(actor)}
    ORDER BY c.kind, mine DESC, c.name, c.id`;
}

/** @throws AppError not_found when the position's chart is not for the actor */
export async function assertReadablePosition(parts: Read, actor: Actor, positionId: string): Promise<string> {
  if (!isUuid(positionId)) throw new AppError('not_found');
  const rows = await parts.db.$queryRaw<{ chart_id: string }[]>`
    SELECT p.chart_id::text FROM position p JOIN chart c ON c.id = p.chart_id
    WHERE p.id = ${positionId}::uuid AND ${readableChart(actor)}`;
  const chartId = rows[0]?.chart_id;
  if (!chartId) throw new AppError('not_found');
  return chartId;
}

async function findFocus(parts: Read, chartId: string, focus: string, day: Date): Promise<string | null> {
  const rows = isUuid(focus)
    ? await parts.db.$queryRaw<{ id: string }[]>`
        SELECT p.id::text FROM position p
        WHERE p.id = ${focus}::uuid AND p.chart_id = ${chartId}::uuid AND ${inForce('p', day)}`
    : await parts.db.$queryRaw<{ id: string }[]>`
        SELECT p.id::text FROM person
        JOIN assignment a ON a.person_id = person.id AND ${inForce('a', day)}
        JOIN position p ON p.id = a.position_id AND p.chart_id = ${chartId}::uuid AND ${inForce('p', day)}
        WHERE person.handle = ${focus}
        ORDER BY a.main DESC, a.share DESC, a.valid_from, a.id LIMIT 1`;
  return rows[0]?.id ?? null;
}

/** SQL: seat `p` is at the top. The lines of its chart alone are looked through: a project's few beside a company's many. */
function isTop(chartId: string, day: Date): Prisma.Sql {
  return Prisma.sql`p.chart_id = ${chartId}::uuid AND ${inForce('p', day)} AND NOT EXISTS (
    SELECT 1 FROM reporting_line l
    WHERE l.chart_id = ${chartId}::uuid AND l.position_id = p.id AND l.kind = 'primary' AND ${inForce('l', day)})`;
}

/** The first ones at the top of a chart, and how many they are. */
export async function topsOf(
  parts: Read,
  chartId: string,
  day: Date,
): Promise<{ ids: string[]; count: number }> {
  const rows = await parts.db.$queryRaw<{ id: string; count: number }[]>`
    SELECT p.id::text, count(*) OVER ()::int AS count FROM position p
    WHERE ${isTop(chartId, day)} ORDER BY p.rank, p.search_title, p.id LIMIT ${TEAM}`;
  return { ids: rows.map((row) => row.id), count: rows[0]?.count ?? 0 };
}

async function countPositions(parts: Read, chartId: string, day: Date): Promise<number> {
  const rows = await parts.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM position p WHERE p.chart_id = ${chartId}::uuid AND ${inForce('p', day)}`;
  return rows[0]?.n ?? 0;
}

/** Positions with everybody above them, up to the top. */
export async function withAllAbove(parts: Read, ids: readonly string[], day: Date): Promise<string[]> {
  const rows = await parts.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id FROM unnest(${[...ids]}::uuid[]) AS id
      UNION
      SELECT l.manager_id FROM up
      JOIN reporting_line l ON l.position_id = up.id AND l.kind = 'primary' AND ${inForce('l', day)}
    ) SELECT id::text FROM up`;
  return rows.map((row) => row.id);
}

/** Ids of the first view, by one walk up and one down; each team is cut to a window around the path. */
async function around(
  parts: Read,
  focusId: string,
  tops: string[],
  day: Date,
  depth: number,
): Promise<string[]> {
  const line = Prisma.sql`l.kind = 'primary' AND ${inForce('l', day)}`;
  const rows = await parts.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT ${focusId}::uuid AS id, NULL::uuid AS via, 0 AS level
      UNION ALL
      SELECT l.manager_id, up.id, up.level + 1 FROM up
      JOIN reporting_line l ON l.position_id = up.id AND ${line} WHERE up.level < 64
    ), beside AS (
      SELECT team.id FROM up CROSS JOIN LATERAL (
        SELECT placed.id FROM (
          SELECT numbered.id, numbered.n,
            max(CASE WHEN numbered.id = up.via THEN numbered.n END) OVER () AS mine
          FROM (
            SELECT p.id, row_number() OVER (ORDER BY p.rank, p.search_title, p.id) AS n
            FROM reporting_line l JOIN position p ON p.id = l.position_id
            WHERE l.manager_id = up.id AND ${line}
          ) numbered
        ) placed
        ORDER BY abs(placed.n - placed.mine), placed.n
        LIMIT CASE WHEN up.level = 1 THEN ${TEAM}::int ELSE ${TEAM_ABOVE}::int END
      ) team WHERE up.level > 0
    ), down AS (
      SELECT ${focusId}::uuid AS id, 0 AS level
      UNION ALL
      SELECT child.id, down.level + 1 FROM down CROSS JOIN LATERAL (
        SELECT p.id FROM reporting_line l JOIN position p ON p.id = l.position_id
        WHERE l.manager_id = down.id AND ${line}
        ORDER BY p.rank, p.search_title, p.id LIMIT ${TEAM}
      ) child WHERE down.level < ${depth}
    )
    SELECT id::text FROM up UNION SELECT id::text FROM beside UNION SELECT id::text FROM down`;
  const ids = rows.map((row) => row.id);
  return [...new Set([...ids, ...tops.slice(0, tops.includes(focusId) ? TEAM : TEAM_ABOVE)])];
}
