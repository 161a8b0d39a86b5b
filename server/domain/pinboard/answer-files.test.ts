import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import type { PinVisibilityName } from './pinboard.schema.ts';

let world: World;
let team: Team;

beforeAll(async () => {
  // A Monday at ten in Hamburg.
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
});
afterAll(() => world.drop());

const EVERYBODY = [
  'mara',
  'ronja',
  'jonas',
  'aylin',
  'leyla',
  'admin',
  'operations',
  'reader',
  'external',
] as const;
type Who = (typeof EVERYBODY)[number];

const upload = async (by: Actor) =>
  (await world.services.files.store(by, { name: 'plan.txt', bytes: Buffer.from('plan') })).id;
const attaching = (id: string) => ({ attachments: [{ id, alt: '', credit: '', consent: false }] });

/** Ronja asks on Mara's board, and Mara answers with a file. */
async function answered(visibility: PinVisibilityName) {
  const ownerId = team.mara.personId;
  const question = await world.services.pinboard.placePin(team.ronja, {
    ownerId,
    kind: 'question',
    visibility,
    text: 'Where is the plan?',
    publishedAt: world.clock.now(),
  });
  const fileId = await upload(team.mara);
  const answer = { entryId: question.id, text: 'Here it is', ...attaching(fileId) };
  return {
    pinId: question.id,
    fileId,
    answerId: (await world.services.pinboard.answer(team.mara, answer)).id,
  };
}

const opens = (who: Who, fileId: string) =>
  world.services.files.read(team[who], fileId, null).then(
    () => true,
    (error: { code: string }) => (error.code === 'not_found' ? false : Promise.reject(error)),
  );

const whoOpens = async (fileId: string) => {
  const answers = await Promise.all(EVERYBODY.map((who) => opens(who, fileId)));
  return EVERYBODY.filter((_who, index) => answers[index]);
};

describe('who may read the answer on a board may open its file, and nobody else', () => {
  test.each<[PinVisibilityName, Who[]]>([
    ['everyone', ['mara', 'ronja', 'jonas', 'aylin', 'leyla', 'admin', 'operations', 'reader']],
    ['unit', ['mara', 'ronja', 'jonas', 'aylin']],
    ['two', ['mara', 'ronja']],
  ])('for %s', async (visibility, allowed) => {
    const { pinId, fileId } = await answered(visibility);
    expect(await whoOpens(fileId)).toEqual(allowed);
    const pin = await world.services.pinboard.pin(team.ronja, pinId);
    expect(pin.answers.map(({ files }) => files?.map(({ name }) => name))).toEqual([['plan.txt']]);
  });

  test('also of a comment below a pin for the two', async () => {
    const { pinId } = await answered('two');
    const fileId = await upload(team.ronja);
    await world.services.conversation.addComment(team.ronja, {
      entryId: pinId,
      text: 'And mine',
      ...attaching(fileId),
    });
    expect(await whoOpens(fileId)).toEqual(['mara', 'ronja']);
  });

  test('taken out of sight by the owner, it is left to the two', async () => {
    const { pinId, fileId } = await answered('everyone');
    await world.services.pinboard.hide(team.mara, pinId);
    expect(await whoOpens(fileId)).toEqual(['mara', 'ronja']);
  });
});

test('somebody else’s file goes with no answer, and the question stays open', async () => {
  const ownerId = team.mara.personId;
  const pin = { ownerId, kind: 'question', visibility: 'two', text: 'And this?' } as const;
  const { id: entryId } = await world.services.pinboard.placePin(team.ronja, pin);
  const theirs = await upload(team.ronja);
  const answer = { entryId, text: 'Here', ...attaching(theirs) };
  await expect(world.services.pinboard.answer(team.mara, answer)).rejects.toMatchObject({
    details: { fields: { attachments: ['files.gone'] } },
  });
  expect((await world.services.pinboard.pin(team.mara, entryId)).question?.state).toBe('open');
});

test.each(['the answer', 'the pin'])(
  'deleting %s takes the file: at once from sight, then from the store',
  async (what) => {
    const { pinId, answerId, fileId } = await answered('everyone');
    if (what === 'the pin') await world.services.pinboard.remove(team.mara, pinId);
    else await world.services.conversation.deleteEntry(team.mara, answerId);
    expect(await whoOpens(fileId)).toEqual([]);
    world.clock.advance(2 * 86_400_000);
    await world.jobs.run('conversation.purge');
    await world.jobs.run('files.sweep');
    expect(await world.db.file.count({ where: { id: fileId } })).toBe(0);
    expect(await world.parts.files.get(fileId)).toBeNull();
  },
);
