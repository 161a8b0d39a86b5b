import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import { systemActor } from '#server/domain/identity/actor.ts';
import { type IdentityWorld, identityWorld } from '#tests/setup/identity-world.ts';
import { someone } from '#tests/setup/roles.ts';
import { createOrganisationService, type OrganisationService } from '../organisation.service.ts';

let world: IdentityWorld;
let org: OrganisationService;
let chartId: string;
const seats: Record<string, string> = {};

beforeAll(async () => {
  world = await identityWorld();
  org = createOrganisationService(world.parts);
  chartId = (await org.createChart(systemActor, { kind: 'company', name: 'Hansa Werke' })).id;
  for (const [title, above, rank] of [
    ['Head', null, 0],
    ['Second', 'Head', 2],
    ['First', 'Head', 1],
    ['Deep', 'First', 0],
  ] as const) {
    const managerId = above ? seats[above] : null;
    const from = '2026-01-01';
    seats[title] = (await org.createPosition(systemActor, { chartId, title, managerId, rank, from })).id;
  }
  const hidden = await world.person({ givenName: 'Geheim', familyName: 'Nam', nameWithheld: true });
  await org.assign(systemActor, {
    positionId: seats.Deep ?? '',
    personId: hidden.personId,
    from: '2026-01-01',
  });
});
afterAll(() => world.drop());

async function read(
  question: Partial<Parameters<OrganisationService['branch']>[1]> = {},
  actor = someone('employee'),
) {
  const branch = await org.branch(actor, { chart: 'company', ...question });
  const cards = [];
  for await (const piece of branch.cards) cards.push(...piece);
  return { ...branch, cards };
}

test('the whole chart, in the order in which one reads a tree', async () => {
  const { cards, size } = await read();
  expect(cards.map((card) => [card.title, card.level])).toEqual([
    ['Head', 0],
    ['First', 1],
    ['Deep', 2],
    ['Second', 1],
  ]);
  expect(size).toBe(4);
});

test('a branch alone, and as of a day', async () => {
  expect((await read({ below: seats.First })).cards.map((card) => [card.title, card.level])).toEqual([
    ['First', 0],
    ['Deep', 1],
  ]);
  expect((await read({ on: '2025-01-01' })).cards).toEqual([]);
});

test('a withheld name is not in it', async () => {
  const deep = (await read()).cards.find((card) => card.title === 'Deep');
  expect(deep?.holders.map((holder) => holder.person.name)).toEqual(['']);
  expect(JSON.stringify(deep)).not.toContain('Geheim');
});

test('too many for a picture are refused', async () => {
  await expect(read({ most: 3 })).rejects.toMatchObject({ code: 'too_large' });
  expect((await read({ most: 4 })).size).toBe(4);
});

test('whoever may not read the chart gets nothing of it', async () => {
  await expect(read({}, someone('external'))).rejects.toMatchObject({ code: 'not_found' });
  const audienceId = await world.db.$transaction((tx) =>
    createAudience(tx, world.parts, { kind: 'project', open: false }),
  );
  const secret = await org.createChart(systemActor, { kind: 'project', name: 'Secret', audienceId });
  const { id } = await org.createPosition(systemActor, { chartId: secret.id, title: 'Hidden' });
  await expect(read({ chart: secret.id })).rejects.toMatchObject({ code: 'not_found' });
  // Nor by the way of a chart that is open to them.
  await expect(read({ below: id })).rejects.toMatchObject({ code: 'not_found' });
});
