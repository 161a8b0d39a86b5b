import type { Shape } from './scene.ts';
import { features, runsOf, widthOf } from './typeface.server.ts';

export type Pdf = PDFKit.PDFDocument;

/** Draws one shape where the page's own coordinates put it. */
export function draw(pdf: Pdf, shape: Shape): void {
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

/** Writes a text on one line; letters stay letters. */
export function write(pdf: Pdf, { text, x, y, size, weight, fill, centred }: Words): void {
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
