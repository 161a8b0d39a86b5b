import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

type Part = { css: string; file: string; ranges: [number, number][] };
let parts: Part[] | undefined;

/** Inter as CSS that brings its letters along: of its parts (Latin, Greek …) only those that these letters need. */
export function interFor(letters: Iterable<string>): string[] {
  parts ??= readParts();
  const codes = [...letters].map((letter) => letter.codePointAt(0) ?? 0);
  return parts
    .filter(({ ranges }) => codes.some((code) => ranges.some(([from, to]) => code >= from && code <= to)))
    .map(({ css, file }) =>
      css.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${readFileSync(file, 'base64')})`),
    );
}

/** The parts as the package's own style sheet names them. */
function readParts(): Part[] {
  const sheet = require.resolve('@fontsource-variable/inter/index.css');
  const blocks = readFileSync(sheet, 'utf8').match(/@font-face \{[^}]*\}/g) ?? [];
  return blocks.flatMap((css) => {
    const file = /url\(([^)]*)\)/.exec(css)?.[1];
    const range = /unicode-range: ([^;]*);/.exec(css)?.[1];
    if (!file || !range) return [];
    return [{ css, file: join(dirname(sheet), file), ranges: range.split(',').map(toRange) }];
  });
}

/** "U+0100-02BA" or "U+2122". */
function toRange(text: string): [number, number] {
  const [from = '', to = from] = text.trim().slice(2).split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
