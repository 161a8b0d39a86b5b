import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { writeGrant } from '#server/domain/identity/grants/give-grant.ts';
import { type IdentityWorld, identityWorld } from '#tests/setup/identity-world.ts';
import { right, someone } from '#tests/setup/roles.ts';
import { turnTheDay } from '../organisation.listeners.ts';
import { createOrganisationService, type OrganisationService } from '../organisation.service.ts';
import type { EditInput } from './edit.schema.ts';

let world: IdentityWorld;
let org: OrganisationService;
let chartId: string;
let editor: Actor;
let it_: { id: string; audienceId: string };
let sales: { id: string; audienceId: string };
let seats: Record<string, string>;
let people: Record<string, string>;
const worlds: IdentityWorld[] = [];

// Henrik — Leyla (IT) — Mara, Ronja; Henrik — Tom (Sales). The clock stands on 2 March 2026.
beforeEach(async () => {
  world = await identityWorld();
  worlds.push(world);
  org = createOrganisationService(world.parts);
  chartId = (await org.createChart(systemActor, { kind: 'company', name: 'Hansa Werke' })).id;
  it_ = await org.createUnit(systemActor, { name: 'IT', from: '2020-01-01' });
  sales = await org.createUnit(systemActor, { name: 'Sales', from: '2020-01-01' });
  seats = {};
  people = {};
  for (const [name, above, unitId] of [
    ['Henrik', null, null],
    ['Leyla', 'Henrik', it_.id],
    ['Tom', 'Henrik', sales.id],
    ['Mara', 'Leyla', it_.id],
    ['Ronja', 'Leyla', it_.id],
  ] as const) {
    const managerId = above ? seats[above] : null;
    const seat = { chartId, title: `${name}'s seat`, unitId, managerId, from: '2020-01-01' };
    seats[name] = (await org.createPosition(systemActor, seat)).id;
    people[name] = (await world.person({ givenName: name, familyName: 'Test' })).personId;
    await org.assign(systemActor, { positionId: seat_(name), personId: person(name), from: '2020-01-01' });
  }
  editor = someone('people_operations', { personId: person('Henrik') });
}, 60_000);
afterAll(async () => {
  for (const one of worlds) await one.drop();
});

const seat_ = (name: string) => seats[name] ?? '';
const person = (name: string) => people[name] ?? '';
const version = async (name: string) => (await org.seatToEdit(editor, seat_(name))).version;
const move = async (name: string, to: string | null, from = ''): Promise<EditInput> => ({
  kind: 'move',
  positionId: seat_(name),
  managerId: to ? seat_(to) : '',
  from,
  version: await version(name),
});
const managerOn = async (name: string, on?: string) => {
  const { cards } = await org.chart(editor, { chart: chartId, focus: seat_(name), on });
  const parent = cards.find((card) => card.id === seat_(name))?.parentId;
  return Object.keys(seats).find((key) => seats[key] === parent) ?? null;
};
const keys = (found: { key: string }[]) => found.map(({ key }) => key.replace('orgEdit.', ''));
const readers = async (audienceId: string) => {
  const rows = await world.db.audienceMembership.findMany({ where: { audienceId, validTo: null } });
  return rows.map((row) => Object.keys(people).find((name) => people[name] === row.personId)).sort();
};
const everything = async () =>
  JSON.stringify([
    await world.db.position.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } }),
    await world.db.reportingLine.findMany({ orderBy: { id: 'asc' } }),
    await world.db.assignment.findMany({ orderBy: { id: 'asc' } }),
    await world.db.positionPast.findMany({ orderBy: { positionId: 'asc' } }),
    await world.db.audienceMembership.count({ where: { validTo: null } }),
    await world.db.outboxEvent.count(),
  ]);

describe('a move', () => {
  it('is looked at without doing anything, then done, with its audit', async () => {
    const edit = await move('Leyla', 'Tom');
    const before = await everything();
    expect(await org.previewEdit(editor, edit)).toEqual([
      { key: 'orgEdit.willReport', values: { name: 'Leyla Test', manager: 'Tom Test', below: 2 } },
      { key: 'orgEdit.takesEffect', values: { date: '2026-03-02' } },
    ]);
    expect(await everything()).toBe(before);
    const { editId } = await org.editChart(editor, edit);
    expect(await managerOn('Leyla')).toBe('Tom');
    const audit = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'chart.move' } });
    expect([audit.actorId, audit.subjectId]).toEqual([editor.personId, seat_('Leyla')]);
    expect(audit.details).toEqual({ editId, chartId, from: '2026-03-02' });
  });

  it('never closes a circle, and says so at the field', async () => {
    const denied = { code: 'invalid', details: { fields: { managerId: ['organisation.reportingCycle'] } } };
    await expect(org.previewEdit(editor, await move('Henrik', 'Mara'))).rejects.toMatchObject(denied);
    await expect(org.editChart(editor, await move('Henrik', 'Mara'))).rejects.toMatchObject(denied);
    const itself = { fields: { managerId: ['organisation.reportsToItself'] } };
    await expect(org.editChart(editor, await move('Mara', 'Mara'))).rejects.toMatchObject({
      details: itself,
    });
  });

  it('of somebody who was moved meanwhile is refused; the other change is not lost', async () => {
    const [mine, theirs] = [await move('Mara', 'Tom'), await move('Mara', 'Henrik')];
    await org.editChart(editor, theirs);
    const refused = { code: 'conflict', details: { message: 'orgEdit.editedMeanwhile' } };
    await expect(org.editChart(editor, mine)).rejects.toMatchObject(refused);
    expect(await managerOn('Mara')).toBe('Henrik');
  });

  it('of two at once lets one through', async () => {
    const both = await Promise.allSettled(
      [await move('Mara', 'Tom'), await move('Mara', 'Henrik')].map((edit) => org.editChart(editor, edit)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('begins today at the earliest, and under a seat that stays', async () => {
    const early = { details: { fields: { from: ['orgEdit.notBeforeToday'] } } };
    await expect(org.editChart(editor, await move('Mara', 'Tom', '2026-03-01'))).rejects.toMatchObject(early);
    await org.editChart(editor, {
      kind: 'end',
      positionId: seat_('Tom'),
      from: '2026-04-01',
      version: await version('Tom'),
    });
    const ends = { details: { fields: { managerId: ['orgEdit.managerEnds'] } } };
    await expect(org.editChart(editor, await move('Mara', 'Tom'))).rejects.toMatchObject(ends);
  });

  it('is undone, once', async () => {
    const before = await org.chart(editor, { chart: chartId });
    const { editId } = await org.editChart(editor, await move('Leyla', 'Tom'));
    await org.undoEdit(editor, editId);
    expect(await org.chart(editor, { chart: chartId })).toEqual(before);
    const [line] = await org.chartEdits(editor, chartId);
    expect([line?.state, line?.undoable]).toEqual(['undone', false]);
    const again = { details: { message: 'orgEdit.alreadyUndone' } };
    await expect(org.undoEdit(editor, editId)).rejects.toMatchObject(again);
  });

  it('is not undone over what somebody did since, nor into a circle, nor after a week', async () => {
    const first = await org.editChart(editor, await move('Mara', 'Tom'));
    const second = await org.editChart(editor, await move('Mara', 'Henrik'));
    const edited = { code: 'conflict', details: { message: 'orgEdit.editedSince' } };
    await expect(org.undoEdit(editor, first.editId)).rejects.toMatchObject(edited);
    await org.undoEdit(editor, second.editId);
    await org.undoEdit(editor, first.editId);
    expect(await managerOn('Mara')).toBe('Leyla');

    const out = await org.editChart(editor, await move('Mara', 'Henrik'));
    await org.editChart(editor, await move('Leyla', 'Mara'));
    const circle = { details: { message: 'orgEdit.undoWouldCycle' } };
    await expect(org.undoEdit(editor, out.editId)).rejects.toMatchObject(circle);
    expect(await managerOn('Mara')).toBe('Henrik');

    const old = await org.editChart(editor, await move('Ronja', 'Tom'));
    world.clock.advance(8 * 86_400_000);
    await expect(org.undoEdit(editor, old.editId)).rejects.toMatchObject({
      details: { message: 'orgEdit.tooLate' },
    });
  });
});

describe('a plan', () => {
  it('is seen on its day and not before, and can be cancelled', async () => {
    const { editId } = await org.editChart(editor, await move('Mara', 'Tom', '2026-05-01'));
    expect([await managerOn('Mara'), await managerOn('Mara', '2026-05-01')]).toEqual(['Leyla', 'Tom']);
    expect((await org.chartEdits(editor, chartId))[0]).toMatchObject({ id: editId, state: 'planned' });
    await org.undoEdit(editor, editId);
    expect(await managerOn('Mara', '2026-05-01')).toBe('Leyla');
  });

  it('that a new move pushes aside is named before', async () => {
    await org.editChart(editor, await move('Mara', 'Tom', '2026-05-01'));
    const found = await org.previewEdit(editor, await move('Mara', 'Henrik'));
    expect(keys(found)).toEqual(['willReport', 'planFallsAway', 'takesEffect']);
  });

  it('for a title and a unit waits for its night, and brings the unit with it', async () => {
    const edit: EditInput = {
      kind: 'change',
      positionId: seat_('Mara'),
      title: 'Key account',
      unitId: sales.id,
      siteId: '',
      from: '2026-03-10',
      version: await version('Mara'),
    };
    expect(await org.previewEdit(editor, edit)).toEqual([
      { key: 'orgEdit.willBeCalled', values: { from: "Mara's seat", to: 'Key account' } },
      { key: 'orgEdit.willBelongTo', values: { from: 'IT', to: 'Sales' } },
      { key: 'orgEdit.moreReaders', values: { audience: 'Sales', count: 1 } },
      { key: 'orgEdit.fewerReaders', values: { audience: 'IT', count: 1 } },
      { key: 'orgEdit.takesEffect', values: { date: '2026-03-10' } },
    ]);
    const { editId } = await org.editChart(editor, edit);
    await turnTheDay(world.parts);
    expect((await org.seatToEdit(editor, seat_('Mara'))).title).toBe("Mara's seat");
    world.clock.advance(8 * 86_400_000);
    await turnTheDay(world.parts);
    expect((await org.seatToEdit(editor, seat_('Mara'))).title).toBe('Key account');
    expect([await readers(sales.audienceId), await readers(it_.audienceId)]).toEqual([
      ['Mara', 'Tom'],
      ['Leyla', 'Ronja'],
    ]);
    await org.undoEdit(editor, editId);
    expect((await org.seatToEdit(editor, seat_('Mara'))).title).toBe("Mara's seat");
    expect(await readers(it_.audienceId)).toEqual(['Leyla', 'Mara', 'Ronja']);
  });

  it('of a seat that begins or ends takes effect at night, and the others hear of it', async () => {
    const fill: EditInput = {
      kind: 'fill',
      positionId: seat_('Tom'),
      personId: person('Mara'),
      share: 50,
      from: '2026-03-05',
      until: '',
      version: await version('Tom'),
    };
    await org.editChart(editor, fill);
    expect(await readers(sales.audienceId)).toEqual(['Tom']);
    world.clock.advance(3 * 86_400_000);
    await world.db.outboxEvent.deleteMany();
    await turnTheDay(world.parts);
    expect(await readers(sales.audienceId)).toEqual(['Mara', 'Tom']);
    const told = await world.db.outboxEvent.findMany({
      where: { type: { in: ['chart.changed', 'person.changed'] } },
    });
    expect(told.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([{ chartId }, { personId: person('Mara') }]),
    );
  });
});

describe('a seat', () => {
  it('is filled and left: who reads what, and which rights go along, is said before', async () => {
    await world.db.$transaction((tx) =>
      writeGrant(tx, world.parts, { kind: 'moderate', positionId: seat_('Tom') }),
    );
    const [holder] = (await org.seatToEdit(editor, seat_('Tom'))).holders;
    const vacate: EditInput = {
      kind: 'vacate',
      positionId: seat_('Tom'),
      assignmentId: holder?.assignmentId ?? '',
      version: await version('Tom'),
    };
    expect(await org.previewEdit(editor, vacate)).toEqual([
      { key: 'orgEdit.willLeave', values: { name: 'Tom Test' } },
      { key: 'orgEdit.willBeVacant', values: {} },
      { key: 'orgEdit.fewerReaders', values: { audience: 'Sales', count: 1 } },
      { key: 'orgEdit.rightsGoAlong', values: { count: 1 } },
      { key: 'orgEdit.takesEffect', values: { date: '2026-03-02' } },
    ]);
    const left = await org.editChart(editor, vacate);
    expect(await readers(sales.audienceId)).toEqual([]);
    await org.undoEdit(editor, left.editId);
    expect(await readers(sales.audienceId)).toEqual(['Tom']);
    const twice = {
      kind: 'fill',
      positionId: seat_('Tom'),
      personId: person('Tom'),
      share: 100,
      version: await version('Tom'),
    } as const;
    const seated = { details: { fields: { personId: ['organisation.alreadySeated'] } } };
    await expect(org.editChart(editor, twice)).rejects.toMatchObject(seated);
  });

  it('is not given back to the last holder once they sit there again', async () => {
    const [holder] = (await org.seatToEdit(editor, seat_('Tom'))).holders;
    const left = await org.editChart(editor, {
      kind: 'vacate',
      positionId: seat_('Tom'),
      assignmentId: holder?.assignmentId ?? '',
      version: await version('Tom'),
    });
    await org.assign(systemActor, { positionId: seat_('Tom'), personId: person('Tom') });
    await expect(org.undoEdit(editor, left.editId)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('ends, and whoever reported to it reports above; undone, all is as it was', async () => {
    const edit: EditInput = { kind: 'end', positionId: seat_('Leyla'), version: await version('Leyla') };
    expect(await org.previewEdit(editor, edit)).toEqual([
      { key: 'orgEdit.willEnd', values: { title: "Leyla's seat" } },
      { key: 'orgEdit.othersWillReport', values: { count: 2, manager: 'Henrik Test' } },
      { key: 'orgEdit.willLeave', values: { name: 'Leyla Test' } },
      { key: 'orgEdit.willBeVacant', values: {} },
      { key: 'orgEdit.fewerReaders', values: { audience: 'IT', count: 1 } },
      { key: 'orgEdit.takesEffect', values: { date: '2026-03-02' } },
    ]);
    const before = await org.chart(editor, { chart: chartId });
    const { editId } = await org.editChart(editor, edit);
    expect(await managerOn('Mara')).toBe('Henrik');
    await org.undoEdit(editor, editId);
    expect(await org.chart(editor, { chart: chartId })).toEqual(before);
    expect(await readers(it_.audienceId)).toEqual(['Leyla', 'Mara', 'Ronja']);
  });

  it('is added below another, and goes again as long as nothing hangs on it', async () => {
    const add = (title: string): EditInput => ({
      kind: 'add',
      chartId,
      title,
      unitId: it_.id,
      siteId: '',
      managerId: seat_('Leyla'),
    });
    expect(keys(await org.previewEdit(editor, add('New')))).toEqual(['willBeAdded', 'takesEffect']);
    const first = await org.editChart(editor, add('New'));
    seats.New = first.positionId;
    expect(await managerOn('New')).toBe('Leyla');
    await org.undoEdit(editor, first.editId);
    expect(await world.db.position.count({ where: { id: first.positionId } })).toBe(0);

    const second = await org.editChart(editor, add('Other'));
    seats.Other = second.positionId;
    await org.editChart(editor, await move('Mara', 'Other'));
    const built = { details: { message: 'orgEdit.editedSince' } };
    await expect(org.undoEdit(editor, second.editId)).rejects.toMatchObject(built);
  });

  it('works for two others, and then for one again', async () => {
    const dotted = async (kind: 'dotted' | 'undotted', to: string): Promise<EditInput> => ({
      kind,
      positionId: seat_('Mara'),
      managerId: seat_(to),
      version: await version('Mara'),
    });
    await org.editChart(editor, await dotted('dotted', 'Tom'));
    await org.editChart(editor, await dotted('dotted', 'Henrik'));
    expect(keys(await org.previewEdit(editor, await dotted('undotted', 'Tom')))).toEqual([
      'willNotWorkFor',
      'takesEffect',
    ]);
    await org.editChart(editor, await dotted('undotted', 'Tom'));
    expect((await org.seatToEdit(editor, seat_('Mara'))).dotted).toEqual([
      { id: seat_('Henrik'), label: 'Henrik Test' },
    ]);
  });
});

it('what is not there is not found, and what cannot be chosen is said at its field', async () => {
  const gone = { code: 'not_found' };
  const add = { kind: 'add', chartId: it_.id, title: 'New' } as const;
  await expect(org.editChart(editor, add)).rejects.toMatchObject(gone);
  await expect(
    org.editChart(editor, { ...(await move('Mara', 'Tom')), positionId: it_.id } as EditInput),
  ).rejects.toMatchObject(gone);
  await expect(org.chartEdits(editor, 'company')).rejects.toMatchObject(gone);
  await expect(org.seatToEdit(editor, it_.id)).rejects.toMatchObject(gone);
  await expect(org.undoEdit(editor, 'x')).rejects.toMatchObject(gone);
  const choose = (field: string) => ({ details: { fields: { [field]: ['error.choose'] } } });
  const change = { ...add, chartId, unitId: chartId } as const;
  await expect(org.editChart(editor, change)).rejects.toMatchObject(choose('unitId'));
  const seat = { positionId: seat_('Mara'), version: await version('Mara') };
  const fill = { kind: 'fill', ...seat, personId: chartId, share: 100 } as const;
  await expect(org.editChart(editor, fill)).rejects.toMatchObject(choose('personId'));
  const nowhere = { kind: 'move', ...seat, managerId: it_.id } as const;
  await expect(org.editChart(editor, nowhere)).rejects.toMatchObject(choose('managerId'));
});

describe('who may', () => {
  it('is asked by each of them, whoever made the edit', async () => {
    const { editId } = await org.editChart(editor, await move('Mara', 'Tom'));
    const edit = await move('Ronja', 'Tom');
    const denied = { code: 'forbidden' };
    const other = right('edit_chart', 'chart', sales.id);
    for (const me of [
      someone('employee'),
      someone('employee', { grants: [other] }),
      someone('external', { grants: [right('edit_chart', 'chart', chartId)] }),
      someone('administrator', { suspended: { until: '2026-12-01', reason: '' } }),
    ]) {
      await expect(org.editChart(me, edit)).rejects.toMatchObject(denied);
      await expect(org.previewEdit(me, edit)).rejects.toMatchObject(denied);
      await expect(org.undoEdit(me, editId)).rejects.toMatchObject(denied);
      await expect(org.chartEdits(me, chartId)).rejects.toMatchObject(denied);
      await expect(org.seatToEdit(me, seat_('Mara'))).rejects.toMatchObject(denied);
    }
    const delegate = someone('employee', {
      personId: person('Tom'),
      grants: [right('edit_chart', 'chart', chartId)],
    });
    await org.undoEdit(delegate, editId);
    await expect(org.editChart(delegate, edit)).resolves.toMatchObject({ chartId });
  });
});
