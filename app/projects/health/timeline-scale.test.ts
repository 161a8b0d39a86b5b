import { expect, test } from 'vitest';
import { placeFlags } from './timeline-scale.ts';

test('the words of each flag have a line of their own, the newest on top, towards the middle', () => {
  expect(placeFlags([4, 95, 98])).toEqual([
    { side: 'after', line: 2 },
    { side: 'before', line: 1 },
    { side: 'before', line: 0 },
  ]);
});

test('where there is no room left the oldest go without words: the table has them', () => {
  const lines = placeFlags([20, 30, 92, 93, 94, 95]).map((flag) => flag?.line ?? null);
  expect(lines).toEqual([null, null, 3, 2, 1, 0]);
});
