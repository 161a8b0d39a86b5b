import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { expect, test } from 'vitest';
import { firstWords, routesOf, wordFor } from './page-handler.ts';

type Row = { id: string; path?: string; index?: boolean; parentId?: string };

const ROWS: Row[] = [
  { id: 'root', path: '' },
  { id: 'feed', index: true, parentId: 'root' },
  { id: 'posts', path: 'posts/:id', parentId: 'root' },
  { id: 'confirmations', path: 'posts/:id/confirmations', parentId: 'root' },
  { id: 'saved', path: 'saved', parentId: 'root' },
  { id: 'atom', path: 'feed.atom', parentId: 'root' },
  { id: 'profile', path: 'people/:handle', parentId: 'root' },
  { id: 'board', index: true, parentId: 'profile' },
  { id: 'about', path: 'about', parentId: 'profile' },
  { id: 'nowhere', path: '*', parentId: 'root' },
];
const byId = Object.fromEntries(ROWS.map((row) => [row.id, row]));
const build = { routes: byId, assets: { routes: byId } } as unknown as ServerBuild;

const matched = (from: ServerBuild, address: string) => {
  const children = (parentId: string | undefined): object[] =>
    ROWS.filter((row) => row.parentId === parentId && from.routes[row.id]).map(({ id, path, index }) =>
      index ? { id, index } : { id, path, children: children(id) },
    );
  return matchRoutes(children(undefined) as Parameters<typeof matchRoutes>[0], address)?.map(
    ({ route, params }) => [route.id, params],
  );
};

test.each([
  '/',
  '/posts/7',
  '/POSTS/7',
  '/posts/7/confirmations',
  '/posts/7/',
  '/%70osts/7',
  '/saved',
  '/saved/',
  '/feed.atom',
  '/people/aylin',
  '/people/aylin/about',
  '/people/aylin/nothing',
  '/nothing',
  '/po%2Fsts/7',
  '//posts/7',
  '/__proto__/7',
])('%s is matched by the same routes as in the whole house', (address) => {
  const narrow = routesOf(build, wordFor(firstWords(build), address));
  expect(matched(narrow, address)).toEqual(matched(build, address));
  expect(matched(build, address)).toBeDefined();
});

test('what a single fetch asks for counts as its page, what cannot be decoded as nothing', () => {
  const words = firstWords(build);
  expect(wordFor(words, '/saved.data')).toBe('saved');
  expect(wordFor(words, '/posts/7.data')).toBe('posts');
  expect(wordFor(words, '/_root.data')).toBe('');
  expect(wordFor(words, '/%E0%A4/7')).toBe('');
});

test('only the room of an address is shown, with what stands for any address', () => {
  expect(Object.keys(routesOf(build, 'people').routes)).toEqual([
    'root',
    'feed',
    'profile',
    'board',
    'about',
    'nowhere',
  ]);
});
