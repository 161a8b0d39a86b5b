import type { Layout, Placed } from '../chart-layout.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * Which card an arrow key leads to: the nearest one to that side within the same row; up and down
 * also along the reporting line.
 */
export function neighbour(layout: Layout, from: Placed, direction: Direction): Placed | null {
  if (direction === 'left' || direction === 'right') return sideways(layout, from, direction);
  const column = nearest(
    layout,
    (node) =>
      node.parent === from.parent &&
      Math.abs(node.x - from.x) < 4 &&
      (direction === 'up' ? node.y < from.y - 4 : node.y > from.y + 4),
    from,
  );
  if (column) return column;
  if (direction === 'up') return layout.nodes.get(from.parent) ?? null;
  return nearest(layout, (node) => node.parent === from.id, from);
}

function sideways(layout: Layout, from: Placed, direction: 'left' | 'right'): Placed | null {
  const middle = from.y + from.height / 2;
  return nearest(
    layout,
    (node) =>
      node !== from &&
      Math.abs(node.y + node.height / 2 - middle) < 50 &&
      (direction === 'left' ? node.x < from.x : node.x > from.x),
    from,
  );
}

function nearest(layout: Layout, wanted: (node: Placed) => boolean, from: Placed): Placed | null {
  let best: Placed | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of layout.nodes.values()) {
    if (!wanted(node)) continue;
    const far = Math.hypot(
      node.x + node.width / 2 - from.x - from.width / 2,
      node.y + node.height / 2 - from.y - from.height / 2,
    );
    if (far < least) [best, least] = [node, far];
  }
  return best;
}
