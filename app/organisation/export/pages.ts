import type { Box } from '../chart-layout.ts';
import { meets } from '../viewport.ts';
import { SMALLEST } from './scene.ts';

/** Points, as PDF counts: 72 an inch. */
export type Sheet = { width: number; height: number };
export type Tile = { box: Box; column: number; row: number };
export type Pages = {
  sheet: Sheet;
  /** Points per pixel of the picture. */
  scale: number;
  /** In reading order, without those on which nothing stands. */
  tiles: Tile[];
  columns: number;
  rows: number;
};

const SHORT_SIDE = { a4: 595.28, a3: 841.89 };
const LONG_SIDE = { a4: 841.89, a3: 1190.55 };
/** 12.7 mm: what every printer can reach. */
export const EDGE = 36;
/** Room for the title above and the page's name below. */
export const HEAD = 30;
export const FOOT = 22;
/** The smallest letters that are read without effort on paper. */
const LEGIBLE_PT = 8;
/** A picture of few cards is not blown up. */
const LARGEST = 0.85;
const GAP = 6;

/**
 * How a picture is laid on sheets: on one where it stays legible (or where `onePage` wants it so), else on as many as
 * it takes, side by side and below each other. Either way round, whichever needs fewer. Neighbours overlap so far that
 * every card stands whole on one of them.
 */
export function pagesFor(
  scene: { box: Box; cards: readonly Box[] },
  paper: 'a4' | 'a3',
  onePage: boolean,
): Pages {
  const [short, long] = [SHORT_SIDE[paper], LONG_SIDE[paper]];
  const wide = layOut(scene, { width: long, height: short }, onePage);
  const high = layOut(scene, { width: short, height: long }, onePage);
  if (wide.tiles.length !== high.tiles.length) return wide.tiles.length < high.tiles.length ? wide : high;
  return high.scale > wide.scale ? high : wide;
}

function layOut({ box, cards }: { box: Box; cards: readonly Box[] }, sheet: Sheet, onePage: boolean): Pages {
  const room = { width: sheet.width - 2 * EDGE, height: sheet.height - 2 * EDGE - HEAD - FOOT };
  const whole = Math.min(LARGEST, room.width / box.width, room.height / box.height);
  const legible = LEGIBLE_PT / SMALLEST;
  if (onePage || whole >= legible)
    return { sheet, scale: whole, tiles: [{ box, column: 0, row: 0 }], columns: 1, rows: 1 };
  const [width, height] = [room.width / legible, room.height / legible];
  const columns = windows(
    cards.map((card) => ({ from: card.x, to: card.x + card.width })),
    { from: box.x, to: box.x + box.width },
    width,
  );
  const rows = windows(
    cards.map((card) => ({ from: card.y, to: card.y + card.height })),
    { from: box.y, to: box.y + box.height },
    height,
  );
  const tiles = rows.flatMap((y, row) =>
    columns.map((x, column) => ({ box: { x, y, width, height }, column, row })),
  );
  return {
    sheet,
    scale: legible,
    tiles: tiles.filter((tile) => cards.some((card) => meets(card, tile.box))),
    columns: columns.length,
    rows: rows.length,
  };
}

type Span = { from: number; to: number };

/** Where windows of a size begin so that together they show all, and each span that fits into one whole in one of them. */
export function windows(spans: readonly Span[], all: Span, size: number): number[] {
  const starts = [all.from];
  for (let start = all.from; start + size < all.to; ) {
    const end = start + size;
    const cut = spans.filter((span) => span.from > start && span.from < end && span.to > end);
    const next = Math.min(end, ...cut.map((span) => span.from - GAP));
    // A span longer than the window is cut, whatever one does.
    start = next > start ? next : end;
    starts.push(start);
  }
  return starts;
}

/** "A1", "B1", … "AA3": columns as letters, rows as numbers, as on a map. */
export function tileName({ column, row }: Pick<Tile, 'column' | 'row'>): string {
  let letters = '';
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1)
    letters = String.fromCharCode(65 + (n % 26)) + letters;
  return `${letters}${row + 1}`;
}
