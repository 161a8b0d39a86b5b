import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { pinInput } from './pinboard.schema.ts';

let world: World;
let team: Team;
let id: string;

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
});
afterAll(() => world.drop());

/** Asked between the two, and answered. */
beforeEach(async () => {
  id = await ask('Welcher Drucker nimmt Rollen mit 76 mm?');
  await world.services.pinboard.answer(team.mara, { entryId: id, text: 'Der **zweite** im Lager.' });
  await world.settle();
});

/** Each test has a question of its own. */
afterEach(async () => {
  await world.services.conversation.deleteEntry(team.ronja, id);
  await world.settle();
});

async function ask(text: string, visibility = 'two'): Promise<string> {
  const input = pinInput.parse({ ownerId: team.mara.personId, text, visibility });
  const pin = { ...input, publishedAt: world.clock.now() };
  return (await world.services.pinboard.placePin(team.ronja, pin)).id;
}

const similar = async (actor: Actor, text: string) => {
  const found = await world.services.search.similarQuestions(actor, text);
  return found.map((answer) => answer.id);
};
const results = async (actor: Actor, q: string) => {
  const page = await world.services.search.search(actor, { q, kind: 'question', cursor: null });
  return page.results.map((result) => (result.kind === 'question' ? [result.id, result.to] : result));
};
const frequent = async (actor: Actor) =>
  (await world.services.pinboard.sharedAnswers(actor)).answers.map((answer) => answer.id);
const share = async (...actors: Actor[]) => {
  for (const actor of actors) await world.services.pinboard.share(actor, id);
  await world.settle();
};

describe('an answered question', () => {
  test('is shared once both want it, and by no one else', async () => {
    const { pinboard } = world.services;
    await expect(pinboard.share(team.jonas, id)).rejects.toMatchObject({ code: 'not_found' });
    await share(team.ronja);
    expect(await frequent(team.leyla)).not.toContain(id);
    expect((await pinboard.pin(team.mara, id)).sharing).toMatchObject({
      shared: false,
      mine: false,
      others: true,
    });
    await expect(pinboard.sharedAnswer(team.leyla, id)).rejects.toMatchObject({ code: 'not_found' });
    await share(team.mara);
    expect(await frequent(team.leyla)).toContain(id);
    const found = await pinboard.sharedAnswer(team.leyla, id);
    expect(found).toMatchObject({ shared: true, mine: false, pin: null });
    expect([found.asker.name, found.answerer.name]).toEqual(['Ronja Weiß', 'Mara Süß-Lindemann']);
    expect(found.answer.html).toContain('<strong>zweite</strong>');
    // The pin itself, and what was said below it, stay between the two.
    await expect(pinboard.pin(team.leyla, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(pinboard.sharedAnswer(team.external, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test.each<['ronja' | 'mara']>([['ronja'], ['mara']])('is no longer once %s takes it back', async (who) => {
    await share(team.ronja, team.mara);
    await world.services.pinboard.withdrawConsent(team[who], id);
    await world.settle();
    expect(await frequent(team.leyla)).not.toContain(id);
    expect(await results(team.leyla, 'Drucker Rollen')).toEqual([]);
    await share(team[who]);
    expect(await frequent(team.leyla)).toContain(id);
  });

  test('is no longer once one of the texts is changed: the consent was for other words', async () => {
    const { conversation, pinboard } = world.services;
    await share(team.ronja, team.mara);
    await conversation.editEntry(team.ronja, { entryId: id, text: 'Ist Mara nett?' });
    await world.settle();
    expect(await frequent(team.leyla)).not.toContain(id);
    expect(await results(team.leyla, 'Mara nett')).toEqual([]);
    expect((await pinboard.pin(team.ronja, id)).sharing).toMatchObject({
      shared: false,
      mine: false,
      others: false,
    });
  });

  test('is found by nobody once the board’s owner hides it, or the answer is taken back', async () => {
    const { pinboard, conversation } = world.services;
    await share(team.ronja, team.mara);
    await pinboard.hide(team.mara, id);
    expect(await frequent(team.leyla)).not.toContain(id);
    await pinboard.show(team.mara, id);
    expect(await frequent(team.leyla)).toContain(id);
    const answerId = (await pinboard.pin(team.mara, id)).answers[0]?.id ?? '';
    await conversation.deleteEntry(team.mara, answerId);
    await world.settle();
    expect(await frequent(team.leyla)).not.toContain(id);
    expect(await results(team.leyla, 'Drucker Rollen')).toEqual([]);
    await conversation.undoDelete(team.mara, answerId);
    await world.settle();
    expect((await pinboard.pin(team.ronja, id)).question?.state).toBe('answered');
  });

  test('tells the other one that it waits for them, then the first that it is shared', async () => {
    const told = async (actor: Actor) =>
      (await world.services.notifications.list(actor)).items.map((item) => item.what);
    await share(team.ronja);
    expect((await told(team.mara))[0]).toBe('share_asked');
    await share(team.mara);
    expect((await told(team.ronja))[0]).toBe('shared');
  });
});

describe('while somebody writes a question', () => {
  const TYPED = 'Hallo Mara, ich hoffe, es geht dir gut! Gibt es denn einen Druker für 76er Rollen?';

  test('what others have shared is offered, also with typing mistakes', async () => {
    expect(await similar(team.leyla, TYPED)).toEqual([]);
    await share(team.ronja, team.mara);
    expect(await similar(team.leyla, TYPED)).toContain(id);
    expect(await similar(team.external, TYPED)).toEqual([]);
    expect(await similar(team.leyla, 'Wann ist die Weihnachtsfeier im Lager?')).toEqual([]);
    expect(await similar(team.leyla, 'Gibt es denn im Herbst einen Basar für das Lager?')).toEqual([]);
    expect(await similar(team.leyla, 'Druck')).toEqual([]);
  });

  test('what one may read where it hangs is offered, and nobody else’s', async () => {
    // Of earlier questions the two know themselves.
    expect(await similar(team.ronja, TYPED)).toContain(id);
    const open = await ask('Darf der Stapler durch Tor sieben fahren?', 'unit');
    await world.services.pinboard.answer(team.mara, { entryId: open, text: 'Nein' });
    await world.settle();
    expect(await similar(team.jonas, 'Fährt der Stapler durch Tor sieben?')).toEqual([open]);
    expect(await similar(team.leyla, 'Fährt der Stapler durch Tor sieben?')).toEqual([]);
  });
});

describe('search', () => {
  test('finds question and answer as one, on its own page or where it hangs', async () => {
    await share(team.ronja, team.mara);
    expect(await results(team.leyla, 'drucker lager')).toEqual([[id, `/questions/${id}`]]);
    const board = `/people/${team.mara.handle}/pins/${id}`;
    expect(await results(team.ronja, 'Rollen zweite')).toContainEqual([id, board]);
    const all = await world.services.search.search(team.leyla, { q: 'Rollen', kind: null, cursor: null });
    expect(all.results.map((result) => result.kind)).toEqual(['question']);
  });

  test('finds a question as a post as long as it waits', async () => {
    const waiting = await ask('Wo steht die Kühlbox?', 'everyone');
    await world.settle();
    const kinds = async () => {
      const page = await world.services.search.search(team.leyla, { q: 'Kühlbox', kind: null, cursor: null });
      return page.results.map((result) => result.kind);
    };
    expect(await kinds()).toEqual(['post']);
    await world.services.pinboard.answer(team.mara, {
      entryId: waiting,
      text: 'Neben der Kühlbox von gestern',
    });
    await world.settle();
    expect(await kinds()).toEqual(['question']);
  });
});
