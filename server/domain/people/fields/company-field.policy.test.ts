import { expect, test } from 'vitest';
import { ADMINISTRATORS, answers, OPERATIONS } from '#tests/setup/roles.ts';
import { mayDefineFields, mayFillFields } from './company-field.policy.ts';

test.each([
  ['define the company’s profile fields', mayDefineFields, ADMINISTRATORS],
  ['fill in those that people do not fill in themselves', mayFillFields, OPERATIONS],
] as const)('%s', async (_what, may, expected) => {
  expect(await answers(may)).toEqual([...expected]);
});
