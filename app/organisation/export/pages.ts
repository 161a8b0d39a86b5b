import { meets } from '../canvas/viewport.ts';
import type { Box } from '../chart-layout.ts';
import type { Model } from '../chart-model.ts';
import { PAPER_CARD } from './paper-blocks.ts';
import { type PaperLayout, paperLayout } from './paper-layout.ts';
import { SMALLEST } from './scene.ts';

/** Points, as PDF counts: 72 an inch. */
export type Sheet = { width: number; height: number };
export type Pages = {
  sheet: Sheet;
  /** Points per pixel of the picture. */
  scale: number;
  /** What of the picture stands on each sheet, in reading order. */
  tiles: Box[];
};
export type Paper = 'a4' | 'a3';

const SHORT_SIDE = { a4: 595.28, a3: 841.89 };
const LONG_SIDE = { a4: 841.89, a3: 1190.55 };
/** 12.7 mm: what every printer can reach. */
export const EDGE = 36;
/** Room for the title above and the page's name below. */
export const HEAD = 30;
export const FOOT = 22;
/** The smallest letters that are read without effort on paper. */
const LEGIBLE = 8 / SMALLEST;
/** A picture of few cards is not blown up. */
const LARGEST = 0.9;
/** One of many is drawn smaller where that saves a sheet, as far as it stays legible. */
const SCALES = [0.81, LEGIBLE];
/** More cards than A3 can hold are not tried on one sheet. */
const MOST_ON_ONE = 120;
/** Beside that of a screen, how wide a picture is tried that stands on one sheet. */
const WIDTHS = [0.7, 0.85, 1, 1.2, 1.5, 2];
/** And how much of the height a team may take before it is rather made wide. */
const TALLEST = [1, 0.6, 0.35];
const SCREEN = { width: 16, height: 10 };

/**
 * A chart laid on sheets: on one where it stays legible, else on as many as it takes, each as wide as the chart, so that
 * they are read one after the other and nothing has to be glued. Either way round, whichever needs fewer.
 */
export function onSheets(model: Model, paper: Paper, dotted: boolean): { layout: PaperLayout; pages: Pages } {
  const single = model.cards.size <= MOST_ON_ONE ? onOneSheet(model, paper, dotted) : null;
  if (single && single.pages.scale >= LEGIBLE) return single;
  const found: { layout: PaperLayout; pages: Pages }[] = [];
  for (const scale of SCALES) {
    for (const sheet of sheetsOf(paper)) {
      const room = roomOf(sheet);
      const [width, height] = [room.width / scale, room.height / scale];
      const layout = paperLayout(model, { width, tallest: height }, height, dotted);
      found.push({ layout, pages: { sheet, scale, tiles: tilesOf(layout, { width, height }) } });
    }
  }
  return found.reduce((best, one) => (one.pages.tiles.length < best.pages.tiles.length ? one : best));
}

/** All of a chart on one sheet, however small the print becomes. */
export function onOneSheet(
  model: Model,
  paper: Paper,
  dotted: boolean,
): { layout: PaperLayout; pages: Pages } {
  const fitted = sheetsOf(paper).map((sheet) => {
    const room = roomOf(sheet);
    const layout = asPicture(model, dotted, room);
    const { width, height } = layout.box;
    const scale = Math.min(LARGEST, room.width / width, room.height / height);
    return { layout, pages: { sheet, scale, tiles: [layout.box] } };
  });
  return fitted.reduce((best, one) => (one.pages.scale > best.pages.scale ? one : best));
}

/** A chart as one picture of about the shape of `frame`: that of a screen, if nothing else is said. */
export function asPicture(model: Model, dotted: boolean, frame: Sheet = SCREEN): PaperLayout {
  const ratio = frame.width / frame.height;
  // A card takes about three times its area with what is free around it.
  const usual = Math.sqrt(3 * model.cards.size * PAPER_CARD.width * PAPER_CARD.height * ratio);
  const rooms = WIDTHS.flatMap((factor) => {
    const width = Math.max(PAPER_CARD.width * 2, usual * factor);
    return TALLEST.map((part) => ({ width, tallest: (part * width) / ratio }));
  });
  const layouts = rooms.map((room) => paperLayout(model, room, Number.POSITIVE_INFINITY, dotted));
  const size = ({ box }: PaperLayout) => Math.max(box.width / ratio, box.height);
  return layouts.reduce((best, one) => (size(one) < size(best) ? one : best));
}

function sheetsOf(paper: Paper): [wide: Sheet, high: Sheet] {
  const [short, long] = [SHORT_SIDE[paper], LONG_SIDE[paper]];
  return [
    { width: long, height: short },
    { width: short, height: long },
  ];
}

/** What a sheet leaves to the picture. */
export function roomOf(sheet: Sheet): Box {
  return {
    x: EDGE,
    y: EDGE + HEAD,
    width: sheet.width - 2 * EDGE,
    height: sheet.height - 2 * EDGE - HEAD - FOOT,
  };
}

/** A chart with more levels than a sheet has room for goes on to its right; sheets on which nothing stands fall away. */
function tilesOf({ box, nodes }: PaperLayout, { width, height }: Sheet): Box[] {
  const rows = Math.max(1, Math.ceil(box.height / height));
  const lefts = windows(
    nodes.map((node) => ({ from: node.x, to: node.x + node.width })),
    { from: box.x, to: box.x + box.width },
    width,
  );
  const tiles = Array.from({ length: rows }, (_, row) =>
    lefts.map((x) => ({ x, y: row * height, width, height })),
  );
  return tiles.flat().filter((tile) => nodes.some((node) => meets(node, tile)));
}

type Span = { from: number; to: number };
const GAP = 6;

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
