import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let me: Actor;
let ronja: Actor;

beforeAll(async () => {
  world = await testWorld();
  me = await world.build.actor();
  ronja = await world.build.actor({ givenName: 'Ronja', familyName: 'Weiß' });
  for (let n = 0; n < 2; n += 1) await world.build.actor({ givenName: 'Jonas', familyName: 'Böttger' });
});
afterAll(() => world.drop());

test.each([
  ['her name', () => 'Ronja Weiß', true],
  ['her handle', () => `@${ronja.handle}`, true],
  ['what the list of suggestions fills in', () => `Ronja Weiß · @${ronja.handle}`, true],
  ['a name that two bear', () => 'Jonas Böttger', false],
  ['nobody’s', () => 'Nobody Atall', false],
  ['nothing', () => ' \0 ', false],
  ['more than any name is long', () => `${'a'.repeat(1_000_000)}!@${ronja.handle}`, false],
])('%s', async (_, typed, found) => {
  expect(await world.services.people.findColleague(me, typed())).toBe(found ? ronja.personId : null);
});
