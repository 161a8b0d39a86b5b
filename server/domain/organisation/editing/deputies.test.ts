import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { type IdentityWorld, identityWorld } from '#tests/setup/identity-world.ts';
import { someone } from '#tests/setup/roles.ts';
import { createOrganisationService, type OrganisationService } from '../organisation.service.ts';

let world: IdentityWorld;
let org: OrganisationService;
let chart: string;
let editor: Actor;
const seats: Record<string, string> = {};
const people: Record<string, string> = {};

// Henrik — Leyla, Tom. The clock stands on 2 March 2026.
beforeAll(async () => {
  world = await identityWorld();
  org = createOrganisationService(world.parts);
  chart = (await org.createChart(systemActor, { kind: 'company', name: 'Hansa Werke' })).id;
  for (const [name, managerId] of [
    ['Henrik', null],
    ['Leyla', 'Henrik'],
    ['Tom', 'Henrik'],
  ] as const) {
    const above = managerId && (seats[managerId] ?? null);
    const seat = { chartId: chart, title: `${name}'s seat`, managerId: above, from: '2020-01-01' };
    const { id } = await org.createPosition(systemActor, seat);
    const { personId } = await world.person({ givenName: name, familyName: 'Test' });
    await org.assign(systemActor, { positionId: id, personId, from: '2020-01-01' });
    seats[name] = id;
    people[name] = personId;
  }
  editor = someone('people_operations', { personId: people.Henrik ?? '' });
});
afterAll(() => world.drop());

const seat = (name: string) => seats[name] ?? '';
const onSeat = async (name: string, from = '') => {
  const { version } = await org.seatToEdit(editor, seat(name));
  return { positionId: seat(name), version, from };
};
const name = async (of: string, deputy: string, from?: string) =>
  org.editChart(editor, { kind: 'deputy', deputyId: seat(deputy), ...(await onSeat(of, from)) });
const deputyOn = async (of: string, on?: string) => {
  const { cards } = await org.chart(editor, { chart, focus: seat(of), on });
  return cards.find((card) => card.id === seat(of))?.deputy?.label ?? null;
};

describe('a deputy of a position', () => {
  it('is another seat of the chart, said before, shown on the card, on both profiles, and in the file', async () => {
    const edit = { kind: 'deputy' as const, deputyId: seat('Tom'), ...(await onSeat('Leyla')) };
    expect(await org.previewEdit(editor, edit)).toEqual([
      { key: 'orgEdit.willStandIn', values: { name: 'Leyla Test', deputy: 'Tom Test' } },
      { key: 'orgEdit.takesEffect', values: { date: '2026-03-02' } },
    ]);
    await org.editChart(editor, edit);
    expect(await deputyOn('Leyla')).toBe('Tom Test');
    const [hers] = await org.positionsOf(editor, people.Leyla ?? '');
    expect(hers?.deputy).toMatchObject({ label: 'Tom Test', person: { name: 'Tom Test' } });
    const [his] = await org.positionsOf(editor, people.Tom ?? '');
    expect([his?.deputy, his?.standsInFor.map((one) => one.label)]).toEqual([null, ['Leyla Test']]);
    const action = 'chart.deputy';
    expect(await world.db.auditEntry.count({ where: { action, subjectId: seat('Leyla') } })).toBe(1);
    // It makes nobody report to anybody.
    const { cards } = await org.chart(editor, { chart, focus: seat('Tom') });
    expect(cards.find((card) => card.id === seat('Tom'))).toMatchObject({ direct: 0, total: 0 });
  });

  it('changes on a day to come, ends on another, and comes back when that is undone', async () => {
    await name('Leyla', 'Henrik', '2026-04-01');
    const ended = await org.editChart(editor, { kind: 'undeputy', ...(await onSeat('Leyla', '2026-05-01')) });
    const standing = () =>
      Promise.all(['2026-03-31', '2026-04-01', '2026-05-01'].map((on) => deputyOn('Leyla', on)));
    expect(await standing()).toEqual(['Tom Test', 'Henrik Test', null]);
    await org.undoEdit(editor, ended.editId);
    expect(await standing()).toEqual(['Tom Test', 'Henrik Test', 'Henrik Test']);
    expect((await org.chartEdits(editor, chart)).map((edit) => [edit.kind, edit.state])).toEqual([
      ['deputy', 'planned'],
      ['undeputy', 'undone'],
      ['deputy', 'done'],
    ]);
  });

  it('is refused at the field where it cannot be', async () => {
    const itself = { kind: 'deputy' as const, deputyId: seat('Tom'), ...(await onSeat('Tom')) };
    await expect(org.editChart(editor, itself)).rejects.toMatchObject({
      details: { fields: { deputyId: ['orgEdit.deputyOfItself'] } },
    });
    const other = await org.createChart(systemActor, { kind: 'project', name: 'Atlas' });
    const away = await org.createPosition(systemActor, { chartId: other.id, title: 'Lead', managerId: null });
    await expect(org.editChart(editor, { ...itself, deputyId: away.id })).rejects.toMatchObject({
      details: { fields: { deputyId: ['error.choose'] } },
    });
    const employee = someone('employee', { personId: people.Tom ?? '' });
    await expect(org.editChart(employee, itself)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ends with either seat, and stands in for whoever is away without naming somebody', async () => {
    const until = new Date('2026-03-09');
    const absence = {
      id: world.parts.ids.next(),
      personId: people.Leyla ?? '',
      from: new Date('2026-03-01'),
      until,
    };
    await world.db.absence.create({ data: absence });
    const { cards } = await org.chart(editor, { chart, focus: seat('Leyla') });
    expect(cards.find((card) => card.id === seat('Leyla'))?.holders[0]?.deputy?.name).toBe('Tom Test');
    await org.closePosition(systemActor, { positionId: seat('Tom'), on: '2026-03-10' });
    expect(await deputyOn('Leyla', '2026-03-11')).toBeNull();
  });
});
