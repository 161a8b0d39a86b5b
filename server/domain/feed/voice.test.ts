import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let site: { id: string; audienceId: string };
let chief: Actor;
let secretary: Actor;
let reader: Actor;

beforeEach(async () => {
  world = await testWorld({ now: new Date('2026-11-23T08:00:00Z') });
  site = await world.build.site({ name: 'Hamburg' });
  chief = await world.build.actor({ siteId: site.id, givenName: 'Carla', familyName: 'Chief' });
  const grants = [
    { kind: 'speak_for' as const, scope: 'person' as const, scopeId: chief.personId },
    { kind: 'post_to_everyone' as const },
  ];
  secretary = await world.build.actor({ siteId: site.id, givenName: 'Sven', familyName: 'Sekretär', grants });
  reader = await world.build.actor({ siteId: site.id });
});
afterEach(() => world.drop());

const post = (actor: Actor, extra: object = {}) =>
  world.services.feed.publishPost(actor, {
    text: 'The year was good.',
    audienceId: site.audienceId,
    voice: `person:${chief.personId}`,
    ...extra,
  });
const noMandate = { code: 'invalid', details: { fields: { voice: ['error.noMandate'] } } };

describe('on behalf of somebody', () => {
  test('speaks who has the right, and both names stand wherever the post does', async () => {
    expect(await world.services.feed.voiceChoices(secretary)).toEqual([
      { voice: `person:${chief.personId}`, name: 'Carla Chief' },
    ]);
    const { id } = await post(secretary, { audienceId: EVERYONE_AUDIENCE_ID });
    await world.settle();
    const [item] = (await world.services.feed.page(reader)).items;
    expect(item?.entry).toMatchObject({
      author: { name: 'Sven Sekretär' },
      behalfOf: { name: 'Carla Chief' },
    });
    const { results } = await world.services.search.search(reader, { q: 'year', kind: null, cursor: null });
    expect(results).toMatchObject([{ id, behalfOf: { name: 'Carla Chief' } }]);
    const house = { companyName: 'Hansa Werke', appUrl: 'https://flurfunk.test' };
    expect(await world.services.feed.atom({ ...reader, language: 'en' }, house)).toContain(
      'Sven Sekretär on behalf of Carla Chief',
    );
    await world.services.feed.sharePost(reader, { entryId: id, text: 'Look', audienceId: site.audienceId });
    expect((await world.services.feed.page(secretary)).items[0]?.entry?.shared).toMatchObject({
      behalfOf: { name: 'Carla Chief' },
    });
  });

  test('nobody speaks without the right, and nobody for who has left', async () => {
    await expect(post(reader)).rejects.toMatchObject(noMandate);
    await expect(post(secretary, { voice: `person:${reader.personId}` })).rejects.toMatchObject(noMandate);
    await world.db.person.update({ where: { id: chief.personId }, data: { endsOn: new Date('2026-11-01') } });
    await expect(post(secretary)).rejects.toMatchObject(noMandate);
    expect(await world.db.entry.count()).toBe(0);
  });

  test('a post that waits is held back when the right is gone', async () => {
    await post(secretary, { publishOn: '2026-11-24', publishAt: '09:00' });
    expect(await world.services.feed.scheduled(secretary)).toMatchObject([
      { voice: 'Carla Chief', held: false },
    ]);
    await world.db.grant.updateMany({ data: { validTo: new Date('2026-11-23T09:00:00Z') } });
    world.clock.set(new Date('2026-11-24T08:00:00Z'));
    await world.jobs.run('feed.release');
    expect(await world.services.feed.scheduled(secretary)).toMatchObject([{ held: true }]);
    expect((await world.services.feed.page(reader)).items).toEqual([]);
  });
});
