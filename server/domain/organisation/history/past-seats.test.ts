import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let team: Team;
beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
});
afterAll(() => world.drop());

const org = () => world.services.organisation;
const held = async (reader: Actor, of: Actor) =>
  (await org().pastSeatsOf(reader, of.personId)).map(({ title, from, until }) => [title, from, until]);

/** A seat that `who` held from one day to before another. */
async function past(who: Actor, chartId: string, title: string, from: string, to: string | null) {
  const position = await org().createPosition(systemActor, { chartId, title, from: '2018-01-01' });
  const assignment = await org().assign(systemActor, {
    ...{ positionId: position.id, personId: who.personId, from, main: false },
  });
  if (to) await world.db.assignment.update({ where: { id: assignment.id }, data: { validTo: new Date(to) } });
  return position.id;
}

test('what somebody held before, latest first, and not what they hold now', async () => {
  await past(team.mara, team.chart.id, 'Trainee', '2018-01-01', '2019-01-01');
  await past(team.mara, team.chart.id, 'Developer', '2019-01-01', '2020-01-01');
  await past(team.mara, team.chart.id, 'To come', '2027-01-01', '2027-06-01');
  expect(await held(team.ronja, team.mara)).toEqual([
    ['Developer', '2019-01-01', '2019-12-31'],
    ['Trainee', '2018-01-01', '2018-12-31'],
  ]);
});

test('a seat that was renamed was another before; of a new grade it was not', async () => {
  const positionId = await past(team.jonas, team.chart.id, 'Tester', '2018-01-01', null);
  const named = (validFrom: string, validTo: string, title: string, grade: string) =>
    world.db.positionPast.create({
      data: { positionId, validFrom: new Date(validFrom), validTo: new Date(validTo), title, grade },
    });
  await named('2018-01-01', '2020-01-01', 'Student', 'E1');
  await named('2020-01-01', '2021-01-01', 'Student', 'E2');
  await named('2021-01-01', '2022-01-01', 'Tester', 'E3');
  expect(await held(team.ronja, team.jonas)).toEqual([['Student', '2018-01-01', '2020-12-31']]);
});

test('seats of a closed chart are for its readers, and for whoever held them', async () => {
  const audienceId = await world.db.$transaction((tx) =>
    createAudience(tx, world.parts, { kind: 'project', open: false }),
  );
  const chart = await org().createChart(systemActor, { kind: 'project', name: 'Merger', audienceId });
  await past(team.aylin, chart.id, 'Scout', '2022-01-01', '2023-01-01');
  await world.build.join(team.leyla.personId, audienceId);
  const scout = [['Scout', '2022-01-01', '2022-12-31']];
  for (const who of [team.leyla, team.aylin]) expect(await held(who, team.aylin)).toEqual(scout);
  for (const who of [team.ronja, team.operations, team.admin, team.reader, team.external])
    expect(await held(who, team.aylin)).toEqual([]);
  const [own] = await org().pastSeatsOf(team.aylin, team.aylin.personId);
  expect(own?.chart).toMatchObject({ name: 'Merger', readable: false });
});

test('partners from outside read nothing of the company’s chart', async () => {
  expect(await held(team.external, team.mara)).toEqual([]);
});

test('of somebody who has left, people operations alone', async () => {
  const gone = await world.build.actor({ givenName: 'Kim', endsOn: new Date('2026-11-01') });
  await past(gone, team.chart.id, 'Buyer', '2019-01-01', '2026-11-01');
  expect(await held(team.ronja, gone)).toEqual([]);
  expect(await held(team.operations, gone)).toEqual([['Buyer', '2019-01-01', '2026-10-31']]);
  await world.db.person.update({ where: { id: gone.personId }, data: { erasedAt: new Date() } });
  expect(await held(team.operations, gone)).toEqual([]);
});
