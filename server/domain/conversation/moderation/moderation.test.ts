import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { readActorRow } from '#server/domain/identity/actor.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

const HOUR_MS = 3_600_000;

let world: World;
let author: Actor;
let first: Actor;
let second: Actor;
beforeAll(async () => {
  world = await testWorld();
  author = await world.build.actor({ grants: [{ kind: 'post_to_everyone' }] });
  first = await world.build.actor({ grants: [{ kind: 'moderate' }] });
  second = await world.build.actor({ grants: [{ kind: 'moderate' }] });
});
afterAll(() => world.drop());

const talk = () => world.services.conversation;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );
const post = async (text = 'Words') =>
  (await world.services.feed.publishPost(author, { text, audienceId: EVERYONE_AUDIENCE_ID })).id;
const noticesOf = async (person: Actor) => {
  await world.settle();
  const page = await world.services.notifications.list(person, null);
  return page.items.map((item) => item.sentence);
};

test('what is hidden may be contested once; another moderator decides, and the author is told', async () => {
  const entryId = await post();
  await talk().hideEntry(first, { entryId, reason: 'Too sharp' });
  const contest = () => talk().contestHiding(author, { entryId, reason: 'It was a quotation' });
  expect(await refusal(talk().contestHiding(second, { entryId, reason: 'Not mine' }))).toBe('forbidden');
  expect((await talk().thread(author, entryId)).entry.hidden?.contest).toEqual({ state: 'possible' });
  await contest();
  expect(await refusal(contest())).toBe('conflict');
  expect((await talk().thread(author, entryId)).entry.hidden?.contest).toEqual({ state: 'open' });
  expect((await talk().thread(second, entryId)).entry.hidden?.contest).toBeUndefined();
  expect(await noticesOf(second)).toContain('notifications.contested');
  expect(await noticesOf(first)).not.toContain('notifications.contested');
  expect((await talk().contests(first)).items).toMatchObject([{ hidByMe: true, text: 'It was a quotation' }]);
  const decision = { entryId, reason: 'Still a person is meant', restore: false };
  expect(await refusal(talk().decideContest(first, decision))).toBe('forbidden');
  await talk().decideContest(second, decision);
  expect(await refusal(talk().decideContest(second, decision))).toBe('conflict');
  expect((await talk().thread(author, entryId)).entry.hidden?.contest).toEqual({
    state: 'upheld',
    answer: 'Still a person is meant',
  });
  expect(await noticesOf(author)).toContain('notifications.upheld');
  expect((await talk().contests(second)).items).toEqual([]);
});

test('a contest that is granted shows the words again, and tells so', async () => {
  const entryId = await post();
  await talk().hideEntry(first, { entryId, reason: 'Too sharp' });
  await talk().contestHiding(author, { entryId, reason: 'Look again' });
  await talk().decideContest(second, { entryId, reason: 'Right', restore: true });
  expect((await talk().thread(author, entryId)).entry).toMatchObject({ hidden: null, html: '<p>Words</p>' });
  expect(await noticesOf(author)).toContain('notifications.restored');
});

test('where there is no other moderator, who hid it decides', async () => {
  const lonely = await testWorld();
  const only = await lonely.build.actor({ grants: [{ kind: 'moderate' }] });
  const writer = await lonely.build.actor({ grants: [{ kind: 'post_to_everyone' }] });
  const { conversation, feed } = lonely.services;
  const { id } = await feed.publishPost(writer, { text: 'Words', audienceId: EVERYONE_AUDIENCE_ID });
  await conversation.hideEntry(only, { entryId: id, reason: 'No' });
  await conversation.contestHiding(writer, { entryId: id, reason: 'Yes' });
  expect((await conversation.contests(only)).items).toMatchObject([{ hidByMe: false }]);
  await conversation.decideContest(only, { entryId: id, reason: 'Yes', restore: true });
  await lonely.drop();
});

test('a suspension is in the actor while it runs, ends by itself, and is in the audit', async () => {
  const person = await world.build.actor();
  const handle = person.handle;
  expect(await refusal(talk().suspend(author, { handle, days: 1, reason: 'Insults' }))).toBe('forbidden');
  const { id } = await talk().suspend(first, { handle, days: 2, reason: 'Insults' });
  expect(await refusal(talk().suspend(second, { handle, days: 1, reason: 'Too' }))).toBe('invalid');
  const session = { id: 'a-session', accountId: person.accountId };
  const expiresAt = new Date(world.clock.now().getTime() + 100 * HOUR_MS);
  await world.db.session.create({ data: { ...session, expiresAt } });
  const row = () => readActorRow(world.parts, session.id);
  expect((await row())?.suspended).toMatchObject({ reason: 'Insults' });
  expect((await talk().suspensions(second)).items).toMatchObject([{ id, running: true, mayLift: true }]);
  world.clock.advance(47 * HOUR_MS);
  expect((await row())?.suspended).not.toBeNull();
  world.clock.advance(HOUR_MS);
  expect((await row())?.suspended).toBeNull();
  expect(await refusal(talk().liftSuspension(second, id))).toBe('gone');
  const again = await talk().suspend(first, { handle, days: 30, reason: 'Again' });
  await talk().liftSuspension(second, again.id);
  expect((await row())?.suspended).toBeNull();
  const audit = await world.db.auditEntry.findMany({
    where: { subjectId: person.personId },
    orderBy: { id: 'asc' },
  });
  expect(audit.map(({ action }) => action)).toEqual([
    'suspension.given',
    'suspension.given',
    'suspension.lifted',
  ]);
});

test('nobody silences who speaks for the works council', async () => {
  const office = await world.db.office.create({
    data: {
      id: world.parts.ids.next(),
      slug: 'council',
      nameEn: 'Works council',
      nameDe: 'Betriebsrat',
      independent: true,
    },
  });
  const speaker = await world.build.actor({
    grants: [{ kind: 'speak_for', scope: 'office', scopeId: office.id }],
  });
  const admin = await world.build.actor({ role: 'administrator' });
  const attempt = talk().suspend(admin, { handle: speaker.handle, days: 1, reason: 'Inconvenient' });
  expect(await refusal(attempt)).toBe('invalid');
});

test('while suspended one neither posts, comments, votes nor pins', async () => {
  const entryId = await post();
  const owner = await world.build.actor();
  const silent = {
    ...(await world.build.actor()),
    suspended: { until: '2099-01-01T00:00:00.000Z', reason: 'x' },
  };
  const { feed, pinboard } = world.services;
  const tries = [
    feed.publishPost(silent, { text: 'A', audienceId: EVERYONE_AUDIENCE_ID }),
    talk().addComment(silent, { entryId, text: 'B' }),
    talk().toggleReaction(silent, { entryId, emoji: '👍' }),
    pinboard.placePin(silent, { ownerId: owner.personId, kind: 'note', visibility: 'everyone', text: 'C' }),
  ];
  expect(await Promise.all(tries.map(refusal))).toEqual(Array(4).fill('forbidden'));
});

test('deleting what others have not opened tells their open lists', async () => {
  const entryId = await post();
  await world.settle();
  const item = await world.db.feedItem.findFirstOrThrow({ where: { subjectId: entryId } });
  await talk().hideEntry(first, { entryId, reason: 'Wrong place' });
  await world.settle();
  expect(world.emitted).toContainEqual({ room: 'everyone', message: { kind: 'feed.gone', itemId: item.id } });
});
