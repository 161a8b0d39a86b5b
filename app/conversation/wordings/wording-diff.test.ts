import { expect, test } from 'vitest';
import { wordingDiff } from './wording-diff.ts';

const of = (before: string, after: string) =>
  wordingDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

test.each([
  ['Soup today', 'Soup today', 'Soup today'],
  ['Soup today', 'Soup tomorrow', 'Soup [-today][+tomorrow]'],
  ['Soup', 'Soup and salad', 'Soup[+ and salad]'],
  ['a b c d', 'a c d', 'a [-b ]c d'],
  ['', 'New', '[+New]'],
])('%s → %s', (before, after, expected) => {
  expect(of(before, after)).toBe(expected);
});

test('both wordings can be read from it, also of a long text', () => {
  const long = Array.from({ length: 4_000 }, (_, index) => `w${index}`).join(' ');
  const other = long.split('').reverse().join('');
  for (const [before, after] of [
    [long, other],
    ['one two  three', 'two\nthree four'],
  ] as const) {
    const found = wordingDiff(before, after);
    const only = (kind: string) =>
      found.flatMap((part) => (part.kind === kind || part.kind === 'same' ? part.text : []));
    expect([only('removed').join(''), only('added').join('')]).toEqual([before, after]);
  }
});
