import { afterEach, beforeEach, expect, test } from 'vitest';
import { type IdentityWorld, identityWorld, visitor } from '#tests/setup/identity-world.ts';
import type { SetupInput } from './setup.schema.ts';
import { createSetupService } from './setup.service.ts';

let world: IdentityWorld;
let setup: ReturnType<typeof createSetupService>;
beforeEach(async () => {
  world = await identityWorld();
  setup = createSetupService(world.parts, world);
});
afterEach(() => world.drop());

const input: SetupInput = {
  companyName: 'Hansa Werke',
  brandHue: 25,
  defaultLanguage: 'de',
  germanTone: 'sie',
  sites: [
    { name: 'Hamburg', timeZone: 'Europe/Berlin', region: 'DE-HH' },
    { name: 'Sines', timeZone: 'Europe/Lisbon', region: '' },
  ],
  givenName: 'Björn',
  familyName: 'Ahlers',
  email: 'Admin@demo.test',
  password: 'correct horse battery',
  repeated: 'correct horse battery',
};
const here = visitor({ address: '127.0.0.1', local: true });

test('opens the house: settings, sites, chart, an administrator who is signed in', async () => {
  expect(await setup.isOpen()).toBe(true);
  expect(await world.settings.isSetUp()).toBe(false);
  const session = await setup.setUp(here, input);
  const actor = (await world.identity.loadActor(session.token))?.actor;
  expect(actor).toMatchObject({
    role: 'administrator',
    language: 'de',
    tone: 'sie',
    handle: 'bjoern-ahlers',
  });
  expect(actor?.grants.map((grant) => grant.kind).sort()).toEqual(['moderate', 'post_to_everyone']);
  expect(await world.settings.current()).toMatchObject({ companyName: 'Hansa Werke', brandHue: 25 });
  expect(await world.settings.isSetUp()).toBe(true);
  expect(await world.db.site.count()).toBe(2);
  expect(await world.db.chart.count({ where: { kind: 'company' } })).toBe(1);
  expect(await setup.codeToShow()).toBeNull();
});

test('a stranger on the network needs the code from the terminal', async () => {
  const code = await setup.codeToShow();
  const stranger = visitor();
  const wrong = setup.setUp(stranger, { ...input, setupCode: 'AAAA-AAAA-AAAA-AAAA' });
  await expect(wrong).rejects.toMatchObject({ details: { fields: { setupCode: ['setup.codeWrong'] } } });
  await expect(setup.setUp(stranger, input)).rejects.toMatchObject({ code: 'invalid' });
  await expect(setup.openSample(stranger, undefined)).rejects.toMatchObject({ code: 'invalid' });
  await setup.setUp(stranger, { ...input, setupCode: code?.toLowerCase() });
});

test('happens once: later and at the same time', async () => {
  const both = await Promise.allSettled([
    setup.setUp(here, input),
    setup.setUp(here, { ...input, email: 'second@demo.test' }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(setup.setUp(here, input)).rejects.toMatchObject({ code: 'conflict' });
  expect(await world.db.account.count()).toBe(1);
  expect(await world.db.site.count()).toBe(2);
});
