import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import {
  ADMINISTRATORS,
  answers,
  type Column,
  NONE,
  type PolicyRow,
  right,
  someone,
  WRITERS,
} from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { mandateFor, mayPostTo, mayPostToEveryone, mayPutOnTop } from './post.policy.ts';

type Role = Exclude<Column, 'visitor'>;
const holding =
  (...grants: ReturnType<typeof right>[]) =>
  (role: Role) =>
    someone(role, { grants });

const WHO_WRITE_INSIDE = [true, true, true, false, false, false];

describe('without asking the database', () => {
  const TABLE: [...PolicyRow, actors?: (role: Role) => Actor][] = [
    ['post to everyone', mayPostToEveryone, ADMINISTRATORS],
    [
      'post to everyone, as a granted right',
      mayPostToEveryone,
      WHO_WRITE_INSIDE,
      holding(right('post_to_everyone')),
    ],
    ['speak for an office', (actor) => mandateFor(actor, { scope: 'office', id: 'council' }) !== null, NONE],
    [
      'speak for the office one has a mandate for',
      (actor) => mandateFor(actor, { scope: 'office', id: 'council' }) !== null,
      [true, true, true, true, true, false],
      holding(right('speak_for', 'office', 'council')),
    ],
    [
      'speak for the person one has a mandate for',
      (actor) => mandateFor(actor, { scope: 'person', id: 'board' }) !== null,
      [true, true, true, true, true, false],
      holding(right('speak_for', 'person', 'board')),
    ],
    [
      'speak for another office with it',
      (actor) => mandateFor(actor, { scope: 'office', id: 'board' }) !== null,
      NONE,
      holding(right('speak_for', 'office', 'council')),
    ],
  ];
  test.each(TABLE)('%s', async (_what, may, expected, actors) => {
    expect(await answers(may, actors)).toEqual(expected);
  });
});

describe('to an audience', () => {
  let world: World;
  let theirs: string;
  let followed: string;
  const members = new Map<Role, Actor>();
  beforeAll(async () => {
    world = await testWorld();
    const make = () =>
      world.db.$transaction((tx) => createAudience(tx, world.parts, { kind: 'project', open: true }));
    [theirs, followed] = [await make(), await make()];
    for (const role of ['administrator', 'people_operations', 'employee', 'reader', 'external'] as const) {
      const actor = await world.build.actor({ role });
      await world.build.join(actor.personId, theirs);
      await world.build.join(actor.personId, followed);
      members.set(role, actor);
    }
    await world.db.audienceMembership.updateMany({
      where: { audienceId: followed },
      data: { cause: 'follow' },
    });
  });
  afterAll(() => world.drop());

  const member = (role: Role) => members.get(role) as Actor;
  const stranger = (role: Role) => world.build.actor({ role });
  const to = (audience: () => string) => (actor: Actor) => mayPostTo(world.db, actor, audience());

  test.each<[what: string, expected: boolean[], actors?: (role: Role) => Actor]>([
    ['put a post on top', ADMINISTRATORS],
    ['put a post on top, with the right to demand reading', WHO_WRITE_INSIDE, holding(right('must_read'))],
  ])('%s', async (_what, expected, actors) => {
    const may = async (actor: Actor) => (await mayPutOnTop(world.db, actor, [theirs])).has(theirs);
    expect(await answers(may, actors)).toEqual(expected);
  });

  test.each<[string, PolicyRow[1], boolean[], (role: Role) => Actor | Promise<Actor>]>([
    ['one belongs to', to(() => theirs), WRITERS, member],
    ['one does not belong to, though it may be read', to(() => theirs), NONE, stranger],
    ['one only follows', to(() => followed), NONE, member],
    ['everyone', to(() => EVERYONE_AUDIENCE_ID), ADMINISTRATORS, member],
  ])('%s', async (_what, may, expected, actors) => {
    expect(await answers(may, actors)).toEqual(expected);
  });
});
