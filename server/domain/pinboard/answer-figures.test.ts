import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { systemActor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { pinInput } from './pinboard.schema.ts';

let world: World;
let team: Team;
/** Of the unit Applications, at the same site. */
let people: Actor[];
/** A Monday at ten in Hamburg. */
const MONDAY = new Date('2026-11-16T09:00:00Z');

beforeAll(async () => {
  world = await testWorld({ now: MONDAY });
  team = await buildTeam(world);
  people = [team.aylin, team.mara, team.jonas];
  while (people.length < 6) people.push(await seated());
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.answerTime.deleteMany();
  await world.db.answerFigure.deleteMany();
  world.clock.set(MONDAY);
  await agree(true);
});

async function seated(unitId = team.unit.id): Promise<Actor> {
  const person = await world.build.actor({ siteId: team.site.id });
  const { organisation } = world.services;
  const { id } = await organisation.createPosition(systemActor, {
    chartId: team.chart.id,
    title: 'Developer',
    unitId,
    siteId: team.site.id,
    from: '2020-01-01',
  });
  await organisation.assign(systemActor, { positionId: id, personId: person.personId, from: '2020-01-01' });
  return person;
}

async function agree(enabled: boolean): Promise<void> {
  await world.services.organisation.switchFeature(team.admin, {
    siteId: team.site.id,
    feature: 'answer_times',
    enabled,
    agreement: 'BV 12',
    agreedOn: '2026-11-01',
  });
}

/** Ronja asks, and the answer comes after so many hours. */
async function answered(by: Actor, hours: number): Promise<void> {
  const { pinboard } = world.services;
  const question = pinInput.parse({ ownerId: by.personId, text: 'How long?' });
  const { id } = await pinboard.placePin(team.ronja, { ...question, publishedAt: MONDAY });
  const at = new Date(MONDAY.getTime() + hours * 3_600_000);
  await pinboard.answer(by, { entryId: id, text: 'So long', publishedAt: at });
  await world.settle();
}

async function nextQuarter(): Promise<void> {
  world.clock.set(new Date('2027-01-01T02:00:00Z'));
  await world.jobs.run('pinboard.sum-answer-times');
}

const figures = (actor = team.leyla) => world.services.pinboard.answerFigures(actor);

describe('response times', () => {
  test('are told of a unit once its quarter is over, as median and 90th percentile in working time', async () => {
    for (const [index, person] of people.entries()) await answered(person, index + 1);
    expect(await figures()).toEqual([]);
    await nextQuarter();
    const told = [
      { unit: 'Applications', site: 'Hamburg', year: 2026, quarter: 4, median: 210, ninetieth: 330 },
    ];
    expect(await figures()).toEqual(told);
    expect(await world.db.answerTime.count()).toBe(0);
    // Told once: a late answer changes no figure from which it could be subtracted.
    await world.jobs.run('pinboard.sum-answer-times');
    expect(await figures()).toEqual(told);
  });

  test('count no night', async () => {
    for (const person of people) await answered(person, 24);
    await nextQuarter();
    // Ten to five are seven hours; eight to ten on Tuesday two.
    expect(await figures()).toMatchObject([{ median: 9 * 60, ninetieth: 9 * 60 }]);
  });

  test('of fewer than five who answered are told of nobody', async () => {
    for (const person of people.slice(0, 4)) for (const hours of [1, 2, 3]) await answered(person, hours);
    await nextQuarter();
    expect(await figures()).toEqual([]);
  });

  test('of a unit hold nothing of those below it: no small one is the rest between two that are told', async () => {
    const below = await world.services.organisation.createUnit(systemActor, {
      name: 'Interfaces',
      parentId: team.unit.id,
      siteId: team.site.id,
      from: '2020-01-01',
    });
    const few = [await seated(below.id), await seated(below.id)];
    for (const person of people) await answered(person, 1);
    for (const person of few) for (let n = 0; n < 4; n++) await answered(person, 7);
    await nextQuarter();
    // With those below it the 90th percentile would be seven hours.
    expect(await figures()).toMatchObject([{ unit: 'Applications', median: 60, ninetieth: 60 }]);
  });

  test('are not told where one person gave more than half of the answers', async () => {
    const [busy] = people as [Actor];
    for (const person of people) await answered(person, 2);
    for (let n = 0; n < 6; n++) await answered(busy, 1);
    await nextQuarter();
    expect(await figures()).toEqual([]);
  });

  test('are neither noted nor told without the works agreement of the site', async () => {
    await agree(false);
    for (const person of people) await answered(person, 1);
    expect(await world.db.answerTime.count()).toBe(0);
    expect(await figures()).toBeNull();
    await agree(true);
    for (const person of people) await answered(person, 1);
    await agree(false);
    await nextQuarter();
    expect(await world.db.answerFigure.count()).toBe(0);
  });

  test('count no comment of somebody who was not asked, though it settled the question', async () => {
    const { pinboard, conversation } = world.services;
    const question = pinInput.parse({ ownerId: team.mara.personId, text: 'Who?', visibility: 'everyone' });
    const { id } = await pinboard.placePin(team.ronja, { ...question, publishedAt: MONDAY });
    const comment = await conversation.addComment(team.jonas, { entryId: id, text: 'Leyla' });
    await pinboard.acceptComment(team.ronja, { entryId: id, commentId: comment.id });
    await world.settle();
    expect(await world.db.answerTime.count()).toBe(0);
  });

  test('do not reach back before the agreement', async () => {
    world.clock.set(new Date(MONDAY.getTime() + 60_000));
    await agree(true);
    await answered(team.mara, 1);
    expect(await world.db.answerTime.count()).toBe(0);
  });

  test.each<[keyof Team, boolean]>([
    ['admin', true],
    ['operations', true],
    ['ronja', true],
    ['reader', true],
    ['external', false],
  ])('as %s: %s', async (who, allowed) => {
    expect((await figures(team[who] as Actor)) !== null).toBe(allowed);
  });
});
