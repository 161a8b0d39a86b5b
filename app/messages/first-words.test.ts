import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLocale } from './compile.ts';
import { firstWords } from './first-words.ts';

const FILES = {
  'app/root.tsx': "import {\n  Frame,\n} from '#app/shell/frame.tsx';\nimport type { T } from './type.ts';",
  'app/shell/frame.tsx':
    "import './effect.ts';\n// t('feed.inComment')\nexport const Frame = () => t('shell.frame');",
  'app/shell/effect.ts': 'export const kind = (kind) => t(`feed.kind_${kind}`);',
  'app/type.ts': "export type T = 'shell.onlyAType';",
  'app/feed/feed.route.tsx': "const later = () => import('./later.tsx');\nexport { card } from './card.ts';",
  'app/feed/card.ts': "export const card = { label: 'feed.card', other: 'feed.noSuchKey' };",
  'app/feed/later.tsx': "t('feed.later')",
  'server/domain/feed/publish-post.ts':
    "throw new AppError('invalid', { fields: { text: ['feed.refused'] } });",
  'server/domain/feed/publish-post.test.ts': "'feed.onlyInATest'",
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-first-words-'));
  for (const folder of ['app/shell', 'app/feed', 'server/domain/conversation', 'server/domain/must-read'])
    await mkdir(path.join(root, folder), { recursive: true });
  await mkdir(path.join(root, 'server/domain/feed'));
  for (const [file, text] of Object.entries(FILES)) await writeFile(path.join(root, file), text);
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('what the first code names, its services answer, and every error comes first; the rest on use', () => {
  const keys =
    'shell.frame shell.onlyAType feed.kind_a feed.kind_b feed.card feed.later feed.refused feed.onlyInATest feed.inComment error.any';
  const texts = Object.fromEntries(keys.split(' ').map((key) => [key, 'A text']));
  expect([...firstWords(root, texts)].sort()).toEqual([
    'error.any',
    'feed.card',
    'feed.kind_a',
    'feed.kind_b',
    'feed.refused',
    'shell.frame',
  ]);
});

test('of the house itself: the composer is among them, the settings are not', () => {
  const house = path.join(import.meta.dirname, '../..');
  const first = firstWords(house, readLocale(import.meta.dirname, 'en'));
  for (const key of ['feed.post', 'feed.poll', 'conversation.attach', 'shell.myMenu', 'error.required'])
    expect(first).toContain(key);
  expect([...first].filter((key) => /^(settings|import|setup|organisation)\./.test(key))).toEqual([]);
});
