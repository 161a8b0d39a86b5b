import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it.each(['/', '/people/mara', '/search?q=a%20b#x'])('leads to %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'people',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/people/..//evil.example',
    '/%2e//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
  ])('leads home instead of %s', (path) => expect(localPath(path)).toBe('/'));

  it('takes tabs and line breaks out of the way of the check', () => {
    expect(localPath('/\t/evil.example')).toBe('/');
  });
});
