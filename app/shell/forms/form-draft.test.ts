import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftOf, readFormDraft, writeFormDraft } from './form-draft.ts';

/** As much of a browser's storage as a draft needs. */
function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

beforeEach(() => vi.stubGlobal('localStorage', storage()));
afterEach(() => vi.unstubAllGlobals());

test('what a form holds comes back as it was, with its key and without files', () => {
  const form = new FormData();
  form.set('text', 'Grüße\n„an alle“ 👋');
  form.set('pollOption1', '');
  form.set('idempotencyKey', 'k1');
  form.set('file', new File(['x'], 'x.txt'));
  writeFormDraft('draft:post:a', draftOf(form));
  expect(readFormDraft('draft:post:a')).toEqual({
    text: 'Grüße\n„an alle“ 👋',
    pollOption1: '',
    idempotencyKey: 'k1',
  });
  expect(readFormDraft('draft:post:b')).toBeNull();
  writeFormDraft('draft:post:a', null);
  expect(readFormDraft('draft:post:a')).toBeNull();
});

describe('what is in the storage and is no draft', () => {
  test.each([
    ['not JSON', 'half a thought', null],
    ['broken JSON', '{"text":"half', null],
    ['empty', '', null],
    ['null', 'null', null],
    ['a number', '7', null],
    ['a string', '"text"', null],
    ['a list', '["text"]', null],
    ['values that no field has', '{"text":"Hi","voice":{"a":1},"poll":[1],"language":null}', { text: 'Hi' }],
  ])('%s is passed over', (_what, kept, found) => {
    localStorage.setItem('draft:post:a', kept);
    expect(readFormDraft('draft:post:a')).toEqual(found);
  });
});

test('a storage that is switched off or full is no reason to fail', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  writeFormDraft('draft:post:a', { text: 'Hi' });
  writeFormDraft('draft:post:a', null);
  expect(readFormDraft('draft:post:a')).toBeNull();
});
