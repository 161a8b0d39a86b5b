import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import type { ChangePage } from './change.view.ts';

let world: World;
let team: Team;

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-06-15T09:00:00Z') });
  team = await buildTeam(world);
  const { organisation } = world.services;
  const chartId = team.chart.id;
  // In April Jonas goes to another seat; in May somebody comes, a seat is planned, Ronja leaves, the architect is moved.
  const seats = await organisation.positionsOf(team.admin, team.jonas.personId);
  await organisation.endAssignment(systemActor, {
    assignmentId: seats[0]?.assignmentId ?? '',
    on: '2026-04-01',
  });
  const lead = await organisation.createPosition(systemActor, {
    chartId,
    title: 'Team Lead',
    managerId: team.positions.head,
    from: '2026-04-01',
  });
  await organisation.assign(systemActor, {
    positionId: lead.id,
    personId: team.jonas.personId,
    from: '2026-04-01',
  });
  const desk = await organisation.createPosition(systemActor, { chartId, title: 'Desk', from: '2026-05-01' });
  await organisation.assign(systemActor, {
    positionId: desk.id,
    personId: team.reader.personId,
    from: '2026-05-01',
  });
  await organisation.createPosition(systemActor, { chartId, title: 'Tester', from: '2026-05-01' });
  const [ronja] = await organisation.positionsOf(team.admin, team.ronja.personId);
  await organisation.endAssignment(systemActor, {
    assignmentId: ronja?.assignmentId ?? '',
    on: '2026-05-02',
  });
  await organisation.setReportingLine(systemActor, {
    positionId: team.positions.architect,
    managerId: lead.id,
    from: '2026-05-03',
  });
  await organisation.updatePosition(systemActor, team.positions.top, { title: 'Chief' });
  await organisation.endAssignment(systemActor, {
    assignmentId: (await organisation.positionsOf(team.admin, team.mara.personId))[0]?.assignmentId ?? '',
    on: '2026-09-01',
  });
});
afterAll(() => world.drop());

const told = (page: ChangePage) =>
  page.rows.map((row) => {
    const who = row.person?.name.split(' ')[0] ?? row.after?.title ?? row.before?.title;
    return `${row.kind} ${who}: ${row.before?.title ?? '-'} > ${row.after?.title ?? '-'}`;
  });
const between = (since: string, on: string | null, more = {}) =>
  world.services.organisation.changes(team.leyla, { chart: 'company', since, on, ...more });

describe('the difference between two days', () => {
  it('says who joined, left and moved, and which seats are different', async () => {
    const page = await between('2026-03-01', '2026-06-15');
    expect(told(page)).toEqual([
      'joined Rita: - > Desk',
      'left Ronja: Planner > -',
      'moved Jonas: Developer > Team Lead',
      'moved ERP Architect: ERP Architect > ERP Architect',
      'renamed Chief: COO > Chief',
      'added Tester: - > Tester',
    ]);
    expect(page.counts).toEqual({ joined: 1, left: 1, moved: 2, renamed: 1, added: 1, ended: 0 });
    const architect = page.rows.find((row) => row.after?.positionId === team.positions.architect);
    expect([architect?.before?.manager, architect?.after?.manager]).toEqual(['Aylin Kaya', 'Jonas Böttger']);
    expect(architect?.holders.map((holder) => holder.name)).toEqual(['Mara Süß-Lindemann']);
  });
  it('is nothing between a day and itself, and the same whichever day is named first', async () => {
    expect((await between('2026-06-15', null)).rows).toEqual([]);
    expect(told(await between('2026-06-15', '2026-03-01'))).toEqual(
      told(await between('2026-03-01', '2026-06-15')),
    );
  });
  it('sees what is planned', async () => {
    expect(told(await between('2026-06-15', '2026-12-01'))).toEqual(['left Mara: ERP Architect > -']);
    const days = await world.services.organisation.plannedDays(team.leyla, 'company');
    expect(days).toEqual([{ on: '2026-09-01', count: 1 }]);
  });
  it('comes one kind at a time, too', async () => {
    expect(told(await between('2026-03-01', null, { kind: 'left' }))).toEqual(['left Ronja: Planner > -']);
    const after = JSON.stringify([3, 'zzz', team.chart.id]);
    expect(told(await between('2026-03-01', null, { after }))).toEqual([
      'renamed Chief: COO > Chief',
      'added Tester: - > Tester',
    ]);
  });
  it('stands on the cards as marks', async () => {
    const view = await world.services.organisation.chart(team.leyla, {
      chart: 'company',
      focus: team.positions.head,
      depth: 3,
      since: '2026-03-01',
    });
    const marks = Object.fromEntries(view.cards.map((card) => [card.title, card.marks]));
    expect([view.since, marks]).toMatchObject([
      '2026-03-01',
      { Chief: undefined, Developer: ['left'], 'Team Lead': ['added', 'joined'], 'ERP Architect': ['moved'] },
    ]);
  });
  it('shows what was written on a seat then', async () => {
    const question = { chart: 'company', focus: team.positions.top, on: '2026-05-01' };
    const before = await world.services.organisation.chart(team.leyla, question);
    expect(before.cards.find((card) => card.id === team.positions.top)?.title).toBe('COO');
  });
  it('is not for whoever may not read the chart', async () => {
    const { organisation } = world.services;
    const question = { chart: 'company', since: '2026-03-01' };
    await expect(organisation.changes(team.external, question)).rejects.toMatchObject({ code: 'not_found' });
    await expect(organisation.plannedDays(team.external, 'company')).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(between('soon', null)).rejects.toMatchObject({ code: 'invalid' });
  });
});
