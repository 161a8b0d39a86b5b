import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { FEATURES } from './features.schema.ts';

let world: World;
let admin: Actor;
let site: { id: string };
beforeAll(async () => {
  world = await testWorld();
  site = await world.build.site({ name: 'Hamburg' });
  admin = await world.build.actor({ role: 'administrator' });
});
afterAll(() => world.drop());

const change = (given: object, by = admin) =>
  world.services.organisation.switchFeature(by, {
    siteId: site.id,
    feature: 'must_read_names',
    enabled: true,
    agreement: '',
    agreedOn: '',
    ...given,
  });

const switches = () => world.services.organisation.switches(admin);

test('what watches people is off, and needs an agreement and its day to be on', async () => {
  const off = (await switches()).map(({ enabled }) => enabled);
  expect(off).toEqual(FEATURES.map(() => false));
  await expect(change({})).rejects.toMatchObject({ details: { fields: { agreement: ['error.required'] } } });
  await expect(change({ agreement: 'BV 7' })).rejects.toMatchObject({
    details: { fields: { agreedOn: ['error.required'] } },
  });
  await change({ agreement: 'BV 7', agreedOn: '2026-11-01' });
  const on = (await switches()).filter(({ enabled }) => enabled);
  expect(on).toMatchObject([
    { feature: 'must_read_names', site: 'Hamburg', agreement: 'BV 7', agreedOn: '2026-11-01' },
  ]);
  expect(await world.db.auditEntry.count({ where: { action: 'feature.on', subjectId: site.id } })).toBe(1);
  await change({ enabled: false });
  expect((await switches()).filter(({ enabled }) => enabled)).toEqual([]);
});

test.each(['people_operations', 'employee', 'reader'] as const)(
  'a %s neither sees nor turns it',
  async (role) => {
    const other = await world.build.actor({ role });
    await expect(change({ agreement: 'BV 7', agreedOn: '2026-11-01' }, other)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(world.services.organisation.switches(other)).rejects.toMatchObject({ code: 'forbidden' });
  },
);
