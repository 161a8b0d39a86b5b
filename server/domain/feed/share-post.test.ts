import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let admin: Actor;
let sharer: Actor;
let partner: Actor;
let team: string;
beforeAll(async () => {
  world = await testWorld();
  const make = (open: boolean) =>
    world.db.$transaction((tx) => createAudience(tx, world.parts, { kind: 'project', open }));
  admin = await world.build.actor({ role: 'administrator' });
  sharer = await world.build.actor();
  partner = await world.build.actor({ role: 'external' });
  team = await make(false);
  for (const person of [sharer, partner, admin]) await world.build.join(person.personId, team);
});
afterAll(() => world.drop());

const posted = async (audienceId: string, text = 'The original') =>
  (await world.services.feed.publishPost(admin, { text, audienceId })).id;
const cardOf = async (reader: Actor, id: string) =>
  (await world.services.conversation.thread(reader, id)).entry.shared;

test('a share carries the original for who may read it, and no word of it for others', async () => {
  const entryId = await posted(EVERYONE_AUDIENCE_ID);
  const { id } = await world.services.feed.sharePost(sharer, { entryId, audienceId: team, text: 'For us' });
  expect(await cardOf(sharer, id)).toMatchObject({ id: entryId, html: '<p>The original</p>' });
  expect(await cardOf(partner, id)).toBeNull();
  const onwards = await world.services.feed.sharePost(sharer, {
    entryId: await open(id),
    audienceId: team,
    text: 'On',
  });
  expect(await cardOf(sharer, onwards.id)).toMatchObject({ id: entryId });
  await world.services.conversation.deleteEntry(admin, entryId);
  expect(await cardOf(sharer, id)).toBeNull();
});

/** A share within everyone, to be shared on. */
async function open(sharedId: string): Promise<string> {
  const { sharedEntryId } = await world.db.entry.findUniqueOrThrow({ where: { id: sharedId } });
  const { id } = await world.services.feed.sharePost(admin, {
    entryId: sharedEntryId ?? '',
    audienceId: EVERYONE_AUDIENCE_ID,
    text: 'To all',
  });
  return id;
}

test('what is for a team is not shared at all, nor by a reader, nor where one may not post', async () => {
  const { sharePost } = world.services.feed;
  const inner = await posted(team);
  const share = (who: Actor, entryId: string, audienceId: string) =>
    sharePost(who, { entryId, audienceId, text: 'Look' }).then(
      () => 'done',
      ({ code }: { code: string }) => code,
    );
  expect(await share(admin, inner, EVERYONE_AUDIENCE_ID)).toBe('forbidden');
  const outer = await posted(EVERYONE_AUDIENCE_ID);
  expect(await share(sharer, outer, EVERYONE_AUDIENCE_ID)).toBe('invalid');
  expect(await share(await world.build.actor({ role: 'reader' }), outer, team)).toBe('forbidden');
  expect(await share(partner, outer, team)).toBe('not_found');
});
