import type { Box } from '../chart-layout.ts';
import type { Model } from '../chart-model.ts';
import { dottedPath } from '../line-path.ts';
import {
  type Block,
  blocksOf,
  gapAbove,
  heightOf,
  INDENT,
  PANEL_PADDING,
  PAPER_CARD,
  PAPER_GAP,
  type Room,
  widthOf,
} from './paper-blocks.ts';

/** A card in its place, or the box that stands for those of a team who are left out. */
export type OnPaper = Box & { id: string };
export type PaperLine = { path: string; box: Box; kind: 'primary' | 'dotted' };
export type PaperLayout = { nodes: OnPaper[]; panels: Box[]; lines: PaperLine[]; box: Box };

/** Free space along the edges of the whole, and at the upper edge of each sheet, where a line may come in. */
const MARGIN = 18;
/** A trunk goes down so far from the left edge of its card. */
const TRUNK = 9;
/** With the count that hangs on a card's lower edge. */
const HANGING = 10;

/**
 * Where every card stands on paper. `sheet` is the height of one: no card lies across two of them, and a team that fits
 * on one is kept together unless more than a quarter of a sheet would stay empty for it.
 */
export function paperLayout(model: Model, room: Room, sheet: number, dotted: boolean): PaperLayout {
  const nodes: OnPaper[] = [];
  const panels: Box[] = [];
  const lines: PaperLine[] = [];

  /** Places a block, and says where it ends. */
  function place(block: Block, x: number, y: number): number {
    if (block.kind === 'panel') return placePanel(block, x, y);
    const card = { id: block.id, x: x + cardAside(block), y, ...PAPER_CARD };
    if (block.kind === 'card') nodes.push(card);
    // Those at the top begin at the edge; all others below a card.
    let end = block.kind === 'card' ? y + PAPER_CARD.height : y - gapAbove(block.rows[0] ?? []);
    for (const [n, row] of block.rows.entries()) {
      const top = startOf(row, n === 0, end + gapAbove(row));
      let left = x + (block.hung ? INDENT : Math.max(0, (block.width - widthOf(row)) / 2));
      const ends: number[] = [];
      for (const member of row) {
        const join = block.hung ? hang : drop;
        if (block.kind === 'card') lines.push(join(card, member, left, top, row));
        ends.push(place(member, left, top));
        left += member.width + PAPER_GAP.across;
      }
      end = Math.max(...ends);
    }
    return end;
  }

  function placePanel({ items, columns, width }: Block, x: number, y: number): number {
    let top = y + PANEL_PADDING;
    for (let n = 0; n < items.length; n += columns) {
      top = onSheet(top, PAPER_CARD.height, PAPER_CARD.height);
      for (const [column, id] of items.slice(n, n + columns).entries()) {
        const left = x + PANEL_PADDING + column * (PAPER_CARD.width + PAPER_GAP.panel);
        nodes.push({ id, x: left, y: top, ...PAPER_CARD });
      }
      top += PAPER_CARD.height + PAPER_GAP.panel;
    }
    const end = top - PAPER_GAP.panel + PANEL_PADDING;
    panels.push({ x, y, width, height: end - y });
    return end;
  }

  /** The first row keeps to the card above it; the others stand whole on a sheet, if that is not too dear. */
  function startOf(row: readonly Block[], first: boolean, y: number): number {
    const least = Math.min(sheet / 2, Math.max(...row.map(beginning)));
    return onSheet(y, first ? least : heightOf(row), least);
  }

  function onSheet(y: number, height: number, least: number): number {
    if (!Number.isFinite(sheet)) return y;
    const end = (Math.floor(y / sheet) + 1) * sheet - HANGING;
    if (y + height <= end) return y;
    const fits = height <= sheet - MARGIN - HANGING;
    return end - y < least || (fits && end - y < sheet / 4) ? end + HANGING + MARGIN : y;
  }

  place(blocksOf(model, room), MARGIN, MARGIN);
  if (dotted) lines.push(...dottedLines(model, nodes));
  const right = Math.max(0, ...[...nodes, ...panels].map((one) => one.x + one.width));
  const low = Math.max(0, ...[...nodes, ...panels].map((one) => one.y + one.height));
  return { nodes, panels, lines, box: { x: 0, y: 0, width: right + MARGIN, height: low + MARGIN } };
}

/** How much of a block has to stand on the sheet on which it begins: every card with some of those below it. */
function beginning(block: Block): number {
  if (block.kind === 'panel') return PANEL_PADDING + PAPER_CARD.height;
  const [first] = block.rows;
  return PAPER_CARD.height + (first ? gapAbove(first) + Math.max(...first.map(beginning)) : 0);
}

/** A card stands over the middle of its row; what hangs on a trunk has it at the left. */
function cardAside({ kind, hung, width }: Block): number {
  return kind !== 'card' || hung ? 0 : (width - PAPER_CARD.width) / 2;
}

/** Where a line meets a block from above: the middle of its card, or of the panel. */
function middleOf(block: Block, left: number): number {
  return left + (block.kind === 'panel' ? block.width / 2 : cardAside(block) + PAPER_CARD.width / 2);
}

/** From the middle of a card across and down to one of its row. */
function drop(card: Box, member: Block, left: number, top: number, row: readonly Block[]): PaperLine {
  const from = { x: card.x + card.width / 2, y: card.y + card.height };
  return line(from.x, from.y, top - gapAbove(row) / 2, middleOf(member, left), top);
}

/** From the trunk at the left of a card into the side of one that stands alone, else across above the row and down. */
function hang(card: Box, member: Block, left: number, top: number, row: readonly Block[]): PaperLine {
  const x = card.x + TRUNK;
  const from = card.y + card.height;
  if (row.length > 1) return line(x, from, top - gapAbove(row) / 2, middleOf(member, left), top);
  const into = left + cardAside(member);
  const middle = top + PAPER_CARD.height / 2;
  return { kind: 'primary', path: `M${x} ${from}V${middle}H${into}`, box: around(x, from, into, middle) };
}

function line(x: number, y: number, bus: number, toX: number, toY: number): PaperLine {
  return { kind: 'primary', path: `M${x} ${y}V${bus}H${toX}V${toY}`, box: around(x, y, toX, toY) };
}

function around(x: number, y: number, toX: number, toY: number): Box {
  return { x: Math.min(x, toX), y, width: Math.abs(toX - x), height: toY - y };
}

function dottedLines(model: Model, nodes: readonly OnPaper[]): PaperLine[] {
  const placed = new Map(nodes.map((node) => [node.id, node]));
  return nodes.flatMap((node) =>
    (model.cards.get(node.id)?.dotted ?? []).flatMap(({ id }) => {
      const manager = placed.get(id);
      return manager ? [{ kind: 'dotted' as const, ...dottedPath(manager, node, PAPER_GAP.row) }] : [];
    }),
  );
}
