import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

const DAY_MS = 86_400_000;

let world: World;
let author: Actor;
let people: Actor[];
beforeAll(async () => {
  world = await testWorld();
  author = await world.build.actor({ role: 'administrator' });
  people = await Promise.all(Array.from({ length: 6 }, () => world.build.actor()));
});
afterAll(() => world.drop());

const inDays = (days: number) =>
  new Date(world.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);

async function poll(given: Record<string, string> = {}): Promise<string> {
  const { id } = await world.services.feed.publishPost(author, {
    text: 'Soup or salad?',
    audienceId: EVERYONE_AUDIENCE_ID,
    pollOption1: 'Soup',
    pollOption2: 'Salad',
    pollClosesOn: inDays(3),
    ...given,
  });
  return id;
}

async function seen(reader: Actor, entryId: string) {
  const found = (await world.services.conversation.entryViews(reader, [entryId])).get(entryId)?.poll;
  if (!found) throw new Error('the poll is missing');
  return found;
}

const vote = (voter: Actor, entryId: string, ...option: string[]) =>
  world.services.conversation.vote(voter, { entryId, option });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );
/** Ends it: the wall clock decides what readers are shown. */
const end = (entryId: string) =>
  world.db.poll.update({ where: { entryId }, data: { closesAt: new Date(Date.now() - DAY_MS) } });

test('an open poll: the result comes with one’s vote, which can be changed and taken back', async () => {
  const id = await poll();
  const [one, other] = people as [Actor, Actor];
  const [soup, salad] = (await seen(one, id)).options.map((option) => option.id) as [string, string];
  expect((await seen(one, id)).options.map((option) => option.votes)).toEqual([null, null]);
  await vote(one, id, soup);
  await vote(other, id, soup);
  expect((await seen(one, id)).options).toMatchObject([{ votes: 2, mine: true }, { votes: 0 }]);
  await vote(one, id, salad);
  expect((await seen(one, id)).options).toMatchObject([{ votes: 1 }, { votes: 1, mine: true }]);
  await vote(one, id);
  expect(await seen(one, id)).toMatchObject({ voters: 1, voted: false });
  expect(await refusal(vote(one, id, soup, salad))).toBe('invalid');
  expect(await refusal(vote(one, id, world.parts.ids.next()))).toBe('invalid');
});

test('an anonymous poll keeps no ballot: who took part on one side, a tally on the other, no time on either', async () => {
  const id = await poll({ pollAnonymous: 'on' });
  const [soup, salad] = (await seen(author, id)).options.map((option) => option.id) as [string, string];
  for (const [index, voter] of people.entries()) await vote(voter, id, index % 3 === 0 ? soup : salad);
  const columns = await world.db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_name IN ('poll_participation', 'poll_option') ORDER BY 1`;
  expect(columns.map((column) => column.name)).toEqual([
    'poll_option.entry_id',
    'poll_option.id',
    'poll_option.rank',
    'poll_option.tally',
    'poll_option.text',
    'poll_participation.entry_id',
    'poll_participation.person_id',
  ]);
  expect(await world.db.pollVote.count({ where: { entryId: id } })).toBe(0);
  // PostgreSQL remembers which transaction wrote a row: each vote has written every option's.
  const written = await world.db.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT xmin::text)::int AS n FROM poll_option WHERE entry_id = ${id}::uuid`;
  expect(written).toEqual([{ n: 1 }]);
  const told = await world.db.outboxEvent.findMany({ where: { type: 'poll.voted' } });
  expect(told.every(({ payload }) => !JSON.stringify(payload).includes('personId'))).toBe(true);
  expect(await refusal(vote(people[0] as Actor, id, salad))).toBe('conflict');
  expect((await seen(author, id)).options.map((option) => option.votes)).toEqual([null, null]);
  await end(id);
  expect((await seen(author, id)).options.map((option) => option.votes)).toEqual([2, 4]);
  const rows = await world.services.conversation.pollResults(author, id);
  expect(rows).toEqual([
    { option: 'Soup', votes: 2, names: [] },
    { option: 'Salad', votes: 4, names: [] },
  ]);
});

test('four anonymous voters are not shown, to nobody', async () => {
  const id = await poll({ pollAnonymous: 'on' });
  const [soup] = (await seen(author, id)).options.map((option) => option.id) as [string];
  for (const voter of people.slice(0, 4)) await vote(voter, id, soup);
  await end(id);
  expect(await seen(author, id)).toMatchObject({
    withheld: true,
    options: [{ votes: null }, { votes: null }],
  });
  expect(await refusal(world.services.conversation.pollResults(author, id))).toBe('forbidden');
});

test('a vote sent five times at once counts once', async () => {
  const id = await poll({ pollAnonymous: 'on' });
  const [soup] = (await seen(author, id)).options.map((option) => option.id) as [string];
  const voter = people[0] as Actor;
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => refusal(vote(voter, id, soup))));
  expect(outcomes.sort()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'done']);
  const { tally } = await world.db.pollOption.findUniqueOrThrow({ where: { id: soup } });
  expect(tally).toBe(1);
});

test('after the end nobody votes; deleted with its post nobody finds it; its author alone takes the result away', async () => {
  const id = await poll();
  const [soup] = (await seen(author, id)).options.map((option) => option.id) as [string];
  const voter = people[0] as Actor;
  await vote(voter, id, soup);
  expect(await refusal(world.services.conversation.pollResults(voter, id))).toBe('forbidden');
  const [first] = await world.services.conversation.pollResults(author, id);
  expect(first).toEqual({ option: 'Soup', votes: 1, names: [voter.displayName] });
  await end(id);
  expect(await refusal(vote(people[1] as Actor, id, soup))).toBe('conflict');
  const reader = await world.build.actor({ role: 'reader' });
  const next = await poll();
  const options = (await seen(reader, next)).options;
  expect(await refusal(vote(reader, next, options[0]?.id ?? ''))).toBe('forbidden');
  await world.services.conversation.deleteEntry(author, next);
  expect(await refusal(vote(voter, next, options[0]?.id ?? ''))).toBe('not_found');
  await world.db.entry.delete({ where: { id } });
  expect(await world.db.pollOption.count({ where: { entryId: id } })).toBe(0);
});

test.each([
  ['one option alone', { pollOption2: '' }, 'poll'],
  ['the same twice', { pollOption2: 'soup' }, 'poll'],
  ['no day', { pollClosesOn: '' }, 'pollClosesOn'],
  ['a day that has passed', { pollClosesOn: '2020-01-01' }, 'pollClosesOn'],
  ['a day far away', { pollClosesOn: '2099-01-01' }, 'pollClosesOn'],
])('a poll with %s is refused, and so is its post', async (_what, given, field) => {
  const before = await world.db.entry.count();
  await expect(poll(given)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { [field]: expect.anything() } },
  });
  expect(await world.db.entry.count()).toBe(before);
});
