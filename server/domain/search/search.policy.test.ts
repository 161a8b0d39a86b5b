import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { ALL, answers, NONE, type PolicyRow } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { maySearchByAuthor } from './search.policy.ts';

let world: World;
let watched: Actor;
let unwatched: Actor;
let nowhere: Actor;
beforeAll(async () => {
  world = await testWorld();
  const [agreed, silent] = [await world.build.site({ name: 'Hamburg' }), await world.build.site({})];
  watched = await world.build.actor({ siteId: agreed.id });
  unwatched = await world.build.actor({ siteId: silent.id });
  nowhere = await world.build.actor();
  await world.services.organisation.switchFeature(await world.build.actor({ role: 'administrator' }), {
    siteId: agreed.id,
    feature: 'search_by_author',
    enabled: true,
    agreement: 'BV 9',
    agreedOn: '2026-11-01',
  });
});
afterAll(() => world.drop());

describe('what somebody wrote is searched', () => {
  test.each<PolicyRow>([
    ['by themselves', (actor) => maySearchByAuthor(world.db, actor, actor.personId), ALL],
    [
      'where their site’s agreement allows it',
      (actor) => maySearchByAuthor(world.db, actor, watched.personId),
      ALL,
    ],
    ['where it does not', (actor) => maySearchByAuthor(world.db, actor, unwatched.personId), NONE],
    ['where they have no site', (actor) => maySearchByAuthor(world.db, actor, nowhere.personId), NONE],
  ])('%s', async (_what, may, expected) => {
    expect(await answers(may)).toEqual(expected);
  });
});
