import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { ALL, answers, type Column, OPERATIONS, right, someone } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { mayHangNotices, noticeFindable } from './notice.policy.ts';
import { noticeSchema } from './notice.schema.ts';

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

let world: World;
const sites = { own: '', other: '' };
const notices: Record<string, string> = {};

beforeAll(async () => {
  world = await testWorld();
  sites.own = (await world.build.site({ name: 'Hamburg' })).id;
  sites.other = (await world.build.site({ name: 'Rostock' })).id;
  const operations = await world.build.actor({ role: 'people_operations' });
  const hang = async (what: string, validFrom: string, siteId = '') => {
    const input = noticeSchema.parse({ titleDe: what, textDe: what, validFrom, siteId });
    notices[what] = (await world.services.statutory.hang(operations, input)).id;
  };
  await hang('everywhere', '2026-11-01');
  await hang('own', '2026-11-01', sites.own);
  await hang('other', '2026-11-01', sites.other);
  await hang('to come', '2026-12-01', sites.own);
});
afterAll(() => world.drop());

const finds = (what: string) => async (actor: Actor) => {
  const rows = await world.db.$queryRaw<unknown[]>`
    SELECT 1 FROM statutory_notice n WHERE n.id = ${notices[what]}::uuid AND ${noticeFindable(actor, '2026-11-28')}`;
  return rows.length > 0;
};

test.each<[what: string, expected: boolean[]]>([
  ['everywhere', ALL],
  ['own', ALL],
  ['other', OPERATIONS],
  ['to come', OPERATIONS],
])('find a notice that hangs: %s', async (what, expected) => {
  expect(await answers(finds(what), (role) => someone(role, { siteId: sites.own }))).toEqual(expected);
});
