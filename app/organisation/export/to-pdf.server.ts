import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Box } from '../chart-layout.ts';
import { EDGE, FOOT, HEAD, type Pages, type Tile, tileName } from './pages.ts';
import type { Palette } from './palette.ts';
import { type Scene, type Shape, touches } from './scene.ts';
import { features, fitText, runsOf, widthOf } from './typeface.server.ts';

/** What stands around the picture on every sheet. */
export type Captions = {
  title: string;
  /** The day it shows. */
  day: string;
  company: string;
  /** "Page 3 of 12" */
  page: (n: number, of: number) => string;
  overview: string;
};

type Pdf = PDFKit.PDFDocument;

/**
 * The picture as PDF: one sheet, or a map of sheets first and then the sheets themselves. Letters are embedded and
 * stay text, so that the file can be searched.
 */
export async function toPdf(
  scene: Scene,
  pages: Pages,
  captions: Captions,
  palette: Palette,
): Promise<Buffer> {
  const { sheet, tiles, scale } = pages;
  const pdf = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    info: { Title: captions.title, Author: captions.company },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  const tiled = tiles.length > 1;
  const of = tiles.length + (tiled ? 1 : 0);
  if (tiled) {
    pdf.addPage();
    caption(pdf, pages, captions, palette, captions.overview, captions.page(1, of));
    drawOverview(pdf, scene, pages, palette);
  }
  for (const [n, tile] of tiles.entries()) {
    // A hundred sheets take seconds: whoever else asks the house something comes in between.
    await setImmediate();
    pdf.addPage();
    const at = captions.page(n + (tiled ? 2 : 1), of);
    caption(pdf, pages, captions, palette, tiled ? tileName(tile) : '', at);
    const room = roomOf(pages);
    pdf.save();
    pdf.rect(room.x, room.y, room.width, room.height).clip();
    // A single picture stands in the middle of its sheet.
    const aside = tiled ? 0 : Math.max(0, room.width - tile.box.width * scale) / 2;
    pdf
      .translate(room.x + aside, room.y)
      .scale(scale)
      .translate(-tile.box.x, -tile.box.y);
    const drawn = { ...tile.box, width: room.width / scale, height: room.height / scale };
    for (const shape of scene.shapes) if (touches(shape, drawn)) draw(pdf, shape);
    pdf.restore();
  }
  pdf.end();
  return whole;
}

function roomOf({ sheet }: Pages): Box {
  return {
    x: EDGE,
    y: EDGE + HEAD,
    width: sheet.width - 2 * EDGE,
    height: sheet.height - 2 * EDGE - HEAD - FOOT,
  };
}

function caption(
  pdf: Pdf,
  { sheet }: Pages,
  words: Captions,
  palette: Palette,
  name: string,
  at: string,
): void {
  const right = sheet.width - EDGE;
  const low = sheet.height - EDGE;
  const dayWidth = widthOf(words.day, 400) * 9;
  const room = right - EDGE - dayWidth - 16;
  write(pdf, {
    text: fitText(words.title, 600, 12, room),
    x: EDGE,
    y: EDGE + 12,
    size: 12,
    weight: 600,
    fill: palette.ink,
  });
  write(pdf, {
    text: words.day,
    x: right - dayWidth,
    y: EDGE + 12,
    size: 9,
    weight: 400,
    fill: palette.soft,
  });
  write(pdf, { text: words.company, x: EDGE, y: low, size: 8, weight: 400, fill: palette.muted });
  const foot = [name, at].filter(Boolean).join(' · ');
  write(pdf, {
    text: foot,
    x: right - widthOf(foot, 400) * 8,
    y: low,
    size: 8,
    weight: 400,
    fill: palette.muted,
  });
}

/** Which sheet shows what: the whole picture small, under a net of the sheets' names. */
function drawOverview(pdf: Pdf, scene: Scene, pages: Pages, palette: Palette): void {
  const room = roomOf(pages);
  const { box, cards } = scene;
  const scale = Math.min(room.width / box.width, room.height / box.height);
  const place = (one: Box): [number, number, number, number] => [
    room.x + (one.x - box.x) * scale,
    room.y + (one.y - box.y) * scale,
    one.width * scale,
    one.height * scale,
  ];
  for (const card of cards) pdf.rect(...place(card)).fill(palette.line);
  pdf
    .save()
    .rect(...place(box))
    .clip();
  for (const tile of pages.tiles) drawTile(pdf, tile, place(within(tile.box, box)), palette);
  pdf.restore();
}

function within(tile: Box, all: Box): Box {
  const width = Math.min(tile.width, all.x + all.width - tile.x);
  const height = Math.min(tile.height, all.y + all.height - tile.y);
  return { x: tile.x, y: tile.y, width, height };
}

function drawTile(
  pdf: Pdf,
  tile: Tile,
  [x, y, width, height]: [number, number, number, number],
  palette: Palette,
): void {
  pdf.lineWidth(0.5).rect(x, y, width, height).stroke(palette.brand);
  const size = Math.min(16, Math.max(7, height / 5));
  write(pdf, {
    text: tileName(tile),
    x: x + width / 2,
    y: y + height / 2 + size / 3,
    size,
    weight: 600,
    fill: palette.brand,
    centred: true,
  });
}

function draw(pdf: Pdf, shape: Shape): void {
  switch (shape.kind) {
    case 'box':
      pdf.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      paint(pdf, shape);
      break;
    case 'disc':
      pdf.circle(shape.x, shape.y, shape.radius);
      paint(pdf, shape);
      break;
    case 'path':
      pdf.path(shape.path);
      paint(pdf, shape);
      break;
    case 'text':
      write(pdf, shape);
  }
}

function paint(pdf: Pdf, { fill, stroke, strokeWidth = 1, dashed }: Exclude<Shape, { kind: 'text' }>): void {
  if (stroke) {
    pdf.lineWidth(strokeWidth);
    if (dashed) pdf.dash(4, { space: 4 });
    else pdf.undash();
  }
  if (fill && stroke) pdf.fillAndStroke(fill, stroke);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke);
}

type Words = Omit<Extract<Shape, { kind: 'text' }>, 'kind'>;

function write(pdf: Pdf, { text, x, y, size, weight, fill, centred }: Words): void {
  let at = centred ? x - (widthOf(text, weight) * size) / 2 : x;
  pdf.fillColor(fill).fontSize(size);
  for (const run of runsOf(text, weight)) {
    pdf.font(run.face.file);
    // Asked for features, pdfkit shapes the run as a whole; word by word, Arabic names would come out turned round.
    // (Its types know a list of features only, which can switch none off.)
    pdf.text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic', features: features() as never });
    at += run.width * size;
  }
}
