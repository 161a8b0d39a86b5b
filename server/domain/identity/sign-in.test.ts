import { afterEach, beforeEach, expect, test } from 'vitest';
import { type IdentityWorld, identityWorld, visitor } from '#tests/setup/identity-world.ts';
import { neighbourhood } from './sign-in-limits.ts';
import { hashToken } from './token.ts';

let world: IdentityWorld;
beforeEach(async () => {
  world = await identityWorld();
});
afterEach(() => world.drop());

const password = 'correct horse battery';

async function failure(attempt: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await attempt.then(
    () => null,
    (thrown) => thrown,
  );
  return { code: error?.code, message: error?.details?.message };
}

test('signs in by e-mail address in any case, and by personnel number', async () => {
  const { personId } = await world.person({ email: 'Mara@demo.test', personnelNumber: '40117', password });
  const byMail = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  const byNumber = await world.identity.signIn(visitor(), { name: '40117', password, shared: false });
  expect((await world.identity.loadActor(byMail.token))?.actor.personId).toBe(personId);
  expect((await world.identity.loadActor(byNumber.token))?.actor.personId).toBe(personId);
});

test('takes a name by equality: capitals do not matter, and a pattern stands for nobody', async () => {
  const { personId } = await world.person({ personnelNumber: 'HH-40117', password });
  for (const name of ['HH-40117', 'hh-40117', ' hh-40117 ']) {
    const session = await world.identity.signIn(visitor(), { name, password, shared: false });
    expect(session.personId).toBe(personId);
  }
  for (const name of ['%', 'HH-4011_', '%40117']) {
    const denied = await failure(world.identity.signIn(visitor(), { name, password, shared: false }));
    expect(denied.code).toBe('unauthenticated');
  }
});

test('opens a new session at each sign-in and keeps only its hash', async () => {
  await world.person({ email: 'mara@demo.test', password });
  const first = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  const second = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  expect(second.token).not.toBe(first.token);
  const stored = (await world.db.session.findMany()).map((session) => session.id);
  expect(stored.sort()).toEqual([hashToken(first.token), hashToken(second.token)].sort());
  expect(await world.identity.loadActor(stored[0] ?? '')).toBeNull();
});

test('gives one answer to a wrong password, an unknown name, an ended and an invited account', async () => {
  await world.person({ email: 'mara@demo.test', password });
  await world.person({ email: 'left@demo.test', password, state: 'ended' });
  await world.person({ email: 'new@demo.test' });
  await world.person({ email: 'over@demo.test', password, endsOn: new Date('2026-03-02T00:00:00Z') });
  const answers = [];
  for (const name of [
    'mara@demo.test',
    'nobody@demo.test',
    'left@demo.test',
    'new@demo.test',
    'over@demo.test',
  ]) {
    const tried = name === 'mara@demo.test' ? 'something else' : password;
    answers.push(await failure(world.identity.signIn(visitor(), { name, password: tried, shared: false })));
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ code: 'unauthenticated', message: 'account.signInFailed' });
});

test('takes about as long for an unknown name as for a wrong password', async () => {
  await world.person({ email: 'mara@demo.test', password });
  const duration = async (name: string) => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      await failure(
        world.identity.signIn(visitor({ address: `10.0.${name.length}.${round}` }), {
          name,
          password: 'something else',
          shared: false,
        }),
      );
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[2] ?? 0;
  };
  const known = await duration('mara@demo.test');
  const unknown = await duration('nobody@demo.test');
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2.5);
});

test('slows an outsider down without locking out a known device or another address', async () => {
  await world.person({ email: 'mara@demo.test', password });
  const home = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  const outsider = visitor({ address: '203.0.113.9' });
  const guess = () =>
    failure(world.identity.signIn(outsider, { name: 'mara@demo.test', password: 'guess', shared: false }));
  for (let round = 0; round < 8; round += 1) expect((await guess()).code).toBe('unauthenticated');
  expect((await guess()).code).toBe('rate_limited');
  // The right password does not help the outsider now: the answer must not depend on it.
  expect(
    (await failure(world.identity.signIn(outsider, { name: 'mara@demo.test', password, shared: false })))
      .code,
  ).toBe('rate_limited');
  const known = visitor({ address: '203.0.113.9', deviceToken: home.deviceToken });
  await world.identity.signIn(known, { name: 'mara@demo.test', password, shared: false });
  await world.identity.signIn(visitor({ address: '198.51.100.7' }), {
    name: 'mara@demo.test',
    password,
    shared: false,
  });
});

test('a name guessed from everywhere is guessed slowly, and its owner still gets in at a terminal', async () => {
  await world.person({ personnelNumber: '40117', password });
  const at = (address: string, tried: string) =>
    world.identity.signIn(visitor({ address }), { name: '40117', password: tried, shared: true });
  for (let botnet = 0; botnet < 8; botnet += 1) {
    const guesses = Array.from({ length: 8 }, () => failure(at(`203.0.${botnet}.9`, 'guess')));
    await Promise.all(guesses);
  }
  // Each further neighbourhood has three tries in a quarter of an hour, and no new address in it has more.
  const further = [];
  for (const host of [1, 2, 3, 4, 5]) further.push((await failure(at(`198.51.100.${host}`, 'guess'))).code);
  expect(further).toEqual([...Array(3).fill('unauthenticated'), 'rate_limited', 'rate_limited']);
  expect((await at('192.0.2.44', password)).kind).toBe('terminal');
});

test.each([
  ['203.0.113.9', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '203.0.113.0/24'],
  ['2001:db8:7:1::5', '2001:db8:7::/48'],
  ['2001:db8::5', '2001:db8:0::/48'],
])('%s stands in the neighbourhood %s', (address, expected) => {
  expect(neighbourhood(address)).toBe(expected);
});

test('counts unknown names just the same', async () => {
  const guess = () =>
    failure(world.identity.signIn(visitor(), { name: 'nobody@demo.test', password: 'guess', shared: false }));
  for (let round = 0; round < 8; round += 1) expect((await guess()).code).toBe('unauthenticated');
  expect((await guess()).code).toBe('rate_limited');
});

test('ends a shared terminal two minutes after the last request, and remembers no device', async () => {
  await world.person({ email: 'mara@demo.test', password });
  const session = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: true });
  expect(session).toMatchObject({ kind: 'terminal', expiresAt: null, deviceToken: null });
  for (let round = 0; round < 3; round += 1) {
    world.clock.advance(110_000);
    expect((await world.identity.loadActor(session.token))?.actor.terminal).toBe(true);
  }
  world.clock.advance(121_000);
  expect(await world.identity.loadActor(session.token)).toBeNull();
  expect(await world.db.knownDevice.count()).toBe(0);
});

test('slides a personal session at half time and asks for a new cookie', async () => {
  await world.person({ email: 'mara@demo.test', password });
  const session = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  expect((await world.identity.loadActor(session.token))?.renewed).toBeNull();
  world.clock.advance(16 * 86_400_000);
  expect((await world.identity.loadActor(session.token))?.renewed?.token).toBe(session.token);
  world.clock.advance(29 * 86_400_000);
  expect(await world.identity.loadActor(session.token)).not.toBeNull();
  world.clock.advance(31 * 86_400_000);
  expect(await world.identity.loadActor(session.token)).toBeNull();
});

test('loads the grants in force, those of the seat included, in one statement', async () => {
  const { personId } = await world.person({ email: 'mara@demo.test', password });
  const from = new Date('2026-01-01T00:00:00Z');
  const grant = { scope: 'company', personId, validFrom: from } as const;
  await world.db.grant.createMany({
    data: [
      { id: world.ids.next(), ...grant, kind: 'moderate' },
      { id: world.ids.next(), ...grant, kind: 'must_read', validTo: new Date('2026-02-01T00:00:00Z') },
    ],
  });
  const session = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  const before = world.statements();
  const loaded = await world.identity.loadActor(session.token);
  expect(world.statements() - before).toBeLessThanOrEqual(2); // the settings are read once in five seconds
  await world.identity.loadActor(session.token);
  expect(loaded?.actor.grants.map((held) => held.kind)).toEqual(['moderate']);
});

test('signing out, revoking and signing out everywhere end sessions and sockets at once', async () => {
  await world.person({ email: 'mara@demo.test', password });
  await world.person({ email: 'other@demo.test', password });
  const open = (name: string) => world.identity.signIn(visitor(), { name, password, shared: false });
  const [here, phone, third, other] = [
    await open('mara@demo.test'),
    await open('mara@demo.test'),
    await open('mara@demo.test'),
    await open('other@demo.test'),
  ];
  const mara = (await world.identity.loadActor(here.token))?.actor;
  if (!mara) throw new Error('no actor');
  expect((await failure(world.identity.revokeSession(mara, hashToken(other.token)))).code).toBe('not_found');
  await world.identity.revokeSession(mara, hashToken(phone.token));
  expect(await world.identity.loadActor(phone.token)).toBeNull();
  expect(world.dropped).toContain(hashToken(phone.token));
  expect(await world.identity.signOutEverywhere(mara, true)).toBe(1);
  expect(await world.identity.loadActor(third.token)).toBeNull();
  await world.identity.signOut(mara);
  expect(await world.identity.loadActor(here.token)).toBeNull();
  expect(await world.identity.loadActor(other.token)).not.toBeNull();
});
