import { fold, foldLoose } from '#server/platform/text/fold.ts';

/** A word of a query: as typed (lower case), and as folded documents may hold it. */
export type Term = { raw: string; forms: string[] };

/** More words are ignored; Meilisearch has the same limit. */
export const MAX_TERMS = 10;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a query, at most ten. */
export function termsOf(query: string): Term[] {
  return wordsIn(query.slice(0, 200)).slice(0, MAX_TERMS).map(term);
}

/** A word as a query means it. */
export function term(word: string): Term {
  return { raw: word.toLowerCase(), forms: formsOf(word) };
}

/** Both spellings of a word without umlauts: `mueller` and `muller` for Müller. */
export function formsOf(word: string): string[] {
  return [...new Set([onlyWord(fold(word)), onlyWord(foldLoose(word))])].filter((form) => form !== '');
}

/** The words of a text. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}

/** A text's words folded, and once more in the looser spelling where that differs. */
export function foldedWords(text: string): string {
  const words = wordsIn(text);
  const folded = words.map((word) => onlyWord(fold(word)));
  const loose = words.map((word) => onlyWord(foldLoose(word)));
  const others = loose.filter((word, index) => word !== folded[index]);
  return [...folded, ...(others.length === 0 ? [] : words.length <= 8 ? loose : others)].join(' ');
}

function onlyWord(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
