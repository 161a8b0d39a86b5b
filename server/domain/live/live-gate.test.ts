import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { hashToken } from '#server/domain/identity/token.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { createLiveGate } from './live-gate.ts';

let world: World;
let gate: ReturnType<typeof createLiveGate>;
let ronja: Actor;
let mara: Actor;
let external: Actor;
let administrator: Actor;
let team: string;

beforeAll(async () => {
  world = await testWorld();
  gate = createLiveGate(world.parts, (cookies) => /session=(\w+)/.exec(cookies ?? '')?.[1] ?? null);
  const { actor } = world.build;
  ronja = await actor();
  mara = await actor();
  external = await actor({ role: 'external' });
  administrator = await actor({ role: 'administrator' });
  team = await world.db.$transaction((tx) =>
    createAudience(tx, world.parts, { kind: 'project', open: false }),
  );
  await world.build.join(ronja.personId, team);
  await world.build.join(external.personId, team);
});
afterAll(() => world.drop());

async function post(audienceId: string): Promise<string> {
  const { id } = await world.parts.events.transaction((tx) =>
    writeEntry(tx, world.parts, ronja, { kind: 'post', audienceId, text: 'Hallo' }),
  );
  return id;
}

async function session(actor: Actor, token: string, minutes = 60): Promise<void> {
  await world.db.session.create({
    data: {
      id: hashToken(token),
      accountId: actor.accountId,
      expiresAt: new Date(world.clock.now().getTime() + minutes * 60_000),
    },
  });
}

describe('a socket', () => {
  test('belongs to whoever holds the session, while it is in force', async () => {
    await session(ronja, 'one');
    const expected = { personId: ronja.personId, sessionId: hashToken('one') };
    expect(await gate.authenticate('x=1; session=one')).toMatchObject(expected);
    for (const cookies of [undefined, '', 'session=other'])
      expect(await gate.authenticate(cookies)).toBeNull();
    await session(mara, 'old', -1);
    expect(await gate.authenticate('session=old')).toBeNull();
    const ids = [hashToken('one'), hashToken('old'), hashToken('never')];
    expect(await gate.liveSessions(ids)).toEqual(new Set([hashToken('one')]));
  });

  test('is in what is delivered to its owner, and partners are not in everyone', async () => {
    const rooms = async (actor: Actor) => gate.roomsOf(actor);
    expect(await rooms(ronja)).toEqual(expect.arrayContaining(['everyone', `audience:${team}`]));
    expect(await rooms(mara)).not.toContain(`audience:${team}`);
    expect(await rooms(external)).toEqual([`audience:${team}`]);
  });
});

test('a partner whom somebody gave the role of an employee stays outside everyone', async () => {
  await world.db.account.update({ where: { id: external.accountId }, data: { role: 'employee' } });
  await session(external, 'promoted');
  const listener = await gate.authenticate('session=promoted');
  expect(listener?.role).toBe('external');
  expect(listener && (await gate.roomsOf(listener))).toEqual([`audience:${team}`]);
  await world.db.account.update({ where: { id: external.accountId }, data: { role: 'external' } });
  const input = { personId: external.personId, email: 'partner@test.example', role: 'employee' } as const;
  const attempt = world.services.identity.changeAccount(administrator, input);
  await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
});

test('a right that is given or taken is asked for anew by the open sockets of its holder', async () => {
  await world.settle();
  const refresh = vi.spyOn(world.parts.live, 'refreshRooms');
  const right = {
    personId: mara.personId,
    kind: 'moderate',
    scope: 'company',
    scopeId: null,
    until: null,
  } as const;
  const { id } = await world.services.identity.giveGrant(administrator, right);
  await world.settle();
  expect(refresh.mock.calls).toEqual([[mara.personId]]);
  await world.services.identity.revokeGrant(administrator, id);
  await world.settle();
  expect(refresh.mock.calls).toEqual([[mara.personId], [mara.personId]]);
  refresh.mockRestore();
});

describe('may be joined', () => {
  test.each([
    ['ronja', true, true],
    ['mara', true, false],
    ['administrator', true, false],
    ['external', false, true],
  ])('a thread for everyone and one for members by %s: %s, %s', async (who, open, closed) => {
    const actor = { ronja, mara, administrator, external }[who] as Actor;
    expect(await gate.mayJoin(actor, `thread:${await post(EVERYONE_AUDIENCE_ID)}`)).toBe(open);
    expect(await gate.mayJoin(actor, `thread:${await post(team)}`)).toBe(closed);
  });

  test('a board by whoever may know its owner', async () => {
    expect(await gate.mayJoin(mara, `board:${ronja.personId}`)).toBe(true);
    expect(await gate.mayJoin(external, `board:${ronja.personId}`)).toBe(true);
    expect(await gate.mayJoin(external, `board:${mara.personId}`)).toBe(false);
  });

  test('a chart by whoever may read it, for as long as they may', async () => {
    const { organisation } = world.services;
    const company = await organisation.createChart(administrator, { kind: 'company', name: 'Works' });
    const closed = await organisation.createChart(administrator, {
      kind: 'project',
      name: 'Atlas',
      audienceId: team,
    });
    const mayJoin = (actor: Actor, id: string) => gate.mayJoin(actor, `chart:${id}`);
    expect(await mayJoin(mara, company.id)).toBe(true);
    expect(await mayJoin(external, company.id)).toBe(false);
    expect(await mayJoin(mara, closed.id)).toBe(false);
    expect(await mayJoin(ronja, closed.id)).toBe(true);
    const left = { where: { personId: ronja.personId, audienceId: team } };
    const memberships = await world.db.audienceMembership.findMany(left);
    await world.db.audienceMembership.deleteMany(left);
    expect(await mayJoin(ronja, closed.id)).toBe(false);
    await world.db.audienceMembership.createMany({ data: memberships });
  });

  test('nothing that does not exist, or is not asked for', async () => {
    const nothing = world.parts.ids.next();
    for (const room of [
      `thread:${nothing}`,
      `project:${nothing}`,
      `board:${nothing}`,
      `chart:${nothing}`,
    ] as const)
      expect(await gate.mayJoin(administrator, room)).toBe(false);
    expect(await gate.mayJoin(administrator, `person:${ronja.personId}`)).toBe(false);
    expect(await gate.mayJoin(administrator, `audience:${team}`)).toBe(false);
  });
});
