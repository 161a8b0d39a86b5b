import type { Actor } from '#server/domain/identity/actor.ts';
import { cardsOf } from '#server/domain/organisation/cards.queries.ts';
import { dayOrToday } from '#server/domain/organisation/day.ts';
import { inForce } from '#server/domain/organisation/in-force.ts';
import { readableChart } from '#server/domain/organisation/organisation.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import { isUuid } from '#server/platform/ids.ts';
import type { Connection } from './connection.view.ts';
import { type FoundWay, type Spot, waysBetween } from './ways.ts';

type Read = Pick<Parts, 'db' | 'clock'>;

export type ConnectionQuestion = {
  /** A person's handle, who may have several seats, or one position's id. */
  from: string;
  to: string;
  on?: string | null;
};

/**
 * How two people, or positions, are connected on a day, in all charts that the actor may read: over lines of both
 * kinds, and from chart to chart over whoever sits in both. Null where either has no seat there.
 */
export async function connection(
  parts: Read,
  actor: Actor,
  question: ConnectionQuestion,
): Promise<Connection | null> {
  const day = dayOrToday(parts, question.on, 'on');
  const [from, to] = await Promise.all(
    [question.from, question.to].map((end) => seatsOf(parts, actor, end, day)),
  );
  if (!from?.length || !to?.length) return null;
  const spots = await everythingAbove(parts, actor, [...from, ...to], day);
  const ways = waysBetween(spots, from, to);
  const ids = [...new Set(ways.flatMap((way) => way.steps.map((step) => step.id)))];
  const cards = new Map((await cardsOf(parts, ids, day)).map((card) => [card.id, card]));
  const chartOf = new Map(spots.map((spot) => [spot.id, spot.chartId]));
  const present = ({ chartId, steps }: FoundWay) => ({
    chartId,
    steps: steps.flatMap(({ id, by }) => {
      const card = cards.get(id);
      const chart = chartOf.get(id);
      if (!card || !chart) return [];
      const { title, unit, holders } = card;
      return [{ by, chartId: chart, position: { id, title, unit, holders } }];
    }),
  });
  return { ways: ways.map(present) };
}

/** The position itself, or every seat of a person, the main one first. */
async function seatsOf(parts: Read, actor: Actor, end: string, day: Date): Promise<string[]> {
  const rows = isUuid(end)
    ? await parts.db.$queryRaw<{ id: string }[]>`
        SELECT p.id::text FROM position p JOIN chart c ON c.id = p.chart_id
        WHERE p.id = ${end}::uuid AND ${inForce('p', day)} AND ${readableChart(actor)}`
    : await parts.db.$queryRaw<{ id: string }[]>`
        SELECT p.id::text FROM person
        JOIN assignment a ON a.person_id = person.id AND ${inForce('a', day)}
        JOIN position p ON p.id = a.position_id AND ${inForce('p', day)}
        JOIN chart c ON c.id = p.chart_id
        WHERE person.handle = ${end} AND ${readableChart(actor)}
        ORDER BY a.main DESC, a.share DESC, a.valid_from, a.id`;
  return rows.map((row) => row.id);
}

/**
 * All positions above some, also above the other seats of whoever sits there: a few hundred, however large the company,
 * since nothing leads down and each end changes the chart at most once. Two ways up that meet are a way between them. Nobody's withheld name joins charts.
 */
async function everythingAbove(parts: Read, actor: Actor, ids: string[], day: Date): Promise<Spot[]> {
  type Row = { id: string; chart_id: string; managers: Spot['managers'] | null; person_ids: string[] | null };
  const rows = await parts.db.$queryRaw<Row[]>`
    WITH RECURSIVE above AS (
      SELECT id, 0 AS changes FROM unnest(${ids}::uuid[]) AS id
      UNION
      SELECT next.id, next.changes FROM above CROSS JOIN LATERAL (
        SELECT l.manager_id AS id, above.changes FROM reporting_line l WHERE l.position_id = above.id AND l.kind <> 'deputy' AND ${inForce('l', day)}
        UNION ALL
        SELECT p.id, above.changes + 1 FROM position here
        JOIN assignment a ON a.position_id = here.id AND ${inForce('a', day)}
        JOIN person ON person.id = a.person_id AND NOT person.name_withheld AND person.erased_at IS NULL
        JOIN assignment b ON b.person_id = a.person_id AND ${inForce('b', day)}
        JOIN position p ON p.id = b.position_id AND p.chart_id <> here.chart_id AND ${inForce('p', day)}
        JOIN chart c ON c.id = p.chart_id AND ${readableChart(actor)}
        WHERE here.id = above.id AND above.changes < 1
      ) next
    )
    SELECT p.id::text, p.chart_id::text,
      (SELECT json_agg(json_build_object('id', l.manager_id, 'kind', l.kind)) FROM reporting_line l
       WHERE l.position_id = p.id AND l.kind <> 'deputy' AND ${inForce('l', day)}) AS managers,
      (SELECT array_agg(a.person_id::text) FROM assignment a
       JOIN person ON person.id = a.person_id AND NOT person.name_withheld AND person.erased_at IS NULL
       WHERE a.position_id = p.id AND ${inForce('a', day)}) AS person_ids
    FROM (SELECT DISTINCT id FROM above) reached JOIN position p ON p.id = reached.id`;
  return rows.map((row) => ({
    id: row.id,
    chartId: row.chart_id,
    managers: row.managers ?? [],
    personIds: row.person_ids ?? [],
  }));
}
