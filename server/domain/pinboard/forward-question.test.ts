import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { pinInput } from './pinboard.schema.ts';

let world: World;
let team: Team;
const MONDAY = new Date('2026-11-16T09:00:00Z');

afterEach(() => world.clock.set(MONDAY));
beforeAll(async () => {
  world = await testWorld({ now: MONDAY });
  team = await buildTeam(world);
});
afterAll(() => world.drop());

/** Ronja asks Mara. */
async function ask(visibility: string): Promise<string> {
  const input = pinInput.parse({ ownerId: team.mara.personId, text: 'Which gate?', visibility });
  const pin = { ...input, publishedAt: world.clock.now() };
  const { id } = await world.services.pinboard.placePin(team.ronja, pin);
  await world.settle();
  // What comes next comes later.
  world.clock.advance(60_000);
  return id;
}

const forward = async (actor: Actor, entryId: string, to: Actor) => {
  const done = await world.services.pinboard.forward(actor, { entryId, to: `@${to.handle}` });
  await world.settle();
  return done;
};
const questionOf = (entryId: string) => world.db.question.findUniqueOrThrow({ where: { entryId } });
const reads = (actor: Actor, id: string) =>
  world.services.pinboard.pin(actor, id).then(
    () => true,
    () => false,
  );
const lastNotice = async (actor: Actor) => {
  const [item] = (await world.services.notifications.list(actor)).items;
  return item && [item.what, item.actors[0]?.name];
};

describe('handing a question on', () => {
  test('to a colleague who may read it happens at once, with time of their own; the asker is told', async () => {
    const id = await ask('everyone');
    expect(await forward(team.mara, id, team.jonas)).toBe(true);
    expect(await questionOf(id)).toMatchObject({
      answererId: team.jonas.personId,
      forwardedById: team.mara.personId,
      // Eight working hours from a minute past ten, when it was handed on.
      dueAt: new Date('2026-11-17T08:01:00Z'),
    });
    expect(await lastNotice(team.ronja)).toEqual(['forwarded', 'Mara Süß-Lindemann']);
    expect(await lastNotice(team.jonas)).toEqual(['forwarded', 'Mara Süß-Lindemann']);
    const pin = await world.services.pinboard.pin(team.ronja, id);
    expect([pin.question?.answerer?.name, pin.question?.forwardedBy?.name]).toEqual([
      'Jonas Böttger',
      'Mara Süß-Lindemann',
    ]);
    await world.services.pinboard.answer(team.jonas, { entryId: id, text: 'Four' });
  });

  test.each(['two', 'unit'])(
    'of what was written for the %s to somebody else waits for the asker',
    async (visibility) => {
      const id = await ask(visibility);
      expect(await forward(team.mara, id, team.leyla)).toBe(false);
      expect(await reads(team.leyla, id)).toBe(false);
      expect(await questionOf(id)).toMatchObject({ answererId: team.mara.personId });
      expect(await lastNotice(team.ronja)).toEqual(['proposed', 'Mara Süß-Lindemann']);
      const { pinboard } = world.services;
      for (const actor of [team.mara, team.jonas, team.leyla, team.admin]) {
        const decided = pinboard.decideForward(actor, { entryId: id, agree: true });
        await expect(decided).rejects.toThrow();
      }
      await pinboard.decideForward(team.ronja, { entryId: id, agree: true });
      expect(await reads(team.leyla, id)).toBe(true);
      await pinboard.answer(team.leyla, { entryId: id, text: 'Four' });
      expect((await pinboard.pin(team.ronja, id)).question?.state).toBe('answered');
    },
  );

  test('comes to nothing where the asker does not want it', async () => {
    const id = await ask('two');
    await forward(team.mara, id, team.leyla);
    await world.services.pinboard.decideForward(team.ronja, { entryId: id, agree: false });
    expect(await reads(team.leyla, id)).toBe(false);
    expect(await questionOf(id)).toMatchObject({ proposedToId: null, forwardedById: null });
  });

  test('comes back to the owner of the board when its time is over', async () => {
    const id = await ask('everyone');
    await forward(team.mara, id, team.jonas);
    world.clock.set(new Date('2026-11-18T09:00:00Z'));
    await world.jobs.run('pinboard.follow-up-questions');
    expect(await questionOf(id)).toMatchObject({ answererId: team.mara.personId, forwardedById: null });
  });

  test.each<[string, keyof Team, string]>([
    ['whoever asked', 'ronja', 'pinboard.forwardAsked'],
    ['oneself', 'mara', 'pinboard.forwardHasIt'],
  ])('to %s is refused', async (_, to, message) => {
    const id = await ask('two');
    await expect(forward(team.mara, id, team[to] as Actor)).rejects.toMatchObject({
      details: { fields: { to: [message] } },
    });
  });

  test('to somebody unknown, or away, is refused', async () => {
    const id = await ask('two');
    const { pinboard } = world.services;
    const refused = (to: string) => pinboard.forward(team.mara, { entryId: id, to });
    await expect(refused('Nobody Here')).rejects.toMatchObject({ code: 'invalid' });
    const away = { from: new Date('2026-11-16'), until: new Date('2026-11-18') };
    await world.db.absence.create({
      data: { id: world.parts.ids.next(), personId: team.jonas.personId, ...away },
    });
    await expect(refused(`@${team.jonas.handle}`)).rejects.toMatchObject({
      details: { fields: { to: ['pinboard.forwardAway'] } },
    });
    await world.db.absence.deleteMany();
  });
});

describe('whoever asked', () => {
  test('accepts an answer, which settles it', async () => {
    const { pinboard } = world.services;
    const id = await ask('everyone');
    await pinboard.answer(team.mara, { entryId: id, text: 'Four' });
    await expect(pinboard.accept(team.mara, id)).rejects.toMatchObject({ code: 'forbidden' });
    await pinboard.accept(team.ronja, id);
    await world.settle();
    expect((await pinboard.pin(team.jonas, id)).question?.acceptedId).toBeTruthy();
    expect(await lastNotice(team.mara)).toEqual(['accepted', 'Ronja Weiß']);
    await expect(pinboard.askAgain(team.ronja, id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('asks again where it did not help; then there are two answers', async () => {
    const { pinboard } = world.services;
    const id = await ask('everyone');
    await pinboard.answer(team.mara, { entryId: id, text: 'Four' });
    await pinboard.askAgain(team.ronja, id);
    await world.settle();
    expect(await lastNotice(team.mara)).toEqual(['again', 'Ronja Weiß']);
    expect(await questionOf(id)).toMatchObject({ state: 'open', answerId: null, escalatedAt: null });
    await pinboard.answer(team.mara, { entryId: id, text: 'Five, sorry' });
    const pin = await pinboard.pin(team.ronja, id);
    expect([pin.question?.state, pin.answers.length]).toEqual(['answered', 2]);
  });
});
