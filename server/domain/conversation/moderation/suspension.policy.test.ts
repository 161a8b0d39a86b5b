import { expect, test } from 'vitest';
import { ADMINISTRATORS, ALL, answers, NONE, type PolicyRow, right, someone } from '#tests/setup/roles.ts';
import { mayLift, maySeeSuspensions, maySuspend, type SuspensionSubject } from './suspension.policy.ts';

const ME = someone('employee').personId;
const colleague: SuspensionSubject = {
  personId: 'somebody else',
  role: 'employee',
  speaksIndependently: false,
};
const suspend = (person: SuspensionSubject) => (actor: Parameters<typeof maySuspend>[0]) =>
  maySuspend(actor, person);

const TABLE: PolicyRow[] = [
  ['see suspensions', maySeeSuspensions, ADMINISTRATORS],
  ['suspend a colleague', suspend(colleague), ADMINISTRATORS],
  ['suspend oneself', suspend({ ...colleague, personId: ME }), NONE],
  ['suspend who speaks for the works council', suspend({ ...colleague, speaksIndependently: true }), NONE],
  ['suspend an administrator', suspend({ ...colleague, role: 'administrator' }), ADMINISTRATORS],
  ['lift a suspension', (actor) => mayLift(actor, { personId: 'somebody else' }), ADMINISTRATORS],
  ['lift one’s own', (actor) => mayLift(actor, { personId: ME }), NONE],
];

test.each(TABLE)('%s', async (_what, may, expected) => {
  expect(await answers(may)).toEqual(expected);
});

test('a mandate to moderate opens it, but not over administrators', async () => {
  const moderator = (role: Parameters<typeof someone>[0]) => someone(role, { grants: [right('moderate')] });
  expect(await answers(suspend(colleague), moderator)).toEqual(ALL);
  expect(await answers(suspend({ ...colleague, role: 'administrator' }), moderator)).toEqual(ADMINISTRATORS);
});
