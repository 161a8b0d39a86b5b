import { expect, test } from 'vitest';
import { systemActor } from '#server/domain/identity/actor.ts';
import { answers, type Column, NONE, OPERATIONS, right, someone } from '#tests/setup/roles.ts';
import { mayEditChart, mayEditOrganisation } from './organisation.policy.ts';

// Who reads a chart is who reads its audience: audience.policy.test.ts, and organisation.test.ts for its addresses.
const CHART = 'atlas';
type Role = Exclude<Column, 'visitor'>;
const suspended = (role: Role) =>
  someone(role, {
    suspended: { until: '2026-12-01', reason: '' },
    grants: [right('edit_chart', 'chart', CHART)],
  });
const editing = (chart: string) => (role: Role) =>
  someone(role, { grants: [right('edit_chart', 'chart', chart)] });

test.each([
  ['without a right', someone, OPERATIONS],
  ['with the right for it, partners never', editing(CHART), [true, true, true, true, false, false]],
  ['with the right for another', editing('zeus'), OPERATIONS],
  ['while suspended', suspended, NONE],
] as const)('edit a chart %s', async (_what, actors, expected) => {
  expect(await answers((actor) => mayEditChart(actor, CHART), actors)).toEqual(expected);
});

test('change sites, units and calendars', async () => {
  expect(await answers(mayEditOrganisation)).toEqual(OPERATIONS);
  expect(await answers(mayEditOrganisation, editing(CHART))).toEqual(OPERATIONS);
});

test('the house itself may do both: imports and the set-up', () => {
  expect([mayEditChart(systemActor, CHART), mayEditOrganisation(systemActor)]).toEqual([true, true]);
});
