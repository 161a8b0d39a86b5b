import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#server/domain/identity/actor.ts';
import { type IdentityWorld, identityWorld } from '#tests/setup/identity-world.ts';
import { createOrganisationService, type OrganisationService } from './organisation.service.ts';

let world: IdentityWorld;
let org: OrganisationService;
let seatId: string;
beforeAll(async () => {
  world = await identityWorld();
  org = createOrganisationService(world.parts);
  const chart = await org.createChart(systemActor, { kind: 'company', name: 'Hansa Werke' });
  const seat = { chartId: chart.id, title: 'Clerk', managerId: null, from: '2026-01-01' };
  seatId = (await org.createPosition(systemActor, seat)).id;
});
afterAll(() => world.drop());

const past = () => world.db.positionPast.findMany({ orderBy: { validFrom: 'asc' } });
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);

test('what a seat was stays known, one row a day on which it changed', async () => {
  await org.updatePosition(systemActor, seatId, { title: 'Senior clerk' });
  await org.updatePosition(systemActor, seatId, { title: 'Head clerk' });
  world.clock.advance(10 * 86_400_000);
  await org.updatePosition(systemActor, seatId, { title: 'Head of clerks' });
  expect((await past()).map(({ title, validFrom, validTo }) => [title, validFrom, validTo])).toEqual([
    ['Clerk', day('2026-01-01'), day('2026-03-02')],
    ['Head clerk', day('2026-03-02'), day('2026-03-12')],
  ]);
});

test('a seat made and changed on one day has no past', async () => {
  const chart = await org.createChart(systemActor, { kind: 'project', name: 'Atlas' });
  const seat = await org.createPosition(systemActor, { chartId: chart.id, title: 'Lead', managerId: null });
  await org.updatePosition(systemActor, seat.id, { title: 'Project lead' });
  expect((await past()).filter((row) => row.positionId === seat.id)).toEqual([]);
});
