import { expect, test } from 'vitest';
import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';
import { changedWordings } from './changed-wordings.ts';

const german = (text: string) => ({ text, language: 'de' as const });
const english = (text: string) => ({ text, language: 'en' as const });
const wording = (
  own: Pick<RevisionView, 'text' | 'language'>,
  other?: RevisionView['other'],
): RevisionView => ({
  revision: 1,
  at: '2026-11-27T08:00:00.000Z',
  ...own,
  ...(other && { other }),
});

test.each<[string, RevisionView, RevisionView | undefined, ReturnType<typeof changedWordings>]>([
  ['the first, in one language', wording(german('Guten Tag')), undefined, [german('Guten Tag')]],
  [
    'the first, in two',
    wording(german('Guten Tag'), english('Good day')),
    undefined,
    [german('Guten Tag'), english('Good day')],
  ],
  [
    'one of two changed',
    wording(german('Guten Tag'), english('Good evening')),
    wording(german('Guten Tag'), english('Good day')),
    [{ ...english('Good evening'), before: 'Good day' }],
  ],
  [
    'both changed',
    wording(german('Guten Abend'), english('Good evening')),
    wording(german('Guten Tag'), english('Good day')),
    [
      { ...german('Guten Abend'), before: 'Guten Tag' },
      { ...english('Good evening'), before: 'Good day' },
    ],
  ],
  [
    'a second came',
    wording(german('Guten Tag'), english('Good day')),
    wording(german('Guten Tag')),
    [{ ...english('Good day'), before: '' }],
  ],
  [
    'the reader’s own came, and stands first now',
    wording(english('Good day'), german('Guten Abend')),
    wording(german('Guten Tag')),
    [
      { ...english('Good day'), before: '' },
      { ...german('Guten Abend'), before: 'Guten Tag' },
    ],
  ],
  [
    'a second was taken away',
    wording(german('Guten Tag')),
    wording(german('Guten Tag'), english('Good day')),
    [{ ...english(''), before: 'Good day' }],
  ],
  [
    'nothing changed',
    wording(german('Guten Tag'), english('Good day')),
    wording(german('Guten Tag'), english('Good day')),
    [{ ...german('Guten Tag'), before: 'Guten Tag' }],
  ],
])('%s', (_what, revision, earlier, changed) => {
  expect(changedWordings(revision, earlier)).toEqual(changed);
});
