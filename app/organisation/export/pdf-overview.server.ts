import { meets } from '../canvas/viewport.ts';
import type { Box } from '../chart-layout.ts';
import { type Pages, roomOf } from './pages.ts';
import type { Palette } from './palette.ts';
import { type Pdf, write } from './pdf-shapes.server.ts';
import type { Scene } from './scene.ts';
import { firstOn } from './sheet-names.ts';
import { fitText } from './typeface.server.ts';

const GAP = 12;
/** Below each sheet: its number, and who stands first on it. */
const LABEL = 12;

/** All sheets small, side by side in reading order, with the number of each. */
export function drawOverview(pdf: Pdf, { cards }: Scene, { sheet, tiles }: Pages, palette: Palette): void {
  const room = roomOf(sheet);
  const columns = Math.ceil(Math.sqrt(tiles.length));
  const rows = Math.ceil(tiles.length / columns);
  const cell = { width: room.width / columns, height: room.height / rows };
  for (const [n, tile] of tiles.entries()) {
    const scale = Math.min((cell.width - GAP) / tile.width, (cell.height - GAP - LABEL) / tile.height);
    const small: Box = {
      x: room.x + (n % columns) * cell.width,
      y: room.y + Math.floor(n / columns) * cell.height,
      width: tile.width * scale,
      height: tile.height * scale,
    };
    for (const card of cards) {
      if (!meets(card, tile)) continue;
      const [x, y] = [small.x + (card.x - tile.x) * scale, small.y + (card.y - tile.y) * scale];
      pdf.rect(x, y, card.width * scale, card.height * scale).fill(palette.line);
    }
    pdf.lineWidth(0.5).rect(small.x, small.y, small.width, small.height).stroke(palette.controlLine);
    // The overview itself is the first page.
    const number = String(n + 2);
    const y = small.y + small.height + LABEL - 3;
    write(pdf, { text: number, x: small.x, y, size: 8, weight: 600, fill: palette.ink });
    const name = fitText(firstOn(cards, tile)?.label ?? '', 400, 8, small.width - 20);
    write(pdf, { text: name, x: small.x + 18, y, size: 8, weight: 400, fill: palette.soft });
  }
}
