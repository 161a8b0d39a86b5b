import { describe, expect, test } from 'vitest';
import { mayGrant } from '#server/domain/identity/grants/grant.policy.ts';
import type { Role } from '#server/platform/database/schema.ts';
import { answers } from '#tests/setup/roles.ts';
import { mayGiveRole, mayListAccounts, mayManageAccount, mayResetAccount } from './account.policy.ts';
import type { ActorGrant } from './actor.ts';

const SITE = 'site-1';
const staffGrant: ActorGrant = { id: 'g', kind: 'site_staff', scope: 'site', scopeId: SITE };
const councilGrant: ActorGrant = { id: 'c', kind: 'speak_for', scope: 'office', scopeId: 'council' };

const ask = (role: Role, grants: ActorGrant[] = []) => ({ personId: 'me', role, grants, terminal: false });
const subject = (role: Role, external = role === 'external') => ({
  personId: 'other',
  siteId: SITE,
  role,
  external,
});

describe('who may do what, by role: administrator, people operations, employee, reader, external, visitor', () => {
  const table: [string, (role: Role) => boolean, boolean[]][] = [
    ['list accounts', (role) => mayListAccounts(ask(role)), [true, true, false, false, false, false]],
    [
      'manage an employee',
      (role) => mayManageAccount(ask(role), subject('employee')),
      [true, true, false, false, false, false],
    ],
    [
      'manage people operations',
      (role) => mayManageAccount(ask(role), subject('people_operations')),
      [true, false, false, false, false, false],
    ],
    [
      'reset an employee',
      (role) => mayResetAccount(ask(role), subject('employee')),
      [true, true, false, false, false, false],
    ],
    [
      'reset an administrator',
      (role) => mayResetAccount(ask(role), subject('administrator')),
      [true, false, false, false, false, false],
    ],
    [
      'make a reader',
      (role) => mayGiveRole(ask(role), subject('employee'), 'reader'),
      [true, true, false, false, false, false],
    ],
    [
      'make an administrator',
      (role) => mayGiveRole(ask(role), subject('employee'), 'administrator'),
      [true, false, false, false, false, false],
    ],
    [
      'make an insider of a partner',
      (role) => mayGiveRole(ask(role), subject('external'), 'employee'),
      [false, false, false, false, false, false],
    ],
    [
      'give the right to post to everyone',
      (role) => mayGrant(ask(role), { kind: 'post_to_everyone', personId: 'other', heldOffice: null }),
      [true, false, false, false, false, false],
    ],
    [
      'give the right to edit a chart',
      (role) => mayGrant(ask(role), { kind: 'edit_chart', personId: 'other', heldOffice: null }),
      [true, true, false, false, false, false],
    ],
    [
      'let somebody speak for the works council',
      (role) =>
        mayGrant(ask(role), { kind: 'speak_for', personId: 'other', heldOffice: { officeId: 'council' } }),
      [false, false, false, false, false, false],
    ],
  ];
  test.each(table)('%s', async (_what, may, expected) => {
    expect(await answers((actor) => may(actor.role))).toEqual(expected);
  });
});

test('site staff resets at the own site only, and nobody above', () => {
  const staff = ask('employee', [staffGrant]);
  expect(mayListAccounts(staff)).toBe(true);
  expect(mayResetAccount(staff, subject('employee'))).toBe(true);
  expect(mayResetAccount(staff, subject('external'))).toBe(true);
  expect(mayResetAccount(staff, { ...subject('employee'), siteId: 'site-2' })).toBe(false);
  expect(mayResetAccount(staff, subject('people_operations'))).toBe(false);
  expect(mayResetAccount(staff, { ...subject('employee'), personId: 'me' })).toBe(false);
  expect(mayManageAccount(staff, subject('employee'))).toBe(false);
});

test('who speaks for the works council settles who else does; people operations give themselves nothing', () => {
  const council = ask('employee', [councilGrant]);
  const heldOffice = { officeId: 'council' };
  expect(mayGrant(council, { kind: 'speak_for', personId: 'other', heldOffice })).toBe(true);
  expect(mayGrant(council, { kind: 'moderate', personId: 'other', heldOffice: null })).toBe(false);
  const operations = ask('people_operations');
  expect(mayGrant(operations, { kind: 'edit_chart', personId: 'me', heldOffice: null })).toBe(false);
});
