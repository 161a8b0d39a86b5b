import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientGuard, serverModules } from './client-guard.ts';
import { fingerprint } from './fingerprint.ts';
import { firstLoad, overBudget } from './first-load-budget.ts';
import { importedIcons, pointToIcons, spriteOf } from './icon-sprite.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-steps-'));
  await mkdir(path.join(root, 'server'), { recursive: true });
  await writeFile(path.join(root, 'server/secret.ts'), "export const secret = () => 'from the server';");
  await writeFile(path.join(root, 'server/post.schema.ts'), 'export const limit = 500;');
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function buildPage(code: string): Promise<void> {
  await writeFile(path.join(root, 'page.ts'), code);
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [clientGuard(root)],
    build: { write: false, lib: { entry: 'page.ts', formats: ['es'] } },
  });
}

test('a page that pulls a server module into the browser does not build', async () => {
  await expect(
    buildPage("import { secret } from './server/secret.ts'; console.log(secret());"),
  ).rejects.toThrow(/The browser would get modules of the server:\s+server\/secret\.ts/);
});

test('a schema may travel', async () => {
  await buildPage("import { limit } from './server/post.schema.ts'; console.log(limit);");
});

test('only modules below server/ count', () => {
  const modules = [
    '/house/server/a.ts',
    '/house/server/b.schema.ts?x',
    '/house/app/server-time.ts',
    '/elsewhere/server/c.ts',
  ];
  expect(serverModules(modules, '/house')).toEqual(['server/a.ts']);
});

test('the fingerprint follows contents, not times', async () => {
  const before = await fingerprint([path.join(root, 'server')]);
  await utimes(path.join(root, 'server/secret.ts'), new Date(0), new Date(0));
  expect(await fingerprint([path.join(root, 'server')])).toBe(before);
  await writeFile(path.join(root, 'server/secret.ts'), 'export const secret = () => 1;');
  expect(await fingerprint([path.join(root, 'server')])).not.toBe(before);
});

test('the icons that pages import are drawn once, in one file, without their own colours', async () => {
  const names = importedIcons('app');
  expect(names).toContain('ThumbsUp');
  expect(names.every((name) => /^[A-Z]\w*$/.test(name))).toBe(true);
  expect(spriteOf(['ArrowRight'])).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="ArrowRight" viewBox="0 0 24 24"><path d="M5 12h14"></path><path d="m12 5 7 7-7 7"></path></symbol></svg>\n',
  );
  expect(() => spriteOf(['NoSuchIcon'])).toThrow('lucide-react has no icon NoSuchIcon.');
});

test('an icon is a pointer in the module that shows it, on as many lines as before', () => {
  expect(pointToIcons("import { Bell, type LucideIcon, X as Close } from 'lucide-react';")).toBe(
    "import { icon as pointToIcon } from 'virtual:icons'; const Bell = /* @__PURE__ */ pointToIcon('Bell'), Close = /* @__PURE__ */ pointToIcon('X');",
  );
  expect(pointToIcons("import {\n  Bell,\n} from 'lucide-react';\n").split('\n')).toHaveLength(4);
});

describe('the budget of the first load', () => {
  const chunk = (
    fileName: string,
    code: string,
    imports: string[] = [],
    facadeModuleId: string | null = null,
  ) => ({
    fileName,
    code,
    imports,
    facadeModuleId,
  });
  const noise = Array.from({ length: 400 }, (_, index) => Math.sin(index)).join();
  const chunks = [
    chunk('root.js', '', ['frame.js'], '/app/root.tsx?__remix-build-client-route'),
    chunk('frame.js', noise, ['framework.js']),
    chunk('framework.js', `${noise}${[...noise].reverse().join('')}`),
    chunk('people.js', noise, ['frame.js'], '/app/people/people.route.tsx'),
    chunk('words-de-core.js', noise),
    chunk('words-en-core.js', ''),
    chunk('words-de-rest.js', noise),
  ];

  test('counts what the feed waits for, and the words of one locale', () => {
    const files = firstLoad(chunks).map(({ fileName }) => fileName);
    expect(files).toEqual(['root.js', 'frame.js', 'framework.js', 'words-de-core.js']);
  });

  test('is kept, or the largest files are named', () => {
    expect(overBudget(firstLoad(chunks), 1_000_000)).toBeUndefined();
    expect(overBudget(firstLoad(chunks), 1_000)).toMatch(
      /^The feed would wait for \d+\.\d kB of script; 1\.0 kB is its budget\..* Largest first: framework\.js \d/,
    );
  });
});
