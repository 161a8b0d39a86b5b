import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { ALL, answers, type Column, INSIDERS, NONE } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { EVERYONE_AUDIENCE_ID, mayRead } from './audience.policy.ts';
import { createAudience } from './create-audience.ts';

type Role = Exclude<Column, 'visitor'>;
let world: World;
const audience: Record<string, string> = {};
const members = new Map<Role, Actor>();

beforeAll(async () => {
  world = await testWorld();
  const make = (given: { kind: 'project' | 'combination'; open: boolean }) =>
    world.db.$transaction((tx) => createAudience(tx, world.parts, given));
  for (const name of ['closed', 'past', 'coming'])
    audience[name] = await make({ kind: 'project', open: false });
  audience.open = await make({ kind: 'project', open: true });
  audience.combined = await make({ kind: 'combination', open: false });
  audience.everyone = EVERYONE_AUDIENCE_ID;
  audience.unknown = world.parts.ids.next();
  await world.db.audiencePart.create({
    data: { audienceId: audience.combined, partId: audience.closed as string },
  });
  for (const role of ['administrator', 'people_operations', 'employee', 'reader', 'external'] as const) {
    const actor = await world.build.actor({ role });
    for (const name of ['closed', 'past', 'coming'])
      await world.build.join(actor.personId, audience[name] as string);
    members.set(role, actor);
  }
  const period = (name: string, validFrom: string, validTo: string) =>
    world.db.audienceMembership.updateMany({
      where: { audienceId: audience[name] as string },
      data: { validFrom: new Date(validFrom), validTo: new Date(validTo) },
    });
  await period('past', '2020-01-01', '2020-02-01');
  await period('coming', '2999-01-01', '2999-02-01');
});
afterAll(() => world.drop());

const member = (role: Role) => members.get(role) as Actor;
const stranger = (role: Role) => world.build.actor({ role });

test.each<[string, string, (role: Role) => Actor | Promise<Actor>, boolean[]]>([
  ['everyone', 'everyone', stranger, INSIDERS],
  ['an open audience', 'open', stranger, INSIDERS],
  ['a closed one, by its members', 'closed', member, ALL],
  ['a closed one, by nobody else: no role opens it', 'closed', stranger, NONE],
  ['a combination, by the members of its parts', 'combined', member, ALL],
  ['a combination, by nobody else', 'combined', stranger, NONE],
  ['what one was a member of', 'past', member, NONE],
  ['what one will be a member of', 'coming', member, NONE],
  ['what does not exist', 'unknown', stranger, NONE],
])('who reads %s', async (_what, name, actors, expected) => {
  expect(await answers((actor) => mayRead(world.db, actor, audience[name] as string), actors)).toEqual(
    expected,
  );
});
