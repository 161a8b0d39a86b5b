import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientGuard, serverModules } from './client-guard.ts';
import { fingerprint } from './fingerprint.ts';
import { importedIcons, spriteOf } from './icon-sprite.ts';

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
