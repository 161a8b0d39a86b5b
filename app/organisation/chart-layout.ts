import { type FlextreeNode, flextree } from 'd3-flextree';
import { chainOf, type Model, TOP, teamSize } from './chart-model.ts';
import { dottedPath, linePath } from './line-path.ts';

export const CARD = { width: 236, height: 84 };
const FOLD = { width: 112, height: 36 };
/** Free space between siblings, between levels, and inside a team's panel. */
const GAP = { x: 20, y: 60, panel: 10 };
const PANEL_PADDING = 10;
/** Up to so many stand in a row; more, and those without reports share a panel. */
const ROW = 4;
/** The longest row before it folds: of the one in focus, and of all others. */
const LONGEST = { focus: 8, other: 5 };

export type Placed = {
  id: string;
  kind: 'card' | 'fold';
  x: number;
  y: number;
  width: number;
  height: number;
  /** The position above, or TOP. */
  parent: string;
  level: number;
  /** Place among siblings, from 1, and how many they are in all. */
  place: number;
  of: number;
};
export type Box = { x: number; y: number; width: number; height: number };
export type Line = {
  id: string;
  path: string;
  box: Box;
  kind: 'chain' | 'primary' | 'dotted';
  /** Lies on the way between two that the reader asked for. */
  onWay: boolean;
};
export type Layout = {
  nodes: ReadonlyMap<string, Placed>;
  panels: readonly (Box & { parent: string })[];
  lines: readonly Line[];
  box: Box;
};
/** A card that keeps its place while everything around it moves. */
export type Anchor = { id: string; x: number; y: number };

/** From the card of `parent` down to a card, or to a panel with some. */
type Join = { parent: string; to: string; members: readonly string[]; x: number; y: number };

type Item = {
  kind: 'card' | 'fold' | 'panel' | 'top' | 'spacer';
  id: string;
  size: [number, number];
  items: string[];
  children: Item[];
};

/** Free room beside a team, which brings the one above it over a certain member. */
type Spacer = { before: boolean; width: number };
type Spacers = ReadonlyMap<string, Spacer>;

export const foldId = (parent: string) => `more:${parent}`;

/**
 * Where every loaded card stands: a tidy tree of rows, where the many without reports of their own
 * share a panel. What stands in a row and what in a panel follows from the data, not from what is
 * open, so that opening a branch only ever moves things aside. The chain above the focus stands in
 * one line over it, however far out in its row each of them is: whoever arrives sees it whole. Neither that chain nor
 * a `way` between two is ever folded away.
 */
export function layoutOf(
  model: Model,
  focusId: string | null,
  anchor: Anchor | null,
  way: readonly string[] = [],
): Layout {
  const chain = chainOf(model, focusId);
  const kept = new Set([...chain, ...way.flatMap((id) => chainOf(model, id))]);
  const centred = arrange(model, focusId, kept, NO_SPACERS);
  const spacers = spacersFor(centred, chain);
  const root = spacers.size > 0 ? arrange(model, focusId, kept, spacers) : centred;
  const nodes = new Map<string, Placed>();
  const panels: (Box & { parent: string })[] = [];
  const joins: Join[] = [];
  root.each((node) => place(model, node, nodes, panels, joins));

  const shift = shiftFor(nodes, anchor);
  for (const node of nodes.values()) {
    node.x += shift.x;
    node.y += shift.y;
  }
  for (const panel of panels) {
    panel.x += shift.x;
    panel.y += shift.y;
  }
  const lines: Line[] = [];
  for (const join of joins) {
    const from = nodes.get(join.parent);
    if (!from) continue;
    const strong = join.parent === focusId || (chain.includes(join.parent) && chain.includes(join.to));
    const line = linePath(from, { x: join.x + shift.x, y: join.y + shift.y }, GAP.y);
    const onWay =
      way.includes(join.parent) &&
      join.members.some((id) => way.includes(id) && model.cards.get(id)?.parentId === join.parent);
    lines.push({ id: `${join.parent} ${join.to}`, kind: strong ? 'chain' : 'primary', onWay, ...line });
  }
  lines.push(...dottedLines(model, nodes, way));
  const weight = (line: Line) => (line.onWay ? 2 : line.kind === 'chain' ? 1 : 0);
  lines.sort((a, b) => weight(a) - weight(b));
  return { nodes, panels, lines, box: boxOf([...nodes.values(), ...panels]) };
}

const NO_SPACERS: Spacers = new Map();

function arrange(
  model: Model,
  focusId: string | null,
  kept: ReadonlySet<string>,
  spacers: Spacers,
): FlextreeNode<Item> {
  const children = teamItems(model, TOP, focusId, kept, spacers);
  const top: Item = { kind: 'top', id: TOP, size: [0, 0], items: [], children };
  const tree = flextree<Item>({ children: (item) => item.children, nodeSize: (node) => node.data.size });
  return tree(tree.hierarchy(top));
}

/** A tidy tree centres a position over its team; a spacer at one end centres it over one member instead. */
function spacersFor(root: FlextreeNode<Item>, chain: readonly string[]): Spacers {
  const spacers = new Map<string, Spacer>();
  root.each(({ data, children }) => {
    const [first] = children ?? [];
    const last = children?.at(-1);
    const below = children?.find((node) => node.data.kind === 'card' && chain.includes(node.data.id));
    if (data.kind !== 'card' || !first || !last || !below) return;
    const middle = (first.x - first.data.size[0] / 2 + last.x + last.data.size[0] / 2) / 2;
    const width = Math.round(2 * Math.abs(below.x - middle));
    if (width > 0) spacers.set(data.id, { before: below.x < middle, width });
  });
  return spacers;
}

function teamItems(
  model: Model,
  parent: string,
  focusId: string | null,
  kept: ReadonlySet<string>,
  spacers: Spacers,
): Item[] {
  if (parent !== TOP && !model.open.has(parent)) return [];
  const ids = model.teams.get(parent)?.ids ?? [];
  if (ids.length === 0) return [];
  const missing = teamSize(model, parent) > ids.length;
  const quiet = ids.filter((id) => model.cards.get(id)?.direct === 0);
  const inPanel = ids.length + (missing ? 1 : 0) > ROW && quiet.length > 2;
  const inRow = inPanel ? ids.filter((id) => !quiet.includes(id)) : ids;
  const longest = parent === focusId ? LONGEST.focus : LONGEST.other;
  const shown = model.unfolded.has(parent) ? inRow : windowAround(inRow, kept, longest);
  const folded = missing || shown.length < inRow.length ? foldId(parent) : null;
  const row: Item[] = shown.map((id) => ({
    kind: 'card',
    id,
    size: [CARD.width + GAP.x, CARD.height + GAP.y],
    items: [],
    children: teamItems(model, id, focusId, kept, spacers),
  }));
  if (inPanel) row.push(panelItem(parent, folded ? [...quiet, folded] : quiet));
  else if (folded)
    row.push({ kind: 'fold', id: folded, size: [FOLD.width + GAP.x, CARD.height], items: [], children: [] });
  const spacer = spacers.get(parent);
  if (!spacer) return row;
  const room: Item = {
    kind: 'spacer',
    id: `room:${parent}`,
    size: [spacer.width, 1],
    items: [],
    children: [],
  };
  return spacer.before ? [room, ...row] : [...row, room];
}

/** At most so many neighbours, and with them all that are kept; one left over is no reason to fold. */
function windowAround(ids: readonly string[], kept: ReadonlySet<string>, most: number): readonly string[] {
  if (ids.length <= most + 1) return ids;
  const at = ids.findIndex((id) => kept.has(id));
  const start = Math.max(0, Math.min(at - Math.floor(most / 2), ids.length - most));
  return ids.filter((id, n) => kept.has(id) || (n >= start && n < start + most));
}

function panelItem(parent: string, items: string[]): Item {
  const columns = columnsFor(items.length);
  const rows = Math.ceil(items.length / columns);
  const width = columns * (CARD.width + GAP.panel) - GAP.panel + 2 * PANEL_PADDING;
  const height = rows * (CARD.height + GAP.panel) - GAP.panel + 2 * PANEL_PADDING;
  return { kind: 'panel', id: `panel:${parent}`, size: [width + GAP.x, height + GAP.y], items, children: [] };
}

/** About twice as wide as high. */
function columnsFor(count: number): number {
  const ratio = (CARD.height + GAP.panel) / (CARD.width + GAP.panel);
  return Math.min(8, Math.max(2, Math.round(Math.sqrt(count * ratio * 2.2))));
}

function place(
  model: Model,
  node: FlextreeNode<Item>,
  nodes: Map<string, Placed>,
  panels: (Box & { parent: string })[],
  joins: Join[],
): void {
  const { kind, id, items, size } = node.data;
  if (kind === 'top' || kind === 'spacer') return;
  const parent = node.parent?.data.kind === 'card' ? node.parent.data.id : TOP;
  const of = teamSize(model, parent);
  const team = model.teams.get(parent)?.ids ?? [];
  const base = { parent, level: node.depth, of };
  const placeOf = (member: string) => team.indexOf(member) + 1 || team.length + 1;
  const top = node.y;
  if (kind === 'panel') {
    const width = size[0] - GAP.x;
    const height = size[1] - GAP.y;
    const left = node.x - width / 2;
    panels.push({ parent, x: left, y: top, width, height });
    joins.push({ parent, to: id, members: items, x: node.x, y: top });
    const columns = columnsFor(items.length);
    items.forEach((item, n) => {
      nodes.set(item, {
        ...base,
        id: item,
        kind: item.startsWith('more:') ? 'fold' : 'card',
        x: left + PANEL_PADDING + (n % columns) * (CARD.width + GAP.panel),
        y: top + PANEL_PADDING + Math.floor(n / columns) * (CARD.height + GAP.panel),
        width: CARD.width,
        height: CARD.height,
        place: placeOf(item),
      });
    });
    return;
  }
  const { width, height } = kind === 'fold' ? FOLD : CARD;
  const y = kind === 'fold' ? top + (CARD.height - height) / 2 : top;
  nodes.set(id, { ...base, id, kind, x: node.x - width / 2, y, width, height, place: placeOf(id) });
  joins.push({ parent, to: id, members: [id], x: node.x, y });
}

/** Keeps the anchor where it was; without one, or where it is gone, the first card stands at the origin. */
function shiftFor(nodes: ReadonlyMap<string, Placed>, anchor: Anchor | null): { x: number; y: number } {
  const kept = anchor ? nodes.get(anchor.id) : undefined;
  if (anchor && kept) return { x: anchor.x - kept.x, y: anchor.y - kept.y };
  const [first] = nodes.values();
  return first ? { x: -first.x - first.width / 2, y: -first.y } : { x: 0, y: 0 };
}

/** How many of a team stand folded away. */
export function foldedCount(model: Model, layout: Layout, parent: string): number {
  let shown = 0;
  for (const node of layout.nodes.values()) if (node.parent === parent && node.kind === 'card') shown++;
  return teamSize(model, parent) - shown;
}

function dottedLines(model: Model, nodes: ReadonlyMap<string, Placed>, way: readonly string[]): Line[] {
  const lines: Line[] = [];
  for (const node of nodes.values()) {
    for (const line of model.cards.get(node.id)?.dotted ?? []) {
      const manager = nodes.get(line.id);
      if (!manager) continue;
      const apart = Math.abs(way.indexOf(node.id) - way.indexOf(line.id));
      const onWay = way.includes(node.id) && way.includes(line.id) && apart === 1;
      const path = dottedPath(manager, node, GAP.y);
      lines.push({ id: `dotted ${node.id} ${line.id}`, kind: 'dotted', onWay, ...path });
    }
  }
  return lines;
}

/** The smallest box around some. */
export function boxOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
