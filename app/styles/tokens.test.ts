import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, type Oklch } from './contrast.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const HUES = Array.from({ length: 360 }, (_, hue) => hue);
const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) (var\(--\w+\)|[\d.]+)\)`;

type Theme = 'light' | 'dark';

function colour(parts: (string | undefined)[], hue: number): Oklch {
  const [l, c, h = '0'] = parts;
  return { l: Number(l), c: Number(c), h: h.startsWith('var') ? hue : Number(h) };
}

/** The value of `--name` (or of a property of a utility) in one theme, at one hue. */
function pick(css: string, name: string, theme: Theme, hue: number): Oklch {
  const found = new RegExp(String.raw`${name}: light-dark\(${OKLCH}, ${OKLCH}\)`).exec(css);
  if (!found) throw new Error(`No colour ${name}`);
  return colour(theme === 'light' ? found.slice(1, 4) : found.slice(4, 7), hue);
}

/** The lowest contrast over all brand hues, with the hue where it is. */
function lowest(text: string, ground: string, theme: Theme, css = read('tokens.css')) {
  const ratios = HUES.map((hue) => contrast(pick(css, text, theme, hue), pick(css, ground, theme, hue)));
  const ratio = Math.min(...ratios);
  return { ratio, hue: ratios.indexOf(ratio) };
}

const GROUNDS = ['--bg', '--surface', '--sunk', '--raised'];
const TEXT_PAIRS = [
  ...['--ink', '--soft', '--muted', '--brand-ink'].flatMap((text) => GROUNDS.map((on) => [text, on])),
  ...['--ok', '--warn', '--bad'].flatMap((text) => [...GROUNDS, `${text}-soft`].map((on) => [text, on])),
  ['--ink', '--brand-soft'],
  ['--soft', '--brand-soft'],
  ['--brand-ink', '--brand-soft'],
  ['--on-brand', '--brand'],
  ['--on-brand', '--brand-hover'],
  ['--on-bad', '--bad'],
  ['--on-bad', '--bad-hover'],
  ['--bg', '--ink'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('in the %s theme, over all brand hues,', (theme) => {
  it.each(TEXT_PAIRS)('%s on %s reaches 4.5:1 (WCAG 1.4.3)', (text, ground) => {
    expect(lowest(text, ground, theme)).toSatisfy(({ ratio }) => ratio >= 4.5);
  });

  it.each(['--bg', '--surface', '--raised'])('controls stand out from %s by 3:1 (WCAG 1.4.11)', (ground) => {
    expect(lowest('--control-line', ground, theme)).toSatisfy(({ ratio }) => ratio >= 3);
    expect(lowest('--focus', ground, theme)).toSatisfy(({ ratio }) => ratio >= 3);
    expect(lowest('--brand', ground, theme)).toSatisfy(({ ratio }) => ratio >= 3);
  });

  it('initials reach 4.5:1 on every pastel', () => {
    const css = read('app.css').slice(read('app.css').indexOf('@utility avatar-face'));
    expect(lowest('\\n  color', 'background', theme, css)).toSatisfy(({ ratio }) => ratio >= 4.5);
  });
});

describe('the check', () => {
  it('knows black on white', () => {
    expect(contrast({ l: 0, c: 0, h: 0 }, { l: 1, c: 0, h: 0 })).toBeCloseTo(21, 1);
  });

  it('fails a pale brand', () => {
    const css =
      '--x: light-dark(oklch(0.7 0.1 var(--hue)), oklch(0.7 0.1 var(--hue)));\n--y: light-dark(oklch(1 0 0), oklch(1 0 0));';
    expect(lowest('--x', '--y', 'light', css).ratio).toBeLessThan(4.5);
  });
});
