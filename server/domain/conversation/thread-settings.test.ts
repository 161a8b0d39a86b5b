import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let author: Actor;
let other: Actor;
beforeAll(async () => {
  world = await testWorld();
  author = await world.build.actor({ grants: [{ kind: 'post_to_everyone' }] });
  other = await world.build.actor();
});
afterAll(() => world.drop());

const talk = () => world.services.conversation;
const post = async () =>
  (await world.services.feed.publishPost(author, { text: 'Words', audienceId: EVERYONE_AUDIENCE_ID })).id;
const unread = async (person: Actor) => {
  await world.settle();
  return (await world.services.notifications.list(person, null)).unread;
};

test('closed comments say why, refuse, and can be opened again', async () => {
  const entryId = await post();
  const closing = { entryId, closed: true, reason: 'All is said' };
  await expect(talk().closeComments(other, closing)).rejects.toMatchObject({ code: 'forbidden' });
  await talk().closeComments(author, closing);
  const { entry } = await talk().thread(other, entryId);
  expect(entry).toMatchObject({
    closed: { reason: 'All is said' },
    abilities: { comment: false, react: true },
  });
  await expect(talk().addComment(other, { entryId, text: 'But' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await talk().closeComments(author, { entryId, closed: false });
  expect((await talk().thread(other, entryId)).entry.closed).toBeUndefined();
  await talk().addComment(other, { entryId, text: 'Now' });
});

test('who follows hears of comments, who mutes does not, and the choice is seen', async () => {
  const entryId = await post();
  const follower = await world.build.actor();
  const before = await unread(follower);
  await talk().follow(follower, entryId, 'follow');
  await talk().addComment(other, { entryId, text: 'One' });
  expect(await unread(follower)).toBe(before + 1);
  expect((await talk().thread(follower, entryId)).entry.follow).toBe('follows');
  await world.services.notifications.markAllRead(follower);
  for (const choice of ['mute', 'unfollow'] as const) {
    await talk().follow(follower, entryId, choice);
    await talk().addComment(other, { entryId, text: choice });
    expect(await unread(follower)).toBe(0);
  }
  expect((await talk().thread(follower, entryId)).entry.follow).toBeUndefined();
});

test('a link to a comment far up brings it with what leads on to the newest, each once', async () => {
  const entryId = await post();
  const ids: string[] = [];
  for (let n = 0; n < 90; n += 1) {
    world.clock.advance(1_000);
    ids.push((await talk().addComment(other, { entryId, text: `Comment ${n}` })).id);
  }
  const thread = await talk().thread(author, entryId, undefined, ids[20]);
  const shown = [...(thread.older ?? []), ...thread.comments].map((comment) => comment.id);
  expect(shown).toEqual(ids.slice(10));
  expect(thread.earlier).toBe(10);
  expect((await talk().thread(author, entryId, undefined, ids[80])).older).toBeUndefined();
  const elsewhere = await talk().thread(author, entryId, undefined, await post());
  expect(elsewhere.older ?? []).toEqual([]);
});

test('who reacted comes by name, with all they gave, page by page', async () => {
  const entryId = await post();
  const people = await Promise.all(Array.from({ length: 52 }, () => world.build.actor()));
  await world.db.$transaction((tx) =>
    tx.reaction.createMany({ data: people.map(({ personId }) => ({ entryId, personId, emoji: '👍' })) }),
  );
  await talk().toggleReaction(author, { entryId, emoji: '🎉' });
  const first = await talk().reactors(other, entryId, null);
  const second = await talk().reactors(other, entryId, first.next);
  expect([first.people.length, second.people.length, second.next]).toEqual([50, 3, null]);
  const ids = new Set([...first.people, ...second.people].map(({ person }) => person.id));
  expect(ids.size).toBe(53);
  const outsider = await world.build.actor({ role: 'external' });
  await expect(talk().reactors(outsider, entryId, null)).rejects.toMatchObject({ code: 'not_found' });
});

test('a nervous finger breaks nothing: a reaction or a new wording sent several times at once', async () => {
  const entryId = await post();
  const atOnce = (work: () => Promise<void>) => Promise.all([1, 2, 3].map(work));
  await atOnce(() => talk().toggleReaction(other, { entryId, emoji: '👍' }));
  await atOnce(() => talk().editEntry(author, { entryId, text: 'Better words' }));
  const wordings = await talk().history(author, entryId);
  expect(wordings.map(({ text }) => text)).toEqual(['Better words', 'Better words', 'Better words', 'Words']);
  expect(wordings.map(({ revision }) => revision)).toEqual([4, 3, 2, 1]);
});
