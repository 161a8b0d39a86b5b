import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashToken } from '#server/domain/identity/token.ts';
import { type IdentityWorld, identityWorld, visitor } from '#tests/setup/identity-world.ts';

let world: IdentityWorld;
beforeEach(async () => {
  world = await identityWorld();
  world.identity.registerJobs();
});
afterEach(() => world.drop());

const password = 'correct horse battery';
const chosen = 'another good sentence';

async function failure(attempt: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await attempt.then(
    () => null,
    (thrown) => thrown,
  );
  return { code: error?.code, message: error?.details?.message, fields: error?.details?.fields };
}

async function signedIn(name: string) {
  const session = await world.identity.signIn(visitor(), { name, password, shared: false });
  const loaded = await world.identity.loadActor(session.token);
  if (!loaded) throw new Error('not signed in');
  return { actor: loaded.actor, ...session };
}

async function administrator() {
  await world.person({ email: 'admin@demo.test', password, role: 'administrator' });
  return (await signedIn('admin@demo.test')).actor;
}

test('a printed invitation lets a person without address choose a password and in', async () => {
  const admin = await administrator();
  const { personId } = await world.person({ personnelNumber: '40117', state: 'invited' });
  const { code, mailed } = await world.identity.invite(admin, { personId, email: null, by: 'slip' });
  expect(mailed).toBe(false);
  expect(world.mails).toHaveLength(0);
  expect((await world.db.oneTimeCode.findFirstOrThrow()).codeHash).toBe(hashToken(code));
  const typed = code.toLowerCase().replaceAll('-', ' ');
  expect(await world.identity.lookAtCode(visitor(), typed)).toMatchObject({
    kind: 'invitation',
    signInName: '40117',
  });
  const redeemed = await world.identity.redeemCode(visitor(), {
    code: typed,
    password: chosen,
    repeated: chosen,
    language: 'de',
  });
  expect((await world.identity.loadActor(redeemed.token))?.actor).toMatchObject({ personId, language: 'de' });
  await world.identity.signIn(visitor(), { name: '40117', password: chosen, shared: false });
  expect((await failure(world.identity.lookAtCode(visitor(), code))).code).toBe('gone');
});

test('an invitation by mail carries the link, in the reader’s language, and no name in its subject', async () => {
  const admin = await administrator();
  const { personId } = await world.person({ state: 'invited', language: 'de', givenName: 'Leyla' });
  const issued = await world.identity.invite(admin, { personId, email: 'Leyla@demo.test', by: 'mail' });
  expect(world.mails[0]).toMatchObject({ to: 'leyla@demo.test', subject: 'Deine Einladung zu Flurfunk' });
  expect(world.mails[0]?.text).toContain(`https://flurfunk.test/invitation/${issued.code}`);
  expect(world.mails[0]?.subject).not.toContain('Leyla');
});

test('a second invitation replaces the first, and a code ends after its time', async () => {
  const admin = await administrator();
  const { personId } = await world.person({ personnelNumber: '1', state: 'invited' });
  const first = await world.identity.invite(admin, { personId, email: null, by: 'slip' });
  const second = await world.identity.invite(admin, { personId, email: null, by: 'slip' });
  expect((await failure(world.identity.lookAtCode(visitor(), first.code))).code).toBe('gone');
  await world.identity.lookAtCode(visitor(), second.code);
  world.clock.advance(15 * 86_400_000);
  expect((await failure(world.identity.lookAtCode(visitor(), second.code))).code).toBe('gone');
});

test('asking for a reset answers and works the same for known and unknown names; only the known gets a mail', async () => {
  await world.person({ email: 'mara@demo.test', password });
  await world.identity.requestReset(visitor(), 'nobody@demo.test');
  expect(world.mails).toHaveLength(0);
  await world.identity.requestReset(visitor(), 'mara@demo.test');
  expect(world.mails.map((mail) => mail.to)).toEqual(['mara@demo.test']);
  expect(world.mails[0]?.text).toMatch(/https:\/\/flurfunk\.test\/reset\/[A-Z0-9-]{19}/);
});

test('a mailbox is not flooded: the sixth mail within an hour is refused, for known and unknown alike', async () => {
  await world.person({ email: 'mara@demo.test', password });
  for (const name of ['mara@demo.test', 'nobody@demo.test']) {
    for (let round = 0; round < 5; round += 1) await world.identity.requestReset(visitor(), name);
    expect((await failure(world.identity.requestReset(visitor(), name))).code).toBe('rate_limited');
  }
});

test('a used reset ends every session, socket and known device of the account', async () => {
  const { accountId } = await world.person({ email: 'mara@demo.test', password });
  const old = await signedIn('mara@demo.test');
  await world.identity.requestReset(visitor(), 'mara@demo.test');
  const code = /reset\/([A-Z0-9-]{19})/.exec(world.mails[0]?.text ?? '')?.[1] ?? '';
  await world.identity.redeemCode(visitor(), { code, password: chosen, repeated: chosen });
  expect(await world.identity.loadActor(old.token)).toBeNull();
  expect(world.dropped).toContain(hashToken(old.token));
  expect(await world.db.knownDevice.count({ where: { accountId } })).toBe(1);
  const denied = await failure(
    world.identity.signIn(visitor(), { name: 'mara@demo.test', password, shared: false }),
  );
  expect(denied.code).toBe('unauthenticated');
});

test('guessing codes is slowed by address', async () => {
  const guess = () => failure(world.identity.lookAtCode(visitor(), 'AAAA-AAAA-AAAA-AAAA'));
  for (let round = 0; round < 250; round += 1) expect((await guess()).code).toBe('gone');
  expect((await guess()).code).toBe('rate_limited');
});

test('a code cannot be used twice at once', async () => {
  const admin = await administrator();
  const { personId } = await world.person({ personnelNumber: '7', state: 'invited' });
  const { code } = await world.identity.invite(admin, { personId, email: null, by: 'slip' });
  const use = () =>
    world.identity.redeemCode(visitor(), { code, password: chosen, repeated: chosen }).then(
      () => 'in',
      (error) => error.code,
    );
  expect((await Promise.all([use(), use()])).sort()).toEqual(['gone', 'in']);
});

test('nobody takes their own name as password, and the current one is asked for before a change', async () => {
  await world.person({ email: 'mara.suess@demo.test', password });
  const { actor } = await signedIn('mara.suess@demo.test');
  const other = await signedIn('mara.suess@demo.test');
  const change = (current: string, next: string) =>
    failure(world.identity.changePassword(actor, { current, password: next, repeated: next }));
  expect((await change('wrong password', chosen)).fields).toEqual({
    current: ['account.currentPasswordWrong'],
  });
  expect((await change(password, 'Mara.Suess@demo.test')).fields).toEqual({
    password: ['account.passwordIsName'],
  });
  expect((await change(password, chosen)).code).toBeUndefined();
  expect(await world.identity.loadActor(other.token)).toBeNull();
  expect(await world.db.session.count({ where: { id: actor.sessionId } })).toBe(1);
});

test('site staff resets colleagues of the site, which is written down; not others, not those above', async () => {
  const siteId = await world.site('Hamburg');
  const otherSiteId = await world.site('Rostock');
  const staff = await world.person({ email: 'staff@demo.test', password, siteId });
  await world.db.grant.create({
    data: {
      id: world.ids.next(),
      kind: 'site_staff',
      scope: 'site',
      scopeId: siteId,
      personId: staff.personId,
      validFrom: new Date('2026-01-01T00:00:00Z'),
    },
  });
  const { actor } = await signedIn('staff@demo.test');
  const colleague = await world.person({ personnelNumber: '1', password, siteId });
  const elsewhere = await world.person({ personnelNumber: '2', password, siteId: otherSiteId });
  const boss = await world.person({ personnelNumber: '3', password, siteId, role: 'administrator' });
  const { code } = await world.identity.resetByStaff(actor, colleague.personId);
  await world.identity.redeemCode(visitor(), { code, password: chosen, repeated: chosen });
  const written = await world.db.auditEntry.findFirst({ where: { action: 'account.reset_by_staff' } });
  expect(written).toMatchObject({ actorId: staff.personId, subjectId: colleague.personId });
  for (const { personId } of [elsewhere, boss, staff]) {
    expect((await failure(world.identity.resetByStaff(actor, personId))).code).toBe('forbidden');
  }
});
