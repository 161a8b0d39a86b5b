import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { EDGE, type Pages, roomOf } from './pages.ts';
import type { Palette } from './palette.ts';
import { drawOverview } from './pdf-overview.server.ts';
import { draw, type Pdf, write } from './pdf-shapes.server.ts';
import { type Scene, touches } from './scene.ts';
import { namesAbove } from './sheet-names.ts';
import { fitText, widthOf } from './typeface.server.ts';

/** What stands around the picture on every sheet. */
export type Captions = {
  title: string;
  /** The day it shows. */
  day: string;
  company: string;
  /** "Page 3 of 12" */
  page: (n: number, of: number) => string;
  overview: string;
  /** "below Mara Süß › Jonas Böttger" */
  continued: (names: string) => string;
};

/**
 * The picture as PDF: one sheet, or all sheets small on the first one and then the sheets themselves. Letters are embedded and
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
    const above = namesAbove(scene.cards, tile);
    caption(pdf, pages, captions, palette, above && captions.continued(above), at);
    const room = roomOf(sheet);
    pdf.save();
    pdf.rect(room.x, room.y, room.width, room.height).clip();
    // A single picture stands in the middle of its sheet.
    const aside = tiled ? 0 : Math.max(0, room.width - tile.width * scale) / 2;
    pdf
      .translate(room.x + aside, room.y)
      .scale(scale)
      .translate(-tile.x, -tile.y);
    const drawn = { ...tile, width: room.width / scale, height: room.height / scale };
    for (const shape of scene.shapes) if (touches(shape, drawn)) draw(pdf, shape);
    pdf.restore();
  }
  pdf.end();
  return whole;
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
  const title = fitText(words.title, 600, 12, room);
  write(pdf, { text: title, x: EDGE, y: EDGE + 12, size: 12, weight: 600, fill: palette.ink });
  const taken = widthOf(title, 600) * 12 + 10;
  write(pdf, {
    text: fitText(name, 400, 9, room - taken),
    x: EDGE + taken,
    y: EDGE + 12,
    size: 9,
    weight: 400,
    fill: palette.soft,
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
  write(pdf, {
    text: at,
    x: right - widthOf(at, 400) * 8,
    y: low,
    size: 8,
    weight: 400,
    fill: palette.muted,
  });
}
