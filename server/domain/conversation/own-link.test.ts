import { describe, expect, test } from 'vitest';
import { firstOwnLink, ownPage, ownPath } from './own-link.ts';

const HOUSE = 'https://flurfunk.test';
const ID = '01900000-0000-7000-8000-0000000000aa';

describe('an address of this house', () => {
  test.each([
    [`/posts/${ID}`, { kind: 'post', id: ID, slug: '', handle: '' }],
    ['/projects/atlas-2', { kind: 'project', id: '', slug: 'atlas-2', handle: '' }],
    [`/projects/atlas/status/${ID}`, { kind: 'status', id: ID, slug: 'atlas', handle: '' }],
    ['/people/mara.suess-lindemann', { kind: 'person', id: '', slug: '', handle: 'mara.suess-lindemann' }],
    [`/people/mara/pins/${ID}`, { kind: 'pin', id: ID, slug: '', handle: 'mara' }],
    [`/notices/${ID}`, { kind: 'notice', id: ID, slug: '', handle: '' }],
  ])('%s', (path, page) => {
    expect(ownPath(path, HOUSE)).toBe(path);
    expect(ownPage(path)).toEqual(page);
  });

  test.each([
    ['its whole address', `${HOUSE}/projects/atlas`],
    ['an upper-case host', 'HTTPS://FLURFUNK.TEST/projects/atlas'],
    ['the port that https has anyway', 'https://flurfunk.test:443/projects/atlas'],
    ['a slash at its end', '/projects/atlas/'],
    ['a query and a fragment', `/projects/atlas?after=${ID}#top`],
    ['letters that need no encoding', '/%70rojects/atl%61s'],
    ['steps back', '/people/../projects/./atlas'],
  ])('with %s is the same page', (_what, href) => {
    expect(ownPath(href, HOUSE)).toBe('/projects/atlas');
  });

  test('has the port of this house', () => {
    expect(ownPath('http://localhost:3203/projects/atlas', 'http://localhost:3203')).toBe('/projects/atlas');
    expect(ownPath('http://localhost:3000/projects/atlas', 'http://localhost:3203')).toBeNull();
  });
});

test.each([
  ['another house', 'https://example.com/projects/atlas'],
  ['the same name further down', 'https://flurfunk.test.example.com/projects/atlas'],
  ['a name that ends like ours', 'https://notflurfunk.test/projects/atlas'],
  ['a look-alike letter', 'https://flurfunк.test/projects/atlas'],
  ['our name for a user', 'https://flurfunk.test@example.com/projects/atlas'],
  ['a user at our name', 'https://mara:secret@flurfunk.test/projects/atlas'],
  ['our name in the query', 'https://example.com/?https://flurfunk.test/projects/atlas'],
  ['another port', 'https://flurfunk.test:8443/projects/atlas'],
  ['another scheme', 'http://flurfunk.test/projects/atlas'],
  ['two slashes', '//example.com/projects/atlas'],
  ['two slashes and our name', '//flurfunk.test/projects/atlas'],
  ['a slash and its mirror', '/\\example.com/projects/atlas'],
  ['a tab between slashes', '/\t/example.com/projects/atlas'],
  ['script', 'javascript:location="/projects/atlas"'],
  ['script behind our name', 'javascript://flurfunk.test/projects/atlas'],
  ['data', 'data:text/html,/projects/atlas'],
  ['a blob of ours', `blob:https://flurfunk.test/projects/atlas`],
  ['a path without its slash', 'projects/atlas'],
  ['an encoded slash', '/projects%2Fatlas'],
  ['a NUL', '/people/mara%00'],
  ['what cannot be decoded', '/projects/%E0%A4%A'],
  ['a part too many', '/projects/atlas/edit'],
  ['a part too few', '/posts/'],
  ['an id that is none', '/posts/1'],
  ['a name with markup', '/people/<b>mara</b>'],
  ['an empty part', '/projects//atlas'],
  ['the door', '/'],
  ['nothing', ''],
  ['no address', 'https://'],
])('%s is not shown in small', (_what, href) => {
  expect(ownPath(href, HOUSE)).toBeNull();
});

describe('the first link of ours in a text', () => {
  test.each([
    ['pasted as it is', `See ${HOUSE}/projects/atlas, please.`, '/projects/atlas'],
    ['in angle brackets', `<${HOUSE}/projects/atlas>`, '/projects/atlas'],
    ['under words', '[the project](/projects/atlas "Atlas")', '/projects/atlas'],
    [
      'after one of another house',
      '[a](https://example.com/posts/1) [b](/projects/atlas)',
      '/projects/atlas',
    ],
    ['after one of ours that has none', '[a](/projects) [b](/projects/atlas)', '/projects/atlas'],
    ['of two', '[a](/projects/atlas) [b](/projects/beta)', '/projects/atlas'],
    ['in a list in a quote', '> - [a](/projects/atlas)', '/projects/atlas'],
    ['of none', 'Nothing @mara', null],
    ['in code', '`[a](/projects/atlas)`', null],
    ['in a path that nobody made a link', 'see /projects/atlas', null],
    ['escaped', '\\[a](/projects/atlas)', null],
  ])('%s', (_what, source, path) => {
    expect(firstOwnLink(source, HOUSE)).toBe(path);
  });
});
