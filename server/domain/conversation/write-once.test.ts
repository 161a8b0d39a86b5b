import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let team: Team;
/** What Aylin has written for the team, and a project of hers with a status. */
let postId: string;
let project: { slug: string; statusId: string };

const MOST = 6;
const STATUS = { health: 'on_track', text: 'All interfaces are accepted.', targetOn: '2027-12-15' } as const;

beforeAll(async () => {
  world = await testWorld();
  team = await buildTeam(world);
  const { feed, projects } = world.services;
  postId = (await feed.publishPost(team.aylin, { text: 'Hello', audienceId: team.unit.audienceId })).id;
  const { slug } = await projects.createProject(team.admin, {
    name: 'Atlas',
    leadId: team.aylin.personId,
    targetOn: STATUS.targetOn,
  });
  const { entryId } = await projects.publishStatus(team.aylin, slug, STATUS);
  project = { slug, statusId: entryId };
});
afterAll(() => world.drop());

const askPin = async () => {
  const pin = { ownerId: team.mara.personId, kind: 'question', visibility: 'everyone' } as const;
  return (await world.services.pinboard.placePin(team.ronja, { ...pin, text: 'Which printer?' })).id;
};
const askStatus = async () =>
  (await world.services.projects.askOnStatus(team.jonas, project.statusId, { text: 'When?' })).id;

type Sent = { text: string; idempotencyKey: string };
/** Makes what a form of each kind sends; `before` is what must be there first. */
const KINDS: Record<
  string,
  { before?: () => Promise<string>; send: (sent: Sent, on: string) => Promise<string> }
> = {
  post: {
    send: async (sent) =>
      (await world.services.feed.publishPost(team.jonas, { ...sent, audienceId: team.unit.audienceId })).id,
  },
  comment: {
    send: async (sent) =>
      (await world.services.conversation.addComment(team.jonas, { ...sent, entryId: postId })).id,
  },
  pin: {
    send: async (sent) => {
      const pin = { ownerId: team.mara.personId, kind: 'question', visibility: 'two' } as const;
      return (await world.services.pinboard.placePin(team.jonas, { ...sent, ...pin })).id;
    },
  },
  'answer to a pin': {
    before: askPin,
    send: async (sent, entryId) => (await world.services.pinboard.answer(team.mara, { ...sent, entryId })).id,
  },
  'status update': {
    send: async (sent) =>
      (await world.services.projects.publishStatus(team.aylin, project.slug, { ...STATUS, ...sent })).entryId,
  },
  'question on a status': {
    send: async (sent) => (await world.services.projects.askOnStatus(team.jonas, project.statusId, sent)).id,
  },
  'answer on a status': {
    before: askStatus,
    send: async (sent, id) => (await world.services.projects.answerOnStatus(team.aylin, id, sent)).id,
  },
  'refusal on a status': {
    before: askStatus,
    send: async (sent, id) => (await world.services.projects.declineOnStatus(team.aylin, id, sent)).id,
  },
};

describe.each(Object.entries(KINDS))('%s', (name, { before, send }) => {
  const written = (text: string) => world.db.entryBody.count({ where: { source: text } });

  test('is written, however often and however fast it is sent', async () => {
    const on = (await before?.()) ?? '';
    const sent = { text: `Once: ${name}`, idempotencyKey: 'the-form' };
    const ids = await Promise.all(Array.from({ length: MOST }, () => send(sent, on)));
    ids.push(await send(sent, on));
    expect(new Set(ids).size).toBe(1);
    expect(await written(sent.text)).toBe(1);
  });

  // What closes a question can't be said twice; the second is told so.
  test.runIf(!before)('sent with other words by the same form is another', async () => {
    const ids = await Promise.all(
      ['first', 'second'].map((text) => send({ text: `${name}, ${text}`, idempotencyKey: 'again' }, '')),
    );
    expect(new Set(ids).size).toBe(2);
  });
});

test('the key of one person is nothing to another', async () => {
  const sent = { entryId: postId, text: 'Me, too', idempotencyKey: 'shared' };
  const { addComment } = world.services.conversation;
  const ids = await Promise.all([addComment(team.jonas, sent), addComment(team.mara, sent)]);
  expect(ids[0]?.id).not.toBe(ids[1]?.id);
});

test('a pin that got through is found by its retry, though the board was switched off meanwhile', async () => {
  const pin = { ownerId: team.leyla.personId, kind: 'note', visibility: 'two' } as const;
  const sent = { ...pin, text: 'See you', idempotencyKey: 'late' };
  const { pinboard } = world.services;
  const first = await pinboard.placePin(team.ronja, sent);
  await pinboard.switchBoard(team.leyla, true);
  expect(await pinboard.placePin(team.ronja, sent)).toEqual(first);
  await expect(pinboard.placePin(team.ronja, { ...sent, text: 'And you?' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
