import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { ADMINISTRATORS, answers, type Column, right, someone } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { mayFollowUp, mayRequire, mayRequireAnywhere } from './must-read.policy.ts';

type Role = Exclude<Column, 'visitor'>;
const holding =
  (...grants: ReturnType<typeof right>[]) =>
  (role: Role) =>
    someone(role, { grants });
/** Those who write inside the company. */
const GRANTED = [true, true, true, false, false, false];

let world: World;
let hamburg: { id: string; audienceId: string };
let rostock: { id: string; audienceId: string };
beforeAll(async () => {
  world = await testWorld();
  hamburg = await world.build.site({ name: 'Hamburg' });
  rostock = await world.build.site({ name: 'Rostock' });
});
afterAll(() => world.drop());

const inHamburg = (role: Role) => holding(right('must_read', 'site', hamburg.id))(role);
const author = '01900000-0000-7000-8000-0000000000aa';
const stranger = '01900000-0000-7000-8000-0000000000ff';

describe('a post that must be read', () => {
  test.each<[string, (actor: Actor) => boolean | Promise<boolean>, boolean[], ((role: Role) => Actor)?]>([
    ['is demanded somewhere', mayRequireAnywhere, ADMINISTRATORS],
    ['is demanded somewhere, as a right', mayRequireAnywhere, GRANTED, holding(right('must_read'))],
    ['is demanded of all', (actor) => mayRequire(world.db, actor, EVERYONE_AUDIENCE_ID), ADMINISTRATORS],
    [
      'is demanded of all, as a right for the company',
      (actor) => mayRequire(world.db, actor, EVERYONE_AUDIENCE_ID),
      GRANTED,
      holding(right('must_read')),
    ],
    [
      'is demanded of a site, as a right for it',
      (actor) => mayRequire(world.db, actor, hamburg.audienceId),
      GRANTED,
      inHamburg,
    ],
    [
      'is demanded of another site with that',
      (actor) => mayRequire(world.db, actor, rostock.audienceId),
      ADMINISTRATORS,
      inHamburg,
    ],
    [
      'is followed up by whoever has nothing to do with it',
      (actor) => mayFollowUp(world.db, actor, { authorId: stranger, audienceId: hamburg.audienceId }),
      ADMINISTRATORS,
    ],
    [
      'is followed up by its author',
      (actor) => mayFollowUp(world.db, actor, { authorId: author, audienceId: hamburg.audienceId }),
      [true, true, true, true, true, false],
    ],
  ])('%s', async (_what, may, expected, actors) => {
    expect(await answers(may, actors)).toEqual(expected);
  });
});
