import type { StepKind } from './connection.view.ts';

/** A position with what leads on from it: the lines up, and who sits there. */
export type Spot = {
  id: string;
  chartId: string;
  managers: { id: string; kind: 'primary' | 'dotted' }[];
  personIds: string[];
};

export type FoundWay = { chartId: string | null; steps: { id: string; by: StepKind }[] };

type Edge = { to: string; by: StepKind };

/** A line is a step; a dotted one is a little farther, so that the primary one is told where both lead there. */
const COST: Record<StepKind, number> = {
  start: 0,
  up: 10,
  down: 10,
  dottedUp: 12,
  dottedDown: 12,
  sameSeat: 1,
};

/**
 * The shortest way in each chart that has both ends, and one through several charts where that is shorter than all of
 * them, or the only one. Shortest first. `from` and `to` are positions, several for somebody with several seats.
 */
export function waysBetween(
  spots: readonly Spot[],
  from: readonly string[],
  to: readonly string[],
): FoundWay[] {
  const edges = edgesOf(spots);
  const chartOf = new Map(spots.map((spot) => [spot.id, spot.chartId]));
  const shared = new Set(
    from.map((id) => chartOf.get(id)).filter((id) => to.some((end) => chartOf.get(end) === id)),
  );
  const ways: (FoundWay & { cost: number })[] = [];
  for (const chartId of shared) {
    const inside = (id: string) => chartOf.get(id) === chartId;
    const found = shortest(edges, from.filter(inside), to.filter(inside), inside);
    if (chartId && found) ways.push({ chartId, ...found });
  }
  const least = Math.min(...ways.map((way) => way.cost));
  const across = shortest(edges, from, to, () => true);
  if (across && across.cost < least) {
    const charts = new Set(across.steps.map((step) => chartOf.get(step.id)));
    if (charts.size > 1) ways.push({ chartId: null, ...across });
  }
  return ways.sort((a, b) => a.cost - b.cost).map(({ chartId, steps }) => ({ chartId, steps }));
}

/** Lines lead both ways; whoever has several seats leads from each to the others. */
function edgesOf(spots: readonly Spot[]): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>(spots.map((spot) => [spot.id, []]));
  const seats = new Map<string, string[]>();
  for (const spot of spots) {
    for (const { id, kind } of spot.managers) {
      if (!edges.has(id)) continue;
      edges.get(spot.id)?.push({ to: id, by: kind === 'primary' ? 'up' : 'dottedUp' });
      edges.get(id)?.push({ to: spot.id, by: kind === 'primary' ? 'down' : 'dottedDown' });
    }
    for (const personId of spot.personIds) {
      for (const other of seats.get(personId) ?? []) {
        edges.get(spot.id)?.push({ to: other, by: 'sameSeat' });
        edges.get(other)?.push({ to: spot.id, by: 'sameSeat' });
      }
      seats.set(personId, [...(seats.get(personId) ?? []), spot.id]);
    }
  }
  return edges;
}

type Reached = { id: string; cost: number; by: StepKind; before: string | null };

/** Dijkstra's algorithm; the few hundred positions above two people need no heap. */
function shortest(
  edges: ReadonlyMap<string, Edge[]>,
  from: readonly string[],
  to: readonly string[],
  allowed: (id: string) => boolean,
): { steps: FoundWay['steps']; cost: number } | null {
  const reached = new Map<string, Reached>();
  const open = new Map<string, Reached>();
  for (const id of from) open.set(id, { id, cost: 0, by: 'start', before: null });
  while (open.size > 0) {
    const [first, ...others] = open.values();
    if (!first) break;
    const next = others.reduce((least, one) => (one.cost < least.cost ? one : least), first);
    open.delete(next.id);
    reached.set(next.id, next);
    if (to.includes(next.id)) return { steps: stepsTo(next, reached), cost: next.cost };
    for (const edge of edges.get(next.id) ?? []) {
      if (!allowed(edge.to) || reached.has(edge.to)) continue;
      const cost = next.cost + COST[edge.by];
      if (cost < (open.get(edge.to)?.cost ?? Number.POSITIVE_INFINITY))
        open.set(edge.to, { id: edge.to, cost, by: edge.by, before: next.id });
    }
  }
  return null;
}

function stepsTo(end: Reached, reached: ReadonlyMap<string, Reached>): FoundWay['steps'] {
  const steps: FoundWay['steps'] = [];
  let current: Reached | undefined = end;
  while (current) {
    steps.unshift({ id: current.id, by: current.by });
    current = current.before === null ? undefined : reached.get(current.before);
  }
  return steps;
}
