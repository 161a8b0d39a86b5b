import { foldId } from '../chart-layout.ts';
import { type Model, TOP, teamSize } from '../chart-model.ts';

/** A card on paper: without a face, and as tight as three lines in the smallest legible letters allow. */
export const PAPER_CARD = { width: 176, height: 58 };
/** Free space between neighbours, above a row of them, above what stands alone below a card, and within a panel. */
export const PAPER_GAP = { across: 12, row: 28, alone: 16, panel: 8 };
export const PANEL_PADDING = 6;
/** How far what hangs on a trunk stands in from it. */
export const INDENT = 20;
/** What a column of cards takes, with its panel and the space beside it. */
const COLUMN = PAPER_CARD.width + 2 * PANEL_PADDING + PAPER_GAP.across;
/** How many columns a team is tried in. */
const COLUMNS = [1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 27, 36];
/** A block of so many columns may be wider by a few levels that stand in. */
const SLACK = 3 * INDENT;

/** The room there is: how wide a chart may be, and how high a team should be at most, so that it stands on one sheet. */
export type Room = { width: number; tallest: number };

/** A position with all that hangs below it, or (a panel) those of a team that have nobody below. */
export type Block = {
  kind: 'card' | 'panel' | 'top';
  /** The position; of a panel, the one above. */
  id: string;
  width: number;
  height: number;
  /** What stands below the card, in rows from left to right. */
  rows: Block[][];
  /** Several rows hang on a trunk to their left; a single one stands centred below its card. */
  hung: boolean;
  /** Of a panel: who stands in it, and in how many columns. */
  items: string[];
  columns: number;
};

/**
 * A chart in blocks: every team stands in the arrangement that takes the smallest area, from a row of columns to a list.
 * How narrow the teams below had better be is not known beforehand, so each is tried in several widths.
 */
export function blocksOf(model: Model, room: Room): Block {
  const known = new Map<string, Block>();
  const widths = COLUMNS.filter((columns) => columns === 1 || columns * COLUMN <= room.width);

  function blockOf(id: string, columns: number, level: number): Block {
    const key = `${columns} ${id}`;
    let block = known.get(key);
    if (!block) {
      block = cheapest(arrangements(id, columns, level), (one) => cost(one, room));
      known.set(key, block);
    }
    return block;
  }

  function arrangements(id: string, columns: number, level: number): Block[] {
    const { leaders, quiet } = teamOf(model, id);
    if (leaders.length + quiet.length === 0) return [stack(id, [], false)];
    const width = Math.min(columns * COLUMN + SLACK, room.width - level * INDENT);
    const narrower = widths.filter((each) => each <= columns);
    return narrower.flatMap((each) => {
      const blocks = leaders.map((leader) => blockOf(leader, each, level + 1));
      if (quiet.length === 0) return [inRows(id, blocks, width)];
      const panels = leaders.length === 0 ? [each] : narrower.filter((most) => most <= quiet.length);
      return panels.map((most) => inRows(id, [...blocks, panel(id, quiet, most)], width));
    });
  }

  return cheapest(arrangements(TOP, Number.POSITIVE_INFINITY, 0), (block) => costOnSheets(block, room));
}

/** Those of a team under whom others are drawn, and the others, with a place for those who are left out. */
function teamOf(model: Model, id: string): { leaders: string[]; quiet: string[] } {
  const ids = model.teams.get(id)?.ids ?? [];
  const leaders = ids.filter((one) => (model.teams.get(one)?.ids.length ?? 0) > 0);
  const quiet = ids.filter((one) => !leaders.includes(one));
  if (ids.length > 0 && teamSize(model, id) > ids.length) quiet.push(foldId(id));
  return { leaders, quiet };
}

function inRows(id: string, members: Block[], width: number): Block {
  const across = widthOf(members);
  if (across <= width) return stack(id, [members], false);
  const rows: Block[][] = [];
  for (const member of members) {
    const row = rows.at(-1);
    if (row && widthOf([...row, member]) <= width - INDENT) row.push(member);
    else rows.push([member]);
  }
  return stack(id, rows, id !== TOP);
}

function stack(id: string, rows: Block[][], hung: boolean): Block {
  const below = rows.reduce((sum, row) => sum + gapAbove(row) + heightOf(row), 0);
  const card = id === TOP ? { width: 0, height: 0 } : PAPER_CARD;
  const widest = Math.max(0, ...rows.map(widthOf)) + (hung ? INDENT : 0);
  return {
    kind: id === TOP ? 'top' : 'card',
    id,
    width: Math.max(card.width, widest),
    height: card.height + below,
    rows,
    hung,
    items: [],
    columns: 0,
  };
}

function panel(id: string, items: string[], columns: number): Block {
  const rows = Math.ceil(items.length / columns);
  const used = Math.ceil(items.length / rows);
  const width = used * (PAPER_CARD.width + PAPER_GAP.panel) - PAPER_GAP.panel + 2 * PANEL_PADDING;
  const height = rows * (PAPER_CARD.height + PAPER_GAP.panel) - PAPER_GAP.panel + 2 * PANEL_PADDING;
  return { kind: 'panel', id, width, height, rows: [], hung: false, items, columns: used };
}

/** One that stands alone needs no line across above it. */
export function gapAbove(row: readonly Block[]): number {
  return row.length > 1 ? PAPER_GAP.row : PAPER_GAP.alone;
}

export function widthOf(row: readonly Block[]): number {
  return row.reduce((sum, block) => sum + block.width + PAPER_GAP.across, -PAPER_GAP.across);
}

export function heightOf(row: readonly Block[]): number {
  return Math.max(...row.map((block) => block.height));
}

function cheapest(blocks: readonly Block[], costOf: (block: Block) => number): Block {
  const [first, ...others] = blocks.map((block) => ({ block, cost: costOf(block) }));
  if (!first) throw new Error('A team has no arrangement');
  return others.reduce((best, one) => (one.cost < best.cost ? one : best), first).block;
}

/** The area; what does not fit on one sheet counts as more. */
function cost({ width, height }: Block, { tallest }: Room): number {
  return width * height * Math.max(1, height / tallest);
}

/** The whole chart has its sheets to itself, so that only its height counts, as long as it is no wider than they are. */
function costOnSheets({ width, height }: Block, room: Room): number {
  return height * Math.max(1, width / room.width) + width / 1_000;
}
