type Point = { x: number; y: number };
type Box = { x: number; y: number; width: number; height: number };
export type Path = { path: string; box: Box };

const CORNER = 10;

/** From the middle of a card's lower edge down, across halfway to the next level, and down to a point; corners rounded. */
export function linePath(from: Box, to: Point, gap: number): Path {
  const x = from.x + from.width / 2;
  const y = from.y + from.height;
  return { path: steps({ x, y }, to, from.y + from.height + gap / 2), box: boxAround({ x, y }, to) };
}

/** The dashed way of a dotted line: a little beside the solid ones, so that both stay readable. */
export function dottedPath(from: Box, to: Box, gap: number): Path {
  const below = to.y > from.y + from.height;
  const end = { x: to.x + to.width * 0.72, y: to.y };
  const start = below
    ? { x: from.x + from.width * 0.72, y: from.y + from.height }
    : { x: from.x + from.width * 0.72, y: from.y };
  // On one level or above: over the top of both.
  const bus = below ? to.y - gap / 2 + 8 : Math.min(from.y, to.y) - gap / 2 + 8;
  return { path: steps(start, end, bus), box: boxAround(start, end, gap) };
}

function steps(from: Point, to: Point, bus: number): string {
  const dx = to.x - from.x;
  if (Math.abs(dx) < 1) return `M${round(from.x)} ${round(from.y)}V${round(to.y)}`;
  const r = Math.min(CORNER, Math.abs(dx) / 2, Math.abs(bus - from.y), Math.abs(to.y - bus));
  const side = Math.sign(dx);
  const out = Math.sign(bus - from.y) || 1;
  const into = Math.sign(to.y - bus) || 1;
  return [
    `M${round(from.x)} ${round(from.y)}`,
    `V${round(bus - r * out)}`,
    `Q${round(from.x)} ${round(bus)} ${round(from.x + r * side)} ${round(bus)}`,
    `H${round(to.x - r * side)}`,
    `Q${round(to.x)} ${round(bus)} ${round(to.x)} ${round(bus + r * into)}`,
    `V${round(to.y)}`,
  ].join('');
}

function boxAround(a: Point, b: Point, margin = 0): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y) - margin;
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) + 2 * margin };
}

function round(value: number): number {
  return Math.round(value * 2) / 2;
}
