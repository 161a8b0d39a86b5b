import { expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { answers, type Column, OPERATIONS, right, someone } from '#tests/setup/roles.ts';
import { mayHangNotices } from './notice.policy.ts';

type Role = Exclude<Column, 'visitor'>;
const speaker = (scope: 'office' | 'person') => (role: Role) =>
  someone(role, { grants: [right('speak_for', scope, 'x')] });

test.each<[what: string, expected: boolean[], actors?: (role: Role) => Actor]>([
  ['hang up a notice', OPERATIONS],
  [
    'hang up a notice, as who speaks for an office',
    [true, true, true, false, false, false],
    speaker('office'),
  ],
  ['hang up a notice, as who speaks for a person', OPERATIONS, speaker('person')],
  [
    'hang up a notice while suspended',
    [false, false, false, false, false, false],
    (role) => someone(role, { suspended: { until: '2030-01-01T00:00:00.000Z', reason: 'x' } }),
  ],
])('%s', async (_what, expected, actors) => {
  expect(await answers(mayHangNotices, actors)).toEqual(expected);
});
