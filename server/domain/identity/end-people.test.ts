import { afterEach, beforeEach, expect, test } from 'vitest';
import { type IdentityWorld, identityWorld, visitor } from '#tests/setup/identity-world.ts';
import { hashToken } from './token.ts';

let world: IdentityWorld;
beforeEach(async () => {
  world = await identityWorld();
  world.identity.registerJobs();
});
afterEach(() => world.drop());

const password = 'correct horse battery';
const day = (text: string) => new Date(`${text}T00:00:00Z`);

test('within a minute of the end date everything stops: account, sessions, sockets, codes, devices, rights', async () => {
  const { personId, accountId } = await world.person({
    email: 'mara@demo.test',
    password,
    endsOn: day('2026-03-03'),
  });
  const grant = { kind: 'moderate', personId, validFrom: day('2026-01-01') } as const;
  await world.db.grant.create({ data: { id: world.ids.next(), ...grant } });
  const session = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  await world.identity.requestReset(visitor(), 'mara@demo.test');
  const heard: string[] = [];
  world.events.listen('test', ['person.ended'], (event) => void heard.push(event.personId));

  world.clock.set(new Date('2026-03-02T22:59:00Z'));
  await world.jobs.run('identity.end-people');
  expect(await world.identity.loadActor(session.token)).not.toBeNull();

  // Midnight in Berlin, where the site's clock has none of its own.
  world.clock.set(new Date('2026-03-02T23:00:30Z'));
  expect(await world.identity.loadActor(session.token)).toBeNull();
  await world.jobs.run('identity.end-people');
  await world.jobs.run('identity.end-people');
  await world.events.drain();
  expect(heard).toEqual([personId]);
  expect(world.dropped).toEqual([personId]);
  const account = await world.db.account.findUniqueOrThrow({ where: { id: accountId } });
  expect(account.state).toBe('ended');
  const mine = { where: { accountId } };
  expect(await world.db.session.count(mine)).toBe(0);
  expect(await world.db.oneTimeCode.count(mine)).toBe(0);
  expect(await world.db.knownDevice.count(mine)).toBe(0);
  expect((await world.db.grant.findFirstOrThrow({ where: { personId } })).validTo).not.toBeNull();
});

test('people without an account end too, once; history that an import brings is left alone', async () => {
  const { personId } = await world.bare({ endsOn: day('2026-03-01') });
  await world.bare({ endsOn: day('2019-05-01') });
  const heard: string[] = [];
  world.events.listen('test', ['person.ended'], (event) => void heard.push(event.personId));
  await world.jobs.run('identity.end-people');
  await world.jobs.run('identity.end-people');
  await world.events.drain();
  expect(heard).toEqual([personId]);
});

test('a date in the past ends at once; who comes back is invited anew and the old password is dead', async () => {
  await world.person({ email: 'admin@demo.test', password, role: 'administrator' });
  const opened = await world.identity.signIn(visitor(), {
    name: 'admin@demo.test',
    password,
    shared: false,
  });
  const admin = (await world.identity.loadActor(opened.token))?.actor;
  if (!admin) throw new Error('not signed in');
  const { personId } = await world.person({ email: 'mara@demo.test', password });
  await world.identity.setEndDate(admin, { personId, endsOn: day('2026-03-01') });
  expect(world.dropped).toEqual([personId]);
  await world.identity.setEndDate(admin, { personId, endsOn: null });
  const account = await world.db.account.findUniqueOrThrow({ where: { personId } });
  expect(account).toMatchObject({ state: 'invited', passwordHash: null });
  const self = world.identity.setEndDate(admin, { personId: admin.personId, endsOn: day('2026-03-01') });
  await expect(self).rejects.toMatchObject({ code: 'conflict' });
});

test('the minute’s job drops the sockets of terminals whose time is over', async () => {
  await world.person({ email: 'mara@demo.test', password });
  const session = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: true });
  world.clock.advance(121_000);
  await world.jobs.run('identity.end-people');
  expect(world.dropped).toEqual([hashToken(session.token)]);
  expect(await world.db.session.count()).toBe(0);
});

test('a suspended account is out at once and may be let in again; the last administrator stays', async () => {
  await world.person({ email: 'admin@demo.test', password, role: 'administrator' });
  const opened = await world.identity.signIn(visitor(), {
    name: 'admin@demo.test',
    password,
    shared: false,
  });
  const admin = (await world.identity.loadActor(opened.token))?.actor;
  if (!admin) throw new Error('not signed in');
  const { personId } = await world.person({ email: 'mara@demo.test', password });
  const session = await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  await world.identity.setSuspended(admin, { personId, suspended: true });
  expect(await world.identity.loadActor(session.token)).toBeNull();
  expect(world.dropped).toContain(personId);
  await world.identity.setSuspended(admin, { personId, suspended: false });
  await world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false });
  const demote = world.identity.changeAccount(admin, {
    personId: admin.personId,
    email: 'admin@demo.test',
    role: 'employee',
  });
  await expect(demote).rejects.toMatchObject({
    code: 'conflict',
    details: { message: 'admin.lastAdministrator' },
  });
});
