import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let team: Team;
beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-26T09:00:00Z') });
  team = await buildTeam(world);
  await joined(team.mara, '2016-11-24');
});
afterAll(() => world.drop());
beforeEach(() => world.db.anniversaryConsent.deleteMany());

const joined = (who: Actor, day: string) =>
  world.db.person.update({ where: { id: who.personId }, data: { joinedOn: new Date(day) } });
const agree = (who: Actor, shown = true) => world.services.people.showAnniversaries(who, who.personId, shown);
const rail = async (reader: Actor) =>
  (await world.services.feed.rail(reader)).anniversaries.map(({ person, years, on }) => [
    person.name,
    years,
    on,
  ]);
const onProfile = async (reader: Actor, of: Actor) =>
  (await world.services.people.profile(reader, of.handle)).anniversary;

const MARA = ['Mara Süß-Lindemann', 10, '2026-11-24'];

test('nobody hears of one that its owner did not agree to', async () => {
  expect(await rail(team.ronja)).toEqual([]);
  expect(await onProfile(team.ronja, team.mara)).toBeNull();
  expect(await world.services.people.anniversariesShown(team.mara)).toBe(false);
});

test('agreed to, it stands at the colleagues’ side and on the profile; withdrawn, it is gone', async () => {
  await agree(team.mara);
  await agree(team.mara);
  expect(await rail(team.ronja)).toEqual([MARA]);
  expect(await onProfile(team.ronja, team.mara)).toEqual({ years: 10, on: '2026-11-24' });
  expect(await world.services.people.anniversariesShown(team.mara)).toBe(true);
  await world.settle();
  expect(await world.db.notification.count()).toBe(0);

  await agree(team.mara, false);
  expect(await rail(team.ronja)).toEqual([]);
  expect(await onProfile(team.ronja, team.mara)).toBeNull();
  expect(await world.db.anniversaryConsent.count()).toBe(0);
});

test('nobody agrees or withdraws for somebody else', async () => {
  await agree(team.mara);
  for (const who of [team.aylin, team.operations, team.admin, team.external])
    for (const shown of [true, false])
      await expect(
        world.services.people.showAnniversaries(who, team.mara.personId, shown),
      ).rejects.toMatchObject({ code: 'forbidden' });
  expect(await rail(team.ronja)).toEqual([MARA]);
});

test('partners from outside are told of none and have none', async () => {
  await agree(team.mara);
  for (const who of [team.mara, team.external]) await world.build.join(who.personId, team.other.audienceId);
  const partner = { ...team.external, siteId: team.site.id };
  expect(await rail(partner)).toEqual([]);
  expect(await onProfile(partner, team.mara)).toBeNull();
  expect(await world.services.people.anniversariesShown(partner)).toBeNull();
});

test('another site’s do not stand at one’s side', async () => {
  await agree(team.mara);
  const elsewhere = await world.build.site({ name: 'Rostock' });
  expect(await rail({ ...team.ronja, siteId: elsewhere.id })).toEqual([]);
  expect(await onProfile(team.ronja, team.mara)).not.toBeNull();
});

test('who has left has none any more, and the consent goes', async () => {
  await agree(team.mara);
  await agree(team.jonas);
  await world.db.person.update({
    where: { id: team.mara.personId },
    data: { endsOn: new Date('2026-11-26') },
  });
  expect(await rail(team.ronja)).toEqual([]);
  expect(await onProfile(team.ronja, team.mara)).toBeNull();
  await world.jobs.run('privacy.forget');
  const left = await world.db.anniversaryConsent.findMany();
  expect(left.map((row) => row.personId)).toEqual([team.jonas.personId]);
});
