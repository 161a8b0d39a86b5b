import { expect, test } from 'vitest';
import { createRecent, KEEP_MS } from './recent.ts';

function clocked() {
  let time = 1_000_000;
  const recent = createRecent(() => time);
  const pass = (ms: number) => {
    time += ms;
  };
  return { recent, pass };
}

test('what was sent to a room within the time asked for comes again, oldest first', () => {
  const { recent, pass } = clocked();
  recent.add('everyone', { kind: 'a' });
  pass(2_000);
  recent.add('thread:1', { kind: 'b' });
  recent.add('everyone', { kind: 'c' });
  pass(500);
  expect(recent.of(new Set(['everyone']), 1_000)).toEqual([{ kind: 'c' }]);
  expect(recent.of(new Set(['everyone', 'thread:1']), 5_000).map(({ kind }) => kind)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(recent.of(new Set(), 5_000)).toEqual([]);
});

test('nothing is kept for long, nor without bound', () => {
  const { recent, pass } = clocked();
  recent.add('everyone', { kind: 'old' });
  pass(KEEP_MS + 1);
  expect(recent.of(new Set(['everyone']), Number.MAX_SAFE_INTEGER)).toEqual([]);
  for (let count = 0; count < 5_000; count += 1) recent.add('everyone', { kind: String(count) });
  const kept = recent.of(new Set(['everyone']), KEEP_MS);
  expect(kept.length).toBeLessThanOrEqual(1_000);
  expect(kept.at(-1)).toEqual({ kind: '4999' });
});
