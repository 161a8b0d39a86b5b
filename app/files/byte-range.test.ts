import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

const file = { etag: '"abc"', whole: 100 };

test.each([
  ['bytes=0-9', { from: 0, to: 9 }],
  ['bytes=90-', { from: 90, to: 99 }],
  ['bytes=90-400', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-400', { from: 0, to: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-0', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-9', null],
])('%s', (range, expected) => {
  expect(byteRange(new Headers({ range }), file)).toEqual(expected);
});

test('without a range, or with one of an older version, the whole is sent', () => {
  expect(byteRange(new Headers(), file)).toBeNull();
  expect(byteRange(new Headers({ range: 'bytes=0-9', 'if-range': '"old"' }), file)).toBeNull();
  expect(byteRange(new Headers({ range: 'bytes=0-9', 'if-range': '"abc"' }), file)).toEqual({
    from: 0,
    to: 9,
  });
});
