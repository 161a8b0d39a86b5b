import { basename } from 'node:path';
import { interFor } from './inter-css.server.ts';
import type { Scene, Shape } from './scene.ts';
import { layOut, type Run, runsOf, widthOf } from './typeface.server.ts';

type TextShape = Extract<Shape, { kind: 'text' }>;
/** Writes a text, and then what all of them need before the first one. */
type Pen = { write: (shape: TextShape) => string; definitions: () => string };

/** A picture to look at, to edit and to search: texts are texts, and bring their letters along. */
export function toSvg(scene: Scene, title: string): string {
  return svg(scene, title, 1, textPen());
}

/** The same with letters drawn as outlines, for a program that knows no typeface. `scale` is pixels per pixel. */
export function toOutlinedSvg(scene: Scene, scale: number): string {
  return svg(scene, '', scale, outlinePen());
}

function svg({ box, shapes }: Scene, title: string, scale: number, pen: Pen): string {
  const body = shapes.map((shape) => draw(shape, pen)).join('\n');
  const [width, height] = [Math.ceil(box.width * scale), Math.ceil(box.height * scale)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${number(box.x)} ${number(box.y)} ${number(box.width)} ${number(box.height)}" role="img">`,
    title && `<title>${asXml(title)}</title>`,
    pen.definitions(),
    `<rect x="${number(box.x)}" y="${number(box.y)}" width="100%" height="100%" fill="#fff"/>`,
    body,
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
}

function draw(shape: Shape, pen: Pen): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, radius } = shape;
      return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="${radius}"${look(shape)}/>`;
    }
    case 'disc':
      return `<circle cx="${number(shape.x)}" cy="${number(shape.y)}" r="${shape.radius}"${look(shape)}/>`;
    case 'path':
      return `<path d="${shape.path}"${look(shape)}/>`;
    case 'text':
      return pen.write(shape);
  }
}

function look({ fill, stroke, strokeWidth = 1, dashed }: Exclude<Shape, TextShape>): string {
  const line = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth}"` : '';
  return ` fill="${fill ?? 'none'}"${line}${dashed ? ' stroke-dasharray="4 4"' : ''}`;
}

function textPen(): Pen {
  const used = new Set<string>();
  return {
    write: ({ text, x, y, size, weight, fill, centred }) => {
      for (const letter of text) used.add(letter);
      return `<text x="${number(x)}" y="${number(y)}" font-size="${number(size)}" font-weight="${weight}" fill="${fill}"${centred ? ' text-anchor="middle"' : ''}>${asXml(text)}</text>`;
    },
    definitions: () =>
      `<style>text{font-family:"Inter Variable",Inter,sans-serif}${interFor(used).join('')}</style>`,
  };
}

function outlinePen(): Pen {
  const glyphs = new Map<string, string>();
  const write = ({ text, x, y, size, weight, fill, centred }: TextShape) => {
    let at = centred ? x - (widthOf(text, weight) * size) / 2 : x;
    const runs = runsOf(text, weight).map((run) => {
      const start = at;
      at += run.width * size;
      const scale = size / run.face.font.unitsPerEm;
      return `<g transform="translate(${number(start)} ${number(y)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})">${outlines(run, glyphs)}</g>`;
    });
    return `<g fill="${fill}">${runs.join('')}</g>`;
  };
  const definitions = () =>
    `<defs>${[...glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join('')}</defs>`;
  return { write, definitions };
}

function outlines({ face, text }: Run, glyphs: Map<string, string>): string {
  const { glyphs: drawn, positions } = layOut({ face, text });
  let pen = 0;
  return drawn
    .map((glyph, n) => {
      const id = `${basename(face.file, '.ttf')}-${glyph.id}`;
      if (!glyphs.has(id)) glyphs.set(id, glyph.path.toSVG());
      const { xOffset = 0, yOffset = 0, xAdvance = glyph.advanceWidth } = positions[n] ?? {};
      const use = `<use href="#${id}" x="${number(pen + xOffset)}" y="${number(yOffset)}"/>`;
      pen += xAdvance;
      return use;
    })
    .join('');
}

function asXml(text: string): string {
  // What XML 1.0 cannot hold at all goes; whatever else somebody called a position, stays.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const storable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return storable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
