import { readFile } from 'node:fs/promises';
import { isAppError } from '#server/platform/errors.ts';

/** Writes a text into a field and reads it as somebody would who opens the page afterwards. */
export type Write = (text: string) => Promise<string | undefined>;
type Answer = { stored: string | undefined } | { refused: Record<string, string[]> } | { broke: string };

/** Beyond the list: what PostgreSQL does not store (NUL), what UTF-8 does not write (half a pair), and far too much. */
const MORE: [what: string, text: string][] = [
  ['a NUL', 'before\u0000after'],
  ['half a surrogate pair', 'half \ud83d only'],
  ['a megabyte', 'ä'.repeat(524_288)],
  ['nothing but white space', ' \n\u00a0\u2003 '],
  ['a zero-width joiner alone', '\u200d'],
];

/** How much of the rest of the list goes into one text, in characters. */
const TOGETHER = 1_500;

/**
 * The Big List of Naughty Strings: the most telling ones each alone, the rest of it in a few long texts, which a short
 * field may refuse; and {@link MORE}.
 */
export async function hostileTexts(): Promise<[what: string, text: string][]> {
  const file = await readFile(new URL('../fixtures/naughty-strings.json', import.meta.url), 'utf8');
  const { strings, rest } = JSON.parse(file) as { strings: string[]; rest: string[] };
  const together: string[] = [];
  for (const string of rest) {
    const longer = `${together.at(-1) ?? ''}\n${string}`;
    if (together.length === 0 || longer.length > TOGETHER) together.push(string);
    else together[together.length - 1] = longer;
  }
  return [...[...strings, ...together].map((text): [string, string] => [text, text]), ...MORE];
}

/** Every string of the list by itself, and {@link MORE}. */
export async function everyText(): Promise<string[]> {
  const file = await readFile(new URL('../fixtures/naughty-strings.json', import.meta.url), 'utf8');
  const { strings, rest } = JSON.parse(file) as { strings: string[]; rest: string[] };
  return [...strings, ...rest, ...MORE.map(([, text]) => text)];
}

/** Of each sort of them one or two, and {@link MORE}: for what reads no words at all. */
export async function fewTexts(): Promise<string[]> {
  const all = (await hostileTexts()).map(([, text]) => text);
  return [...all.slice(0, -MORE.length).filter((_, n) => n % 6 === 0), ...all.slice(-MORE.length)];
}

/** What a field says to a text. */
export async function answerTo(write: Write, text: string): Promise<Answer> {
  try {
    return { stored: await write(text) };
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid' && error.details.fields)
      return { refused: error.details.fields };
    return { broke: String(error).slice(0, 300) };
  }
}

const trimmed = (text: string) => text.trim();
/** How a line is kept: on one line. */
export const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What is wrong with an answer; null for nothing. `kept` is what the field says that it makes of a text. */
export function fault(text: string, answer: Answer, kept = trimmed): unknown {
  if ('broke' in answer) return answer;
  if ('stored' in answer) return answer.stored === kept(text) ? null : answer;
  const keys = Object.values(answer.refused).flat();
  return keys.length > 0 && keys.every((key) => /^[a-z]+\.[a-zA-Z]+$/.test(key)) ? null : answer;
}

/** Everything that a field breaks, changes or loses of them all; an empty list is right. */
export async function faultsOf(write: Write, kept?: (text: string) => string): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const [what, text] of await hostileTexts()) {
    const found = fault(text, await answerTo(write, text), kept);
    if (found) faults.push([what, found]);
  }
  return faults;
}
