import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { pinInput } from './pinboard.schema.ts';

let world: World;
let team: Team;

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
});
afterAll(() => world.drop());

/** Ronja asks Mara, for all to see. */
async function ask(): Promise<string> {
  const input = pinInput.parse({ ownerId: team.mara.personId, text: 'Which gate?', visibility: 'everyone' });
  const { id } = await world.services.pinboard.placePin(team.ronja, {
    ...input,
    publishedAt: world.clock.now(),
  });
  await world.settle();
  return id;
}

async function comment(actor: Actor, entryId: string, text: string): Promise<string> {
  world.clock.advance(60_000);
  const { id } = await world.services.conversation.addComment(actor, { entryId, text });
  await world.settle();
  return id;
}

const accept = async (entryId: string, commentId: string, actor = team.ronja) => {
  await world.services.pinboard.acceptComment(actor, { entryId, commentId });
  await world.settle();
};
const seen = (id: string, actor = team.leyla) => world.services.pinboard.pin(actor, id);

test('a colleague’s comment answers it, is found as its answer, and its author is told', async () => {
  const id = await ask();
  const said = await comment(team.jonas, id, 'Four, behind the canteen');
  await accept(id, said);
  const pin = await seen(id);
  expect(pin.question).toMatchObject({ state: 'answered', acceptedId: said });
  expect(pin.answers.map((answer) => answer.author.name)).toEqual(['Jonas Böttger']);
  expect(pin.commentCount).toBe(0);
  expect((await world.services.pinboard.sharedAnswer(team.leyla, id)).answer.text).toContain('canteen');
  expect((await world.services.notifications.list(team.jonas)).items[0]).toMatchObject({ what: 'accepted' });
  expect((await world.services.pinboard.questionsForMe(team.mara)).pins).toEqual([]);
  // Whoever has the question open sees it there, too.
  expect(world.emitted).toContainEqual(
    expect.objectContaining({ room: `thread:${id}`, message: expect.objectContaining({ entryId: id }) }),
  );
});

test('it does so beside an answer that did not help, and stays the answer when that one goes', async () => {
  const id = await ask();
  const said = await comment(team.jonas, id, 'Four');
  world.clock.advance(60_000);
  const given = await world.services.pinboard.answer(team.mara, { entryId: id, text: 'Five, I think' });
  await accept(id, said);
  await world.services.conversation.deleteEntry(team.mara, given.id);
  await world.settle();
  expect((await seen(id)).question).toMatchObject({ state: 'answered', acceptedId: said });
  await world.services.conversation.deleteEntry(team.jonas, said);
  await world.settle();
  expect((await seen(id)).question).toMatchObject({ state: 'open', acceptedId: null });
});

test('whoever asked decides, about words of others below this very question', async () => {
  const [id, other] = [await ask(), await ask()];
  const own = await comment(team.ronja, id, 'Anybody?');
  const said = await comment(team.jonas, id, 'Four');
  const elsewhere = await comment(team.jonas, other, 'Five');
  for (const actor of [team.mara, team.jonas, team.admin])
    await expect(accept(id, said, actor)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(accept(id, own)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(accept(id, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
  await world.services.conversation.deleteEntry(team.jonas, said);
  await expect(accept(id, said)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await seen(id)).question?.state).toBe('open');
});
