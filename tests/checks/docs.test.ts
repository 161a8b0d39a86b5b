import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folders = ['app', 'server', 'tests', 'prisma', 'docs'];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
);
const top = readdirSync('.');

/** Names in backticks that look like files of ours, and links to documents: those that lead nowhere. */
function brokenNames(document: string): string[] {
  const names = [...document.matchAll(/`([\w./*{},-]+\.(?:tsx?|md|prisma))`|\]\(([\w./-]+\.md)\)/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((name) => !/[*{]/.test(name));
  return names.filter(
    (name) => !top.includes(name) && !files.some((file) => file === name || file.endsWith(`/${name}`)),
  );
}

const documents = ['README.md', ...files.filter((file) => /^docs\/.*\.md$/.test(file))];

test.each(documents)('%s names files that are there', (path) => {
  expect(brokenNames(readFileSync(path, 'utf8'))).toEqual([]);
});

test('a name that leads nowhere is found', () => {
  expect(brokenNames('See `server/main.ts` and `feed/gone.ts`.')).toEqual(['feed/gone.ts']);
});
