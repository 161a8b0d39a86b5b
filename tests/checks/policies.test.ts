import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Source = { file: string; text: string };

/** The policies that no table asks about for every role and for a visitor. */
function withoutTable(sources: Source[]): string[] {
  const tests = sources.filter(
    ({ file, text }) => file.endsWith('.policy.test.ts') && /\banswers\(/.test(text),
  );
  return sources
    .filter(({ file }) => file.endsWith('.policy.ts'))
    .filter(({ file }) => !tests.some(({ text }) => text.includes(`/${path.basename(file)}'`)))
    .map(({ file }) => file);
}

function policiesIn(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.policy(\.test)?\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

test('each policy has its table, with a column per role', () => {
  const sources = policiesIn('server/domain');
  expect(sources.length).toBeGreaterThan(12);
  expect(withoutTable(sources)).toEqual([]);
});

test('a policy without one is found', () => {
  const planted = { file: 'channels/channel.policy.ts', text: '' };
  const half = {
    file: 'channels/channel.policy.test.ts',
    text: "from './channel.policy.ts'; expect(mayEdit())",
  };
  expect(withoutTable([planted])).toEqual([planted.file]);
  expect(withoutTable([planted, half])).toEqual([planted.file]);
});
