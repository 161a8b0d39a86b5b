import type { Box, Layout, Placed } from '../chart-layout.ts';

/** How the world is seen: its origin's distance from the middle of the window, in pixels, and the scale. */
export type View = { x: number; y: number; k: number };
export type Size = { width: number; height: number };

export const ZOOM = { min: 0.15, max: 2 };
/** What the server and the first render take for the window. */
export const FIRST_SIZE: Size = { width: 1440, height: 860 };
/** At most so many cards are in the page, whatever the size of the chart. */
export const MOST_CARDS = 150;
const MARGIN = 240;

/** The part of the world that the window shows. */
export function sightOf(view: View, size: Size): Box {
  const width = size.width / view.k;
  const height = size.height / view.k;
  return { x: -view.x / view.k - width / 2, y: -view.y / view.k - height / 2, width, height };
}

/** The same with a margin, so that panning never shows holes. */
export function windowOf(view: View, size: Size): Box {
  const { x, y, width, height } = sightOf(view, size);
  return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

/** The point of the world in the middle of the window. */
export function middleOf(view: View): { x: number; y: number } {
  return { x: -view.x / view.k, y: -view.y / view.k };
}

export function meets(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** The cards to draw: those in the window, nearest to its middle first, and the ones in `always`. */
export function nodesInView(
  layout: Layout,
  view: View,
  size: Size,
  always: readonly (string | null)[],
): Placed[] {
  const seen = windowOf(view, size);
  const found: Placed[] = [];
  for (const node of layout.nodes.values()) {
    if (always.includes(node.id) || meets(node, seen)) found.push(node);
  }
  if (found.length <= MOST_CARDS) return found;
  const middle = middleOf(view);
  const far = (node: Placed) => (always.includes(node.id) ? -1 : distance(middle, node));
  const nearest = new Set([...found].sort((a, b) => far(a) - far(b)).slice(0, MOST_CARDS));
  return found.filter((node) => nearest.has(node));
}

function distance(point: { x: number; y: number }, box: Box): number {
  return Math.hypot(box.x + box.width / 2 - point.x, box.y + box.height / 2 - point.y);
}

/** Width that a usual window has at least, where the server cannot know it. */
const ROOM = 1_100;
const LEGIBLE = 0.6;
/** The card may stand this far beside the middle, in pixels, so that the one above it is seen as well. */
const ASIDE = 420;
/** And this far above or below it, so that the chain above is seen to the top. */
const UP_AND_DOWN = 210;
/** So many levels of the chain above count. */
const CHAIN_SEEN = 3;
/** Below this width it stands in the middle, whatever stands beside it. */
export const NARROW = 800;

/** How to look at a card: with the one above it, and its team below or, where it has none, its peers beside. */
export function viewAround(layout: Layout, node: Placed, width: number, k?: number): View {
  const above = layout.nodes.get(node.parent);
  const below = [...layout.panels, ...layout.nodes.values()].filter((one) => one.parent === node.id);
  const beside =
    below.length > 0
      ? []
      : [...layout.panels, ...layout.nodes.values()].filter((one) => one.parent === node.parent);
  const boxes = [node, ...(above ? [above] : []), ...below, ...beside];
  const left = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const scale = k ? Math.max(k, LEGIBLE) : 1;
  const middle = node.x + node.width / 2;
  const most = width < NARROW ? 0 : ASIDE / scale;
  const wished = (left + right) / 2 - middle;
  // The whole of the card above counts more than the whole of the team.
  const room = ROOM / 2 / scale;
  const leftmost = above ? above.x + above.width - middle - room : wished;
  const rightmost = above ? above.x - middle + room : wished;
  const seen = Math.min(Math.max(wished, leftmost), Math.max(leftmost, rightmost));
  const aside = Math.min(most, Math.max(-most, seen));
  const top = Math.min(...boxes.map((box) => box.y), topOfChain(layout, node));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const reach = UP_AND_DOWN / scale;
  const lift = Math.min(reach, Math.max(-reach, (top + bottom) / 2 - node.y - node.height / 2));
  return {
    x: Math.round(-(middle + aside) * scale),
    y: Math.round(-(node.y + node.height / 2 + lift) * scale),
    k: scale,
  };
}

function topOfChain(layout: Layout, node: Placed): number {
  let highest = node;
  for (let level = 0; level < CHAIN_SEEN; level++) highest = layout.nodes.get(highest.parent) ?? highest;
  return highest.y;
}

/** Free at either side when all is shown: the controls float over one of them. */
const MARGIN_OF_ALL = 80;

/** The whole of a box in the window, never larger than life. */
export function fitTo(box: Box, size: Size): View {
  const k = Math.max(
    ZOOM.min,
    Math.min(1, (size.width - 2 * MARGIN_OF_ALL) / box.width, (size.height - 96) / box.height),
  );
  return { x: -(box.x + box.width / 2) * k, y: -(box.y + box.height / 2) * k, k };
}

/** The smallest move that brings a card fully into the window. */
export function reveal(node: Box, view: View, size: Size): View {
  const pad = 72;
  const left = node.x * view.k + view.x + size.width / 2;
  const top = node.y * view.k + view.y + size.height / 2;
  const right = left + node.width * view.k;
  const bottom = top + node.height * view.k;
  const dx = left < pad ? pad - left : right > size.width - pad ? size.width - pad - right : 0;
  const dy = top < pad ? pad - top : bottom > size.height - pad ? size.height - pad - bottom : 0;
  return { ...view, x: view.x + dx, y: view.y + dy };
}
