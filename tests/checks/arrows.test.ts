import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SUBJECTS } from './arrow-rules.ts';
import { checkArrows } from './check-arrows.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A small house of its own: file → content. */
async function house(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-arrows-'));
  folders.push(root);
  const imports = { '#app/*': './app/*', '#server/*': './server/*' };
  const all = {
    'package.json': JSON.stringify({ type: 'module', imports }),
    'app/x.ts': '',
    'server/x.ts': '',
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'));
  return root;
}

const THING = 'export const thing = 1; export type Thing = number;';

test('all arrows in the house point where they may', async () => {
  expect(await checkArrows(process.cwd())).toEqual([]);
}, 60_000);

test('every room of the domain has its place in the order', async () => {
  const rooms = (await readdir('server/domain', { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  expect(SUBJECTS.flat().sort()).toEqual(rooms.map((room) => room.name).sort());
});

test.each([
  [
    'app-takes-types-and-schemas',
    'app/feed/a.ts',
    "import { thing } from '#server/domain/feed/b.ts'; thing;",
    'server/domain/feed/b.ts',
  ],
  [
    'schema-stays-light',
    'server/domain/feed/a.schema.ts',
    "import { thing } from './b.ts'; thing;",
    'server/domain/feed/b.ts',
  ],
  [
    'nothing-imports-app',
    'server/domain/feed/a.ts',
    "import type { Thing } from '#app/feed/b.ts'; export type X = Thing;",
    'app/feed/b.ts',
  ],
  [
    'nothing-imports-a-route',
    'app/feed/a.ts',
    "import { thing } from '#app/people/b.route.tsx'; thing;",
    'app/people/b.route.tsx',
  ],
  [
    'platform-knows-no-business',
    'server/platform/mail/a.ts',
    "import type { Thing } from '#server/domain/feed/b.ts'; export type X = Thing;",
    'server/domain/feed/b.ts',
  ],
  [
    'domain-knows-no-web',
    'server/domain/feed/a.ts',
    "import express from 'express'; express();",
    'app/feed/b.ts',
  ],
  [
    'prisma-in-two-rooms',
    'server/platform/mail/a.ts',
    "import { PrismaClient } from '#server/platform/database/generated/client.ts'; PrismaClient;",
    'server/platform/database/generated/client.ts',
  ],
  ['ui-is-dumb', 'app/ui/a.ts', "import { thing } from '#app/feed/b.ts'; thing;", 'app/feed/b.ts'],
  [
    'order-server-domain-people',
    'server/domain/people/a.ts',
    "import { thing } from '#server/domain/feed/b.ts'; thing;",
    'server/domain/feed/b.ts',
  ],
  [
    'order-server-domain-projects',
    'server/domain/projects/a.ts',
    "import { thing } from '../pinboard/b.ts'; thing;",
    'server/domain/pinboard/b.ts',
  ],
  ['order-app-people', 'app/people/a.tsx', "import { thing } from '#app/feed/b.ts'; thing;", 'app/feed/b.ts'],
  [
    'no-cycles',
    'server/domain/feed/a.ts',
    "import { thing } from './b.ts'; export const other = thing;",
    'server/domain/feed/b.ts',
  ],
])('a planted violation of %s is found', async (rule, from, code, to) => {
  const back =
    rule === 'no-cycles' ? "import { other } from './a.ts'; export const thing = () => other;" : THING;
  const found = await checkArrows(await house({ [from]: code, [to]: back }));
  expect(found.map((violation) => violation.rule)).toContain(rule);
  expect(found.some((violation) => violation.from === from)).toBe(true);
});

test('what is allowed is not called a violation', async () => {
  const root = await house({
    'app/feed/a.ts': "import type { Thing } from '#server/domain/feed/b.ts'; export type X = Thing;",
    'app/feed/c.ts': "import { thing } from '#server/domain/feed/d.schema.ts'; thing;",
    'app/people/e.route.tsx': "import { thing } from '#app/feed/f.ts'; thing;",
    'app/feed/f.ts': THING,
    'server/domain/feed/b.ts': `import { thing as low } from '../people/g.ts'; low; ${THING}`,
    'server/domain/people/g.ts': THING,
    'server/domain/feed/d.schema.ts': THING,
  });
  expect(await checkArrows(root)).toEqual([]);
});
