import { expect, test } from 'vitest';
import { distance, isNear } from './near-words.ts';

test.each([
  ['lindemann', 'lindeman', 1],
  ['aylin', 'aylni', 1],
  ['kaya', 'kaya', 0],
  ['boettger', 'boetger', 1],
  ['müller', 'mueller', 2],
  ['', 'abc', 3],
])('%s to %s: %i', (a, b, steps) => {
  expect(distance(a, b)).toBe(steps);
  expect(distance(b, a)).toBe(steps);
});

test('mistakes are forgiven by length, the first letter is dear', () => {
  expect(isNear('kaza', 'kaya')).toBe(false);
  expect(isNear('aylni', 'aylin')).toBe(true);
  expect(isNear('xylin', 'aylin')).toBe(false);
  expect(isNear('lidnemamn', 'lindemann')).toBe(true);
  expect(isNear('weisss', 'weiss')).toBe(true);
});
