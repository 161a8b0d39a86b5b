const PAUSE_MS = 700;

/** What has been typed so far, and when the last letter came; kept by whoever listens. */
export type Typed = { text: string; at: number };

export const NOTHING_TYPED: Typed = { text: '', at: 0 };

/**
 * Takes one more letter in and says which of `names` it leads to, or -1: the next after `from` of which a word begins
 * with what was typed. One letter goes on to the next one; more letters, typed quickly, may stay where they are.
 */
export function typeAhead(
  typed: Typed,
  letter: string,
  names: readonly string[],
  from: number,
): { typed: Typed; at: number } {
  const now = Date.now();
  const text = (now - typed.at < PAUSE_MS ? typed.text : '') + letter.toLocaleLowerCase();
  const start = text.length > 1 ? from : from + 1;
  const order = names.map((_, n) => (start + n) % names.length);
  const at = order.find((n) => startsWith(names[n] ?? '', text)) ?? -1;
  return { typed: { text, at: now }, at };
}

/** True for a key that stands for a letter or a digit. */
export function isLetter(key: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(key);
}

function startsWith(name: string, text: string): boolean {
  return name
    .toLocaleLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(text));
}
