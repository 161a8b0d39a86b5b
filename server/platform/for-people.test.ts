import { expect, test } from 'vitest';
import { forPeople, networkFailure } from './for-people.ts';

const failure = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: as the system says it`), { code, ...(path ? { path } : {}) });

test.each([
  [failure('ENOSPC'), /^The disk is full\. Make room there/],
  [failure('ENOSPC', '/srv/data/files'), /^The disk that holds \/srv\/data\/files is full/],
  [new Error('could not extend file "base/1": No space left on device'), /^The disk is full/],
  [failure('EACCES', '/srv/data'), /^This user may not write \/srv\/data\./],
  [failure('ENOTDIR', '/srv/data'), /^\/srv\/data is no folder\./],
  [new Error('Port 3000 is already in use.'), /^Port 3000 is already in use\.$/],
])('what a person can do something about is one sentence: %s', (error, sentence) => {
  expect(forPeople(error)).toMatch(sentence);
});

test('a bug keeps its stack', () => {
  const bug = new TypeError('x is not a function');
  expect(forPeople(bug)).toBe(bug);
});

test('a host with two addresses fails twice, and is told once', () => {
  expect(networkFailure(new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]))).toBe(
    'nothing answers there',
  );
  expect(networkFailure(new Error('password authentication failed'))).toBeNull();
});
