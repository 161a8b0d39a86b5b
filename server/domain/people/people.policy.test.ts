import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { ALL, answers, type Column, INSIDERS, NONE, OPERATIONS, someone } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { knownTo, mayEditProfile, mayRemovePhoto, maySetAbsence } from './people.policy.ts';

const ME = someone('employee').personId;

test.each([
  ['edit my profile', (actor: Actor) => mayEditProfile(actor, ME), ALL],
  ['edit another’s', (actor: Actor) => mayEditProfile(actor, 'mara'), NONE],
  ['note my absence', (actor: Actor) => maySetAbsence(actor, ME), ALL],
  ['note another’s', (actor: Actor) => maySetAbsence(actor, 'mara'), OPERATIONS],
  ['remove my photo', (actor: Actor) => mayRemovePhoto(actor, ME), ALL],
  ['remove another’s', (actor: Actor) => mayRemovePhoto(actor, 'mara'), OPERATIONS],
] as const)('%s', async (_what, may, expected) => {
  expect(await answers(may)).toEqual([...expected]);
});

describe('knowing of a person', () => {
  type Role = Exclude<Column, 'visitor'>;
  let world: World;
  let stranger: Actor;
  let colleague: Actor;
  let former: Actor;
  const actors = new Map<Role, Actor>();
  beforeAll(async () => {
    world = await testWorld();
    const { actor, join } = world.build;
    [stranger, colleague, former] = [await actor(), await actor(), await actor()];
    const audience = () =>
      world.db.$transaction((tx) => createAudience(tx, world.parts, { kind: 'project', open: false }));
    const [project, over] = [await audience(), await audience()];
    await join(colleague.personId, project);
    await join(former.personId, over);
    for (const role of ['administrator', 'people_operations', 'employee', 'reader', 'external'] as const) {
      const one = await actor({ role });
      await join(one.personId, project);
      await join(one.personId, over);
      actors.set(role, one);
    }
    await world.db.audienceMembership.updateMany({
      where: { audienceId: over },
      data: { validFrom: new Date('2020-01-01'), validTo: new Date('2020-02-01') },
    });
  });
  afterAll(() => world.drop());

  test.each<[string, () => Actor, boolean[]]>([
    ['somebody one shares nothing with', () => stranger, INSIDERS],
    ['somebody one works with in a project', () => colleague, ALL],
    ['somebody one worked with once', () => former, INSIDERS],
  ])('%s', async (_what, person, expected) => {
    const today = world.clock.now().toISOString().slice(0, 10);
    const known = async (actor: Actor) => {
      const [row] = await world.db.$queryRaw<{ ok: boolean }[]>(
        Prisma.sql`SELECT ${knownTo(actor, Prisma.sql`${person().personId}::uuid`, today)} AS ok`,
      );
      return row?.ok ?? false;
    };
    expect(await answers(known, (role) => actors.get(role) as Actor)).toEqual(expected);
  });
});
