import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { answers, INSIDERS, NONE, type PolicyRow } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { maySeePresence, showsPresence } from './presence.policy.ts';

let world: World;
let agreed: Actor;
let silent: Actor;
let nowhere: Actor;
beforeAll(async () => {
  world = await testWorld();
  const [hamburg, rostock] = [await world.build.site({}), await world.build.site({})];
  agreed = await world.build.actor({ siteId: hamburg.id });
  silent = await world.build.actor({ siteId: rostock.id });
  nowhere = await world.build.actor();
  await world.services.organisation.switchFeature(await world.build.actor({ role: 'administrator' }), {
    siteId: hamburg.id,
    feature: 'presence',
    enabled: true,
    agreement: 'BV 3',
    agreedOn: '2026-11-01',
  });
});
afterAll(() => world.drop());

describe('that somebody is here is seen', () => {
  test.each<PolicyRow>([
    [
      'where their site’s agreement allows it',
      (actor) => maySeePresence(world.db, actor, agreed.personId),
      INSIDERS,
    ],
    ['where it does not', (actor) => maySeePresence(world.db, actor, silent.personId), NONE],
    ['where they have no site', (actor) => maySeePresence(world.db, actor, nowhere.personId), NONE],
  ])('%s', async (_what, may, expected) => {
    expect(await answers(may)).toEqual(expected);
  });

  test('by nobody, whoever looks, where it is off', async () => {
    const told = [agreed, silent, nowhere].map(({ personId }) => showsPresence(world.db, personId));
    expect(await Promise.all(told)).toEqual([true, false, false]);
  });
});
