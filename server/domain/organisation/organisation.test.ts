import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import type { Role } from '#server/platform/database/schema.ts';
import { type IdentityWorld, identityWorld } from '#tests/setup/identity-world.ts';
import { registerOrganisationListeners } from './organisation.listeners.ts';
import { mayEditChart, mayEditOrganisation } from './organisation.policy.ts';
import { createOrganisationService, type OrganisationService } from './organisation.service.ts';

let world: IdentityWorld;
let org: OrganisationService;
let company: { id: string };
let it_: { id: string; audienceId: string; boardAudienceId: string };
let apps: { id: string; audienceId: string; boardAudienceId: string };
const people: Record<string, { personId: string; handle: string }> = {};
const seats: Record<string, string> = {};

beforeAll(async () => {
  world = await identityWorld();
  registerOrganisationListeners(world.parts);
  org = createOrganisationService(world.parts);
  company = await org.createChart(systemActor, { kind: 'company', name: 'Hansa Werke' });
  it_ = await org.createUnit(systemActor, { name: 'IT' });
  apps = await org.createUnit(systemActor, { name: 'Applications', parentId: it_.id });
  for (const [name, boss, unit] of [
    ['Henrik', null, null],
    ['Leyla', 'Henrik', it_.id],
    ['Aylin', 'Leyla', apps.id],
    ['Tomasz', 'Leyla', it_.id],
    ['Mara', 'Aylin', apps.id],
    ['Ronja', 'Aylin', apps.id],
  ] as const) {
    people[name] = await world.person({ givenName: name, familyName: 'Test' });
    const { id } = await org.createPosition(systemActor, {
      chartId: company.id,
      title: `${name}'s seat`,
      unitId: unit,
      managerId: boss ? seats[boss] : null,
      from: '2020-01-01',
    });
    seats[name] = id;
    await org.assign(systemActor, { positionId: id, personId: personId(name), from: '2020-01-01' });
  }
});
afterAll(() => world.drop());

const personId = (name: string) => people[name]?.personId ?? '';
const seat = (name: string) => seats[name] ?? '';
function actor(name: string, role: Role = 'employee', grants: Actor['grants'] = []): Actor {
  return {
    personId: personId(name),
    accountId: personId(name),
    sessionId: 's',
    role,
    handle: people[name]?.handle ?? '',
    displayName: name,
    siteId: null,
    language: 'en',
    tone: 'du',
    timeZone: 'Europe/Berlin',
    terminal: false,
    grants,
  };
}
const nameOf = (card?: { holders: { person: { name: string } }[] }) =>
  card?.holders[0]?.person.name.split(' ')[0];
async function memberships(name: string): Promise<string[]> {
  const rows = await world.db.audienceMembership.findMany({
    where: { personId: personId(name), validTo: null, cause: 'unit' },
  });
  return rows.map((row) => row.audienceId).sort();
}

describe('what a page shows, read anew', () => {
  const renew = (name: string, ids: string[], whole: string[] = []) =>
    org.renew(actor(name), { chart: 'company', ids, whole });

  it('is the same part, with all above it and who has come to teams that were whole', async () => {
    const narrow = await renew('Aylin', [seat('Mara')]);
    expect(narrow.cards.map(nameOf).sort()).toEqual(['Aylin', 'Henrik', 'Leyla', 'Mara']);
    const wide = await renew('Aylin', [seat('Mara')], [seat('Aylin'), seat('Leyla')]);
    expect(wide.cards.map(nameOf).sort()).toEqual(['Aylin', 'Henrik', 'Leyla', 'Mara', 'Ronja', 'Tomasz']);
    expect(wide.roots).toBe(1);
  });

  it('holds nothing of a chart that is not for the reader, nor of another one', async () => {
    const other = await org.createChart(systemActor, { kind: 'project', name: 'Other' });
    const ids = [seat('Mara')];
    expect((await org.renew(actor('Aylin'), { chart: other.id, ids, whole: ids })).cards).toEqual([]);
    const external = org.renew(actor('Mara', 'external'), { chart: 'company', ids, whole: ids });
    await expect(external).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('chart', () => {
  it('opens on me: chain above, peers beside, reports below, with counts', async () => {
    const view = await org.chart(actor('Aylin'), { chart: 'company' });
    expect(view.focusId).toBe(seat('Aylin'));
    expect(view.cards.map(nameOf).sort()).toEqual(['Aylin', 'Henrik', 'Leyla', 'Mara', 'Ronja', 'Tomasz']);
    const counts = Object.fromEntries(view.cards.map((card) => [nameOf(card), [card.direct, card.total]]));
    expect(counts).toEqual({
      Henrik: [1, 5],
      Leyla: [2, 4],
      Aylin: [2, 2],
      Tomasz: [0, 0],
      Mara: [0, 0],
      Ronja: [0, 0],
    });
    expect(view.size).toBe(6);
  });
  it('takes a handle or a position, and says when somebody has no seat', async () => {
    const me = actor('Mara');
    expect((await org.chart(me, { chart: 'company', focus: people.Leyla?.handle })).focusId).toBe(
      seat('Leyla'),
    );
    expect((await org.chart(me, { chart: company.id, focus: seat('Ronja') })).focusId).toBe(seat('Ronja'));
    const lost = await org.chart(me, { chart: 'company', focus: 'nobody-here' });
    expect([lost.focusMissing, lost.focusId]).toEqual([true, seat('Henrik')]);
  });
  it('shows the past: nobody sat there before', async () => {
    const before = await org.chart(actor('Mara'), { chart: 'company', on: '2019-06-01' });
    expect([before.size, before.cards.length]).toEqual([0, 0]);
  });
  it('says who is away on the day shown, until when, and who stands in', async () => {
    const absence = await world.db.absence.create({
      data: {
        id: world.parts.ids.next(),
        personId: personId('Mara'),
        deputyId: personId('Tomasz'),
        from: new Date('2026-03-02'),
        until: new Date('2026-03-09'),
      },
    });
    const holderOn = async (on: string) => {
      const view = await org.chart(actor('Aylin'), { chart: 'company', focus: people.Mara?.handle, on });
      return view.cards.find((card) => card.id === seat('Mara'))?.holders[0];
    };
    expect(await holderOn('2026-03-08')).toMatchObject({
      awayUntil: '2026-03-09',
      deputy: { handle: people.Tomasz?.handle },
    });
    expect(await holderOn('2026-03-09')).not.toHaveProperty('awayUntil');
    // Once it is over, it is told of no day any more.
    const over = { from: new Date('2026-02-02'), until: new Date('2026-03-02') };
    await world.db.absence.update({ where: { id: absence.id }, data: over });
    expect(await holderOn('2026-02-10')).not.toHaveProperty('awayUntil');
    await world.db.absence.delete({ where: { id: absence.id } });
  });
  it('finds by name, title and folded letters', async () => {
    const hits = await org.searchInChart(actor('Mara'), { chart: 'company', text: 'test ron' });
    expect(hits.map((hit) => hit.positionId)).toEqual([seat('Ronja')]);
    expect(await org.searchInChart(actor('Mara'), { chart: 'company', text: '%' })).toEqual([]);
  });
  it('lists as a table by keyset', async () => {
    const page = await org.table(actor('Mara'), { chart: 'company', sort: 'reports', descending: true });
    expect(page.rows.slice(0, 1).map((row) => row.direct)).toEqual([2]);
    expect([page.total, page.next]).toEqual([6, null]);
    const below = await org.table(actor('Mara'), { chart: 'company', below: seat('Aylin') });
    expect(below.rows.map(nameOf)).toEqual(['Aylin', 'Mara', 'Ronja']);
    const filtered = async (question: { filter?: string; vacant?: boolean }) =>
      (await org.table(actor('Mara'), { chart: 'company', ...question })).rows.map(nameOf);
    expect(await filtered({ filter: 'applic ron' })).toEqual(['Ronja']);
    expect(await filtered({ filter: '%' })).toEqual([]);
    expect(await filtered({ vacant: true })).toEqual([]);
  });
});

describe('people', () => {
  it('gives the mini chart', async () => {
    const mini = await org.miniChart(actor('Ronja'), personId('Mara'));
    expect(mini?.chain.map((row) => row.holders[0]?.name.split(' ')[0])).toEqual([
      'Henrik',
      'Leyla',
      'Aylin',
    ]);
    expect(mini?.positionId).toBe(seat('Mara'));
  });
  it('knows managers and who is above', async () => {
    expect(await org.managersOf(personId('Mara'))).toEqual([personId('Aylin')]);
    expect(await org.isAbove(personId('Henrik'), personId('Mara'))).toBe(true);
    expect(await org.isAbove(personId('Mara'), personId('Henrik'))).toBe(false);
  });
  it('knows the home of many', async () => {
    const homes = await org.homesOf([personId('Mara'), personId('Henrik')]);
    expect(homes.get(personId('Mara'))?.boardAudienceId).toBe(apps.boardAudienceId);
    expect(homes.get(personId('Henrik'))?.unitId).toBeNull();
  });
});

describe('reporting lines', () => {
  it('never make a cycle', async () => {
    const cycle = { code: 'conflict' };
    await expect(
      org.setReportingLine(systemActor, { positionId: seat('Leyla'), managerId: seat('Mara') }),
    ).rejects.toMatchObject(cycle);
    await expect(
      org.setReportingLine(systemActor, { positionId: seat('Leyla'), managerId: seat('Leyla') }),
    ).rejects.toMatchObject(cycle);
    await expect(
      org.setReportingLine(systemActor, {
        positionId: seat('Henrik'),
        managerId: seat('Mara'),
        from: '2030-01-01',
      }),
    ).rejects.toMatchObject(cycle);
  });
  it('never make a cycle when two are set at once', async () => {
    const a = await org.createPosition(systemActor, { chartId: company.id, title: 'A' });
    const b = await org.createPosition(systemActor, { chartId: company.id, title: 'B' });
    const both = await Promise.allSettled([
      org.setReportingLine(systemActor, { positionId: a.id, managerId: b.id }),
      org.setReportingLine(systemActor, { positionId: b.id, managerId: a.id }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await org.closePosition(systemActor, { positionId: a.id });
    await org.closePosition(systemActor, { positionId: b.id });
  });
  it('replace the primary one and keep history', async () => {
    await org.setReportingLine(systemActor, {
      positionId: seat('Ronja'),
      managerId: seat('Tomasz'),
      from: '2026-02-01',
    });
    const now = await org.miniChart(actor('Mara'), personId('Ronja'));
    expect(now?.chain.at(-1)?.positionId).toBe(seat('Tomasz'));
    const before = await org.chart(actor('Mara'), {
      chart: 'company',
      focus: seat('Ronja'),
      on: '2026-01-31',
    });
    expect(before.cards.find((card) => card.id === seat('Ronja'))?.parentId).toBe(seat('Aylin'));
    await org.setReportingLine(systemActor, {
      positionId: seat('Ronja'),
      managerId: seat('Aylin'),
      from: '2026-02-01',
    });
  });
  it('stand beside each other when dotted', async () => {
    await org.setReportingLine(systemActor, {
      positionId: seat('Mara'),
      managerId: seat('Tomasz'),
      kind: 'dotted',
    });
    const view = await org.chart(actor('Mara'), { chart: 'company' });
    const mara = view.cards.find((card) => card.id === seat('Mara'));
    expect([mara?.parentId, mara?.dotted[0]?.id]).toEqual([seat('Aylin'), seat('Tomasz')]);
  });
});

describe('seats', () => {
  it('bring unit audiences, those above and the own board, and take them away', async () => {
    expect(await memberships('Mara')).toEqual([it_.audienceId, apps.audienceId, apps.boardAudienceId].sort());
    const { id } = await org.createPosition(systemActor, {
      chartId: company.id,
      title: 'Second',
      unitId: apps.id,
    });
    const joined = await world.person({ givenName: 'Paul', familyName: 'Otto' });
    people.Paul = joined;
    const first = await org.assign(systemActor, { positionId: id, personId: joined.personId, share: 50 });
    expect(await memberships('Paul')).toHaveLength(3);
    await org.endAssignment(systemActor, { assignmentId: first.id });
    expect(await memberships('Paul')).toEqual([]);
    const card = (await org.chart(actor('Mara'), { chart: 'company', focus: id })).cards.find(
      (one) => one.id === id,
    );
    expect([card?.holders, card?.vacantSince]).toEqual([[], '2026-03-02']);
    await org.closePosition(systemActor, { positionId: id });
  });
  it('are shared by two, never twice by one', async () => {
    await org.assign(systemActor, { positionId: seat('Tomasz'), personId: personId('Paul'), share: 50 });
    await expect(
      org.assign(systemActor, { positionId: seat('Tomasz'), personId: personId('Paul') }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const view = await org.chart(actor('Mara'), { chart: 'company', focus: seat('Tomasz') });
    expect(view.cards.find((card) => card.id === seat('Tomasz'))?.holders).toHaveLength(2);
  });
  it('of a leaver end, and whoever reported to a closed position reports above', async () => {
    await world.db.person.update({
      where: { id: personId('Paul') },
      data: { endsOn: new Date('2026-03-01') },
    });
    await world.events.transaction((tx) =>
      world.events.publish(tx, { type: 'person.ended', personId: personId('Paul') }),
    );
    await world.events.drain();
    expect(await memberships('Paul')).toEqual([]);
    const middle = await org.createPosition(systemActor, {
      chartId: company.id,
      title: 'Middle',
      managerId: seat('Aylin'),
    });
    const low = await org.createPosition(systemActor, {
      chartId: company.id,
      title: 'Low',
      managerId: middle.id,
    });
    await org.closePosition(systemActor, { positionId: middle.id });
    const view = await org.chart(actor('Mara'), { chart: 'company', focus: low.id });
    expect(view.cards.find((card) => card.id === low.id)?.parentId).toBe(seat('Aylin'));
    await org.closePosition(systemActor, { positionId: low.id });
  });
});

describe('who may', () => {
  const grant = (kind: 'edit_chart', scopeId: string) => [
    { id: 'g', kind, scope: 'chart' as const, scopeId },
  ];
  it.each<[Role, boolean, boolean, boolean]>([
    // role, edit a chart, with a grant for it, edit the organisation
    ['administrator', true, true, true],
    ['people_operations', true, true, true],
    ['employee', false, true, false],
    ['reader', false, true, false],
    ['external', false, false, false],
  ])('%s', (role, edit, withGrant, organisation) => {
    expect(mayEditChart(actor('Mara', role), company.id)).toBe(edit);
    expect(mayEditChart(actor('Mara', role, grant('edit_chart', company.id)), company.id)).toBe(withGrant);
    expect(mayEditChart(actor('Mara', role, grant('edit_chart', seat('Mara'))), company.id)).toBe(edit);
    expect(mayEditOrganisation(actor('Mara', role))).toBe(organisation);
  });
  it('every write asks', async () => {
    const denied = { code: 'forbidden' };
    const me = actor('Mara');
    await expect(org.createSite(me, { name: 'X' })).rejects.toMatchObject(denied);
    await expect(org.createUnit(me, { name: 'X' })).rejects.toMatchObject(denied);
    await expect(org.createChart(me, { kind: 'company', name: 'X' })).rejects.toMatchObject(denied);
    await expect(org.createPosition(me, { chartId: company.id, title: 'X' })).rejects.toMatchObject(denied);
    await expect(org.updatePosition(me, seat('Mara'), { title: 'X' })).rejects.toMatchObject(denied);
    await expect(org.closePosition(me, { positionId: seat('Mara') })).rejects.toMatchObject(denied);
    await expect(
      org.assign(me, { positionId: seat('Mara'), personId: personId('Ronja') }),
    ).rejects.toMatchObject(denied);
    await expect(
      org.setReportingLine(me, { positionId: seat('Mara'), managerId: null }),
    ).rejects.toMatchObject(denied);
    await expect(
      org.setReportingLine(actor('Mara', 'administrator'), {
        positionId: seat('Mara'),
        managerId: seat('Aylin'),
      }),
    ).resolves.toBeTruthy();
  });
  it.each<[Role, boolean]>([
    ['administrator', true],
    ['people_operations', true],
    ['employee', true],
    ['reader', true],
    ['external', false],
  ])('%s reads the company chart: %s', async (role, may) => {
    const me = actor('Mara', role);
    const read = org.chart(me, { chart: 'company' }).then(
      () => true,
      (error: { code: string }) => error.code !== 'not_found',
    );
    expect(await read).toBe(may);
    expect((await org.charts(me)).length > 0).toBe(may);
    expect((await org.miniChart(me, personId('Ronja'))) !== null).toBe(may);
    expect(
      await org.children(me, { positionId: seat('Henrik') }).then(
        () => true,
        () => false,
      ),
    ).toBe(may);
    expect((await org.positionsOf(me, personId('Ronja'))).length > 0).toBe(may);
  });
});

describe('sites', () => {
  it('bring a calendar with the holidays of their state, and an audience for their people', async () => {
    const site = await org.createSite(systemActor, { name: 'Schweinfurt', region: 'DE-BY' });
    const holidays = await world.db.holiday.findMany({ where: { calendarId: site.calendarId } });
    expect(holidays.map((day) => day.on.toISOString().slice(0, 10))).toContain('2026-01-06');
    await world.db.person.update({ where: { id: personId('Mara') }, data: { siteId: site.id } });
    await world.events.transaction((tx) =>
      world.events.publish(tx, { type: 'person.changed', personId: personId('Mara') }),
    );
    await world.events.drain();
    const joined = await world.db.subscription.count({
      where: { personId: personId('Mara'), audienceId: site.audienceId },
    });
    expect(joined).toBe(1);
    expect((await org.workingTimeOf(personId('Mara'))).holidays.has('2026-01-06')).toBe(true);
  });
});
