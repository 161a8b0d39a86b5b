/** Typing mistakes forgiven in a word, as Meilisearch does: none below five letters, one, two from nine. */
export function mistakesAllowed(word: string): number {
  return word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
}

/** Whether `word` is `typed` with few enough mistakes; one in the first letter counts twice. */
export function isNear(typed: string, word: string): boolean {
  const allowed = mistakesAllowed(typed);
  if (allowed === 0 || Math.abs(typed.length - word.length) > allowed) return false;
  const first = typed[0] !== word[0] && typed[0] !== word[1] ? 1 : 0;
  return distance(typed, word) + first <= allowed;
}

/** A word with each pair of neighbouring letters swapped: too unlike in short words for trigrams to find. */
export function swaps(word: string): string[] {
  const letters = [...word];
  return letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
}

/** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] as number) + 1);
      line.push(least);
    }
    before = last;
    last = line;
  }
  return last[b.length] as number;
}
