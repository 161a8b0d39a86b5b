import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

export type Weight = 400 | 600;
/** One file of a typeface, in a weight. */
export type Face = { file: string; font: Font };
/** A stretch of a text that one face can write, and how wide it is at size 1. */
export type Run = { face: Face; text: string; rightToLeft: boolean; width: number };

const require = createRequire(import.meta.url);
const faces = new Map<Weight, [Face, Face]>();

/** Asked in this order for each letter. */
function facesOf(weight: Weight): [Face, Face] {
  const ready = faces.get(weight);
  if (ready) return ready;
  const style = weight === 400 ? '400Regular' : '600SemiBold';
  const opened: [Face, Face] = [
    open(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`),
    open(`@expo-google-fonts/noto-sans-arabic/${style}/NotoSansArabic_${style}.ttf`),
  ];
  faces.set(weight, opened);
  return opened;
}

function open(path: string): Face {
  const file = require.resolve(path);
  const font = openSync(file);
  if (!('layout' in font)) throw new Error(`${file} holds more than one font`);
  return { file, font };
}

const NO_LETTER = '□';
const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;
const PICTOGRAPH = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{200d}|\u{fe0f}/u;

const known = new Map<string, Run[]>();
const TEXTS_KEPT = 20_000;

/**
 * A text as runs from left to right, each in a face that has its letters. What no face can write (Chinese, say) stands
 * as a box, small pictures are left out.
 */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const key = `${weight}${text}`;
  let runs = known.get(key);
  if (!runs) {
    runs = toRuns(text, weight);
    // The same names and titles come again with every chart.
    if (known.size >= TEXTS_KEPT) known.clear();
    known.set(key, runs);
  }
  return runs;
}

function toRuns(text: string, weight: Weight): Run[] {
  const [first, ...others] = facesOf(weight);
  const parts: Omit<Run, 'width'>[] = [];
  for (const letter of text.normalize('NFC')) {
    const last = parts.at(-1);
    // A space goes with the word before it.
    const order = letter === ' ' && last ? [last.face] : [first, ...others];
    const face = order.find((one) => one.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    if ((!face && PICTOGRAPH.test(letter)) || (letter === ' ' && !last)) continue;
    const used = face ?? first;
    const written = face ? letter : NO_LETTER;
    if (last?.face === used) last.text += written;
    else parts.push({ face: used, text: written, rightToLeft: RIGHT_TO_LEFT.test(letter) });
  }
  // A name that begins from the right goes on to the left of it.
  if (parts[0]?.rightToLeft) parts.reverse();
  return parts.map((part) => ({
    ...part,
    width: layOut(part).advanceWidth / part.face.font.unitsPerEm,
  }));
}

/** How wide a text is at size 1. */
export function widthOf(text: string, weight: Weight): number {
  return runsOf(text, weight).reduce((sum, run) => sum + run.width, 0);
}

/** Inter's contextual alternates take most of the time and change nothing in a name. */
export const features = () => ({ calt: false });

/** The glyphs of a run, from left to right. */
export function layOut({ face, text }: Pick<Run, 'face' | 'text'>) {
  return face.font.layout(text, features());
}

const letters = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** The text, cut with an ellipsis where it is wider than `width` at `size`. */
export function fitText(text: string, weight: Weight, size: number, width: number): string {
  const most = width / size;
  if (widthOf(text, weight) <= most) return text;
  const parts = [...letters.segment(text)].map((part) => part.segment);
  let [fits, tooMany] = [0, parts.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (widthOf(`${parts.slice(0, middle).join('')}…`, weight) <= most) fits = middle;
    else tooMany = middle;
  }
  return `${parts.slice(0, fits).join('').trimEnd()}…`;
}

/** The text on at most two lines; what is left over is cut. */
export function twoLines(text: string, weight: Weight, size: number, width: number): string[] {
  if (widthOf(text, weight) <= width / size) return [text];
  const words = text.split(' ');
  let first = '';
  while (words.length > 1) {
    const longer = first ? `${first} ${words[0]}` : (words[0] ?? '');
    if (widthOf(longer, weight) > width / size) break;
    first = longer;
    words.shift();
  }
  if (!first) return [fitText(text, weight, size, width)];
  return [first, fitText(words.join(' '), weight, size, width)];
}
