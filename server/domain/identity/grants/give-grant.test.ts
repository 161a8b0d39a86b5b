import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { createOffice } from '#server/domain/identity/create-office.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let admin: Actor;
let secretary: Actor;
let engineer: Actor;

beforeAll(async () => {
  world = await testWorld();
  admin = await world.build.actor({ role: 'administrator' });
  secretary = await world.build.actor();
  engineer = await world.build.actor({ givenName: 'Ronja', familyName: 'Weiß' });
});
afterAll(() => world.drop());

const speakFor = (scopeId: string, scope: 'person' | 'office' = 'person') =>
  world.services.identity.giveGrant(admin, {
    personId: secretary.personId,
    kind: 'speak_for',
    scope,
    scopeId,
    until: null,
  });

test('somebody may speak for anybody, also for who leads nobody and where a works council has its own speakers', async () => {
  const council = await world.parts.events.transaction(async (tx) => {
    const office = { slug: 'council', nameEn: 'Works council', nameDe: 'Betriebsrat', independent: true };
    return createOffice(tx, world.parts, office);
  });
  await world.build.actor({ grants: [{ kind: 'speak_for', scope: 'office', scopeId: council.id }] });
  await expect(speakFor(council.id, 'office')).rejects.toMatchObject({ code: 'forbidden' });
  const choices = await world.services.identity.grantScopes(admin);
  expect(choices.filter(({ scope }) => scope === 'person')).toEqual([]);
  await speakFor(engineer.personId);
  const detail = await world.services.identity.accountDetail(admin, secretary.handle);
  expect(detail.grants).toMatchObject([{ kind: 'speak_for', scope: 'person', scopeName: 'Ronja Weiß' }]);
  await expect(speakFor(engineer.personId)).rejects.toMatchObject({ code: 'conflict' });
});

test('nobody needs a right to speak for themselves', async () => {
  await expect(speakFor(secretary.personId)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { scopeId: ['admin.whomSelf'] } },
  });
});
