import { describe, expect, test } from 'vitest';
import { isBegun, partsOf, stillAllowed } from './post-draft.ts';

test.each([
  ['nothing', {}, { poll: false, other: false, later: false }],
  ['a text alone', { text: 'Hi' }, { poll: false, other: false, later: false }],
  ['a poll without an answer yet', { pollOption1: '' }, { poll: true, other: false, later: false }],
  [
    'everything',
    { pollOption1: 'Mon', otherText: 'Hallo', publishOn: '2026-12-01' },
    { poll: true, other: true, later: true },
  ],
])('parts of %s', (_what, values, parts) => {
  expect(partsOf(values)).toEqual(parts);
});

test.each([
  ['an untouched form', { text: '', audienceId: 'all', voice: '', attachments: '' }, false],
  ['white space', { text: ' \n' }, false],
  [
    'an empty poll, its day proposed',
    { pollOption1: '', pollOption2: '', pollClosesOn: '2026-12-01' },
    false,
  ],
  ['a text', { text: 'Hi' }, true],
  ['a second language alone', { text: '', otherText: 'Hallo' }, true],
  ['an answer of a poll', { text: '', pollOption1: '', pollOption10: 'Mon' }, true],
  ['a file alone', { text: '', attachments: '[{}]' }, true],
  ['a day', { text: '', publishOn: '2026-12-01', publishAt: '' }, true],
])('%s is kept or not', (_what, values, begun) => {
  expect(isBegun(values)).toBe(begun);
});

describe('a draft whose writer', () => {
  const may = { audiences: [{ id: 'all' }, { id: 'unit' }], voices: [{ voice: 'office:1' }] };
  const draft = {
    text: 'Hi',
    otherText: 'Hallo',
    audienceId: 'all',
    voice: 'office:1',
    mustRead: 'on',
    readBy: '2026-12-01',
    pollOption1: 'Mon',
  };

  test('may do all of it comes back whole', () => {
    expect(stillAllowed(draft, may)).toEqual({ values: draft, lost: {} });
    expect(stillAllowed({ ...draft, voice: '' }, may)).toEqual({ values: { ...draft, voice: '' }, lost: {} });
  });

  test('lost the audience keeps the words, and demands of the default one nothing', () => {
    const { audienceId, mustRead, readBy, ...words } = draft;
    expect(stillAllowed({ ...draft, audienceId: 'gone' }, may)).toEqual({
      values: words,
      lost: { audience: true },
    });
  });

  test('lost the mandate speaks for themselves', () => {
    const { voice, ...own } = draft;
    expect(stillAllowed({ ...draft, voice: 'person:2' }, may)).toEqual({
      values: own,
      lost: { voice: true },
    });
    expect(stillAllowed(draft, { ...may, voices: [] })).toEqual({ values: own, lost: { voice: true } });
  });

  test('named neither gets both by default, and is told of no loss', () => {
    expect(stillAllowed({ text: 'Hi' }, may)).toEqual({ values: { text: 'Hi' }, lost: {} });
  });
});
