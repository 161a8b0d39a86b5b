import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { takeImportLock } from './apply-plan.ts';

// Whole companies come and go here; a busy machine needs its time.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let actor: Actor;
beforeEach(async () => {
  world = await testWorld({ now: new Date('2026-03-02T09:00:00Z') });
  actor = await world.build.actor({ role: 'people_operations' });
});
afterEach(() => world.drop());

const fixture = (name: string) => readFileSync(`${import.meta.dirname}/fixtures/${name}-excerpt.csv`);
const HEADER = 'Post Unique Reference,Name,Job Title,Unit,Reports to Senior Post,FTE';
const sheet = (...rows: string[]) => new TextEncoder().encode([HEADER, ...rows].join('\n'));

async function upload(bytes: Uint8Array, remedies: Record<string, string> = {}) {
  const { imports } = world.services;
  const id = await imports.start(actor, { fileName: 'org.csv', bytes, remedies });
  await imports.suggest(actor, id);
  return { id, view: await imports.read(actor, id) };
}

async function apply(bytes: Uint8Array, remedies: Record<string, string> = {}) {
  const { id, view } = await upload(bytes, remedies);
  await world.services.imports.apply(actor, id, view.dryRun?.digest ?? null);
  const after = await world.services.imports.read(actor, id);
  expect(after.run).toMatchObject({ state: 'applied', error: null });
  return {
    id,
    view: after,
    problems: Object.fromEntries(view.dryRun?.problems.map((group) => [group.kind, group.count]) ?? []),
  };
}

describe('real files, in excerpts', () => {
  it.each([
    ['nhs-england', { position: 9, person: 9, line: 8 }, {}],
    [
      'cabinet-office',
      { position: 15, person: 13, line: 14 },
      { withheld_name: 3, duplicate: 1, same_name: 1 },
    ],
    ['joint-forces', { position: 6, person: 5, line: 4 }, { withheld_name: 1, reports_to_itself: 2 }],
    [
      'health-education',
      { position: 16, person: 16, line: 14 },
      {
        withheld_name: 11,
        unknown_manager: 2,
        several_roots: 3,
        duplicate: 1,
        two_managers: 1,
        job_share: 1,
      },
    ],
  ])('%s', async (name, created, problems) => {
    const first = await apply(fixture(name));
    expect(first.problems).toEqual(problems);
    const { counts } = first.view.run;
    expect({
      position: counts?.position.create,
      person: counts?.person.create,
      line: counts?.line.create,
    }).toEqual(created);
    // The same file again: nothing to do.
    expect((await upload(fixture(name))).view.dryRun).toMatchObject({ nothing: true });
    const { left } = await world.services.imports.undo(actor, first.id);
    expect(left).toEqual([]);
    expect(await world.db.position.count()).toBe(0);
    expect(await world.db.person.count()).toBe(1);
    expect(await world.db.orgUnit.count()).toBe(0);
  });

  it('committees become projects with charts, their people matched by number', async () => {
    const people = await apply(fixture('us-congress-people'));
    expect(people.view.run.kind).toBe('people');
    const { problems, view } = await apply(fixture('us-committees'));
    expect(problems).toEqual({ no_head: 1, several_heads: 1 });
    expect(view.run).toMatchObject({
      kind: 'projects',
      counts: { project: { create: 4 }, person: { create: 0 } },
    });
    const sub = await world.db.project.findFirstOrThrow({
      where: { externalId: 'HSSM23' },
      include: { parent: true },
    });
    expect(sub.parent?.externalId).toBe('HSSM');
    const lines = await world.db.reportingLine.findMany({
      where: { chartId: sub.chartId },
      include: { manager: true },
    });
    expect(lines).toHaveLength(9);
    expect(new Set(lines.map((line) => line.manager.title))).toEqual(new Set(['Ranking Member']));
    expect(await world.db.audienceMembership.count({ where: { audienceId: sub.audienceId } })).toBe(10);
    expect((await upload(fixture('us-committees'))).view.dryRun?.nothing).toBe(true);
  });
});

describe('a second file', () => {
  const first = [
    '1,Ada Lovelace,Head,Board,XX,1',
    '2,Ben Otto,Clerk,Sales,1,1',
    '3,Vacant,Clerk,Sales,1,1',
    '4,Cem Kaya,Clerk,Sales,2,1',
  ];

  it('changes only what changed, and ends what is abolished', async () => {
    await apply(sheet(...first));
    world.clock.advance(86_400_000);
    const { view } = await apply(
      sheet(
        '1,Ada Lovelace,Head,Board,XX,1',
        '2,Eliminated,Clerk,Sales,1,1',
        '3,Dua Weiß,Senior Clerk,Sales,1,0.5',
        '4,Cem Kaya,Clerk,Sales,2,1',
      ),
    );
    const { counts } = view.run;
    expect(counts?.position).toEqual({ create: 0, change: 1, end: 1 });
    expect(counts?.assignment).toEqual({ create: 1, change: 0, end: 1 });
    expect(counts?.line).toEqual({ create: 1, change: 0, end: 2 });
    expect(counts?.person).toEqual({ create: 1, change: 0, end: 0 });
    const closed = await world.db.position.findFirstOrThrow({ where: { externalId: '2' } });
    expect(closed.validTo?.toISOString().slice(0, 10)).toBe('2026-03-03');
    const sales = await world.db.orgUnit.findFirstOrThrow({ where: { name: 'Sales' } });
    const members = await world.db.audienceMembership.findMany({
      where: { audienceId: sales.audienceId, validTo: null },
      include: { person: true },
    });
    expect(members.map((member) => member.person.displayName).sort()).toEqual(['Cem Kaya', 'Dua Weiß']);
  });

  it('keeps what it does not name, unless told to end it', async () => {
    await apply(sheet(...first));
    const { view } = await upload(sheet(...first.slice(0, 3)));
    expect(view.dryRun?.problems.map((group) => group.kind)).toEqual(['missing_from_file']);
    expect(view.dryRun?.nothing).toBe(true);
    const ending = await upload(sheet(...first.slice(0, 3)), { missing_from_file: 'end' });
    expect(ending.view.dryRun?.counts.position.end).toBe(1);
  });
});

describe('undo', () => {
  it('leaves, and lists, what was edited since', async () => {
    const { id } = await apply(
      sheet('1,Ada,Head,Board,XX,1', '2,Ben,Clerk,Sales,1,1', '3,Cem,Clerk,Sales,2,1'),
    );
    const edited = await world.db.position.findFirstOrThrow({ where: { externalId: '2' } });
    await world.db.position.update({ where: { id: edited.id }, data: { title: 'Senior clerk' } });
    const { left } = await world.services.imports.undo(actor, id);
    expect(left.find((item) => item.id === edited.id)).toMatchObject({ reason: 'edited', line: 3 });
    // Who sits there, the line above and the manager's seat stay with it; what is below goes.
    const titles = await world.db.position.findMany({
      orderBy: { externalId: 'asc' },
      select: { title: true },
    });
    expect(titles.map((row) => row.title)).toEqual(['Head', 'Senior clerk']);
    expect(await world.db.person.findMany({ where: { displayName: { in: ['Ben', 'Cem'] } } })).toHaveLength(
      1,
    );
    const view = await world.services.imports.read(actor, id);
    expect(view.run.state).toBe('undone');
    expect(view.undo?.left.length).toBe(left.length);
  });

  it('puts back what was changed and ended', async () => {
    await apply(sheet('1,Ada,Head,Board,XX,1', '2,Ben,Clerk,Sales,1,1', '3,Cem,Clerk,Sales,2,1'));
    world.clock.advance(86_400_000);
    const second = await apply(
      sheet('1,Ada,Chief,Board,XX,1', '2,Ben,Clerk,Sales,1,1', '3,Dua,Clerk,Sales,1,1'),
    );
    const { left } = await world.services.imports.undo(actor, second.id);
    expect(left).toEqual([]);
    expect(await world.db.position.findFirst({ where: { externalId: '1' } })).toMatchObject({
      title: 'Head',
      searchTitle: 'head',
    });
    const seat = await world.db.position.findFirstOrThrow({
      where: { externalId: '3' },
      include: {
        assignmentAsPosition: { include: { person: true } },
        reportingLineAsPosition: { include: { manager: true } },
      },
    });
    expect(seat.assignmentAsPosition.map((item) => [item.person.displayName, item.validTo])).toEqual([
      ['Cem', null],
    ]);
    expect(seat.reportingLineAsPosition.map((item) => [item.manager.externalId, item.validTo])).toEqual([
      ['2', null],
    ]);
  });
});

describe('nothing is half imported', () => {
  it('a failure in the middle leaves no row, and the run says so', async () => {
    const { id, view } = await upload(sheet('1,Ada,Head,Board,XX,1', '2,Ben,Clerk,Sales,1,1'));
    const publishAll = world.parts.events.publishAll;
    world.parts.events.publishAll = async () => Promise.reject(new Error('the plug was pulled'));
    await world.services.imports.apply(actor, id, view.dryRun?.digest ?? null);
    world.parts.events.publishAll = publishAll;
    expect((await world.services.imports.read(actor, id)).run).toMatchObject({
      state: 'failed',
      error: 'import.errorFailed',
    });
    expect(await world.db.position.count()).toBe(0);
    expect(await world.db.person.count()).toBe(1);
  });

  it('a run that a crash cut off is marked as failed at the next start', async () => {
    const { id } = await upload(sheet('1,Ada,Head,Board,XX,1'));
    const { plan } = await world.db.importRun.findUniqueOrThrow({ where: { id } });
    const cut = { ...(plan as object), began: world.clock.now().toISOString() };
    await world.db.importRun.update({ where: { id }, data: { state: 'applying', plan: cut } });
    // Another process that is at work holds the lock: its run is left alone.
    await world.db.$transaction(async (tx) => {
      await takeImportLock(tx);
      expect(await world.services.imports.recover()).toBe(0);
    });
    expect(await world.services.imports.recover()).toBe(1);
    expect((await world.services.imports.read(actor, id)).run).toMatchObject({
      state: 'failed',
      error: 'import.errorInterrupted',
    });
  });

  it('a run that a killed command left is found by the server that lives on', async () => {
    const { id } = await upload(sheet('1,Ada,Head,Board,XX,1'));
    const { plan } = await world.db.importRun.findUniqueOrThrow({ where: { id } });
    const cut = { ...(plan as object), began: world.clock.now().toISOString() };
    await world.db.importRun.update({ where: { id }, data: { state: 'applying', plan: cut } });
    const state = async () => (await world.services.imports.read(actor, id)).run.state;
    // One that has only just begun may not have come as far as the lock.
    await world.jobs.run('imports.recover');
    expect(await state()).toBe('applying');
    world.clock.advance(180_000);
    await world.jobs.run('imports.recover');
    expect(await state()).toBe('failed');
    await world.services.imports.choose(actor, id, {});
    await world.services.imports.apply(actor, id, null);
    expect(await state()).toBe('applied');
  });

  it('a run whose job was lost before it began is carried out once', async () => {
    const { id } = await upload(sheet('1,Ada,Head,Board,XX,1'));
    await world.db.importRun.update({ where: { id }, data: { state: 'applying' } });
    await world.jobs.run('imports.recover');
    await world.jobs.send('imports.apply', { runId: id });
    expect((await world.services.imports.read(actor, id)).run.state).toBe('applied');
    expect(await world.db.person.count()).toBe(2);
  });

  it('a plan that is no longer the one agreed to is not applied', async () => {
    const { id, view } = await upload(sheet('1,Ada,Head,Board,XX,1'));
    await apply(sheet('1,Ada,Head,Board,XX,1', '2,Ben,Clerk,Sales,1,1'));
    await expect(world.services.imports.apply(actor, id, view.dryRun?.digest ?? null)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

it('waits for a remedy for each kind of problem', async () => {
  const { imports } = world.services;
  const id = await imports.start(actor, {
    fileName: 'org.csv',
    bytes: sheet('1,N/D,Head,Board,XX,1', '2,Ben,Clerk,Sales,2,1'),
  });
  expect((await imports.read(actor, id)).dryRun?.open).toEqual(['withheld_name', 'reports_to_itself']);
  const blocked = { code: 'conflict', details: { message: 'import.errorRemedyMissing' } };
  await expect(imports.apply(actor, id, null)).rejects.toMatchObject(blocked);
  await imports.choose(actor, id, { remedies: { withheld_name: 'vacancy' } });
  await expect(imports.apply(actor, id, null)).rejects.toMatchObject(blocked);
  await imports.choose(actor, id, { remedies: { reports_to_itself: 'without_manager' } });
  await imports.apply(actor, id, null);
  expect((await imports.read(actor, id)).run.state).toBe('applied');
});

it('remembers columns and remedies by the header', async () => {
  const file = (row: string) => new TextEncoder().encode(`Code;Wer;Was\n${row}`);
  const { imports } = world.services;
  const id = await imports.start(actor, {
    fileName: 'a.csv',
    bytes: file('1;Ada;Head'),
    kind: 'organisation',
  });
  expect((await imports.read(actor, id)).missing).not.toBeNull();
  await imports.choose(actor, id, { mapping: { position_id: 'Code', name: 'Wer', title: 'Was' } });
  await imports.apply(actor, id, null);
  const again = await imports.read(
    actor,
    await imports.start(actor, { fileName: 'b.csv', bytes: file('2;Ben;Clerk'), kind: 'organisation' }),
  );
  expect(again).toMatchObject({ remembered: true, missing: null });
});

it('tells how far it is while it works, and that it has ended', async () => {
  await apply(
    sheet(
      ...Array.from(
        { length: 40 },
        (_, index) => `${index + 1},Person ${index},Clerk,Unit ${index % 7},${index === 0 ? 'XX' : 1},1`,
      ),
    ),
  );
  await world.settle();
  const told = world.emitted
    .filter(({ room }) => room === `person:${actor.personId}`)
    .map(({ message }) => message.kind);
  expect(told).toContain('import.progressed');
  expect(told).toContain('import.finished');
});

describe('who may', () => {
  it.each(['employee', 'reader', 'external'] as const)('%s may not', async (role) => {
    const other = await world.build.actor({ role });
    const { imports } = world.services;
    const { id } = await upload(sheet('1,Ada,Head,Board,XX,1'));
    const forbidden = { code: 'forbidden' };
    await expect(imports.list(other)).rejects.toMatchObject(forbidden);
    await expect(imports.read(other, id)).rejects.toMatchObject(forbidden);
    await expect(imports.rows(other, id)).rejects.toMatchObject(forbidden);
    await expect(imports.start(other, { fileName: 'x.csv', bytes: sheet() })).rejects.toMatchObject(
      forbidden,
    );
    await expect(imports.choose(other, id, {})).rejects.toMatchObject(forbidden);
    await expect(imports.suggest(other, id)).rejects.toMatchObject(forbidden);
    await expect(imports.apply(other, id, null)).rejects.toMatchObject(forbidden);
    await expect(imports.undo(other, id)).rejects.toMatchObject(forbidden);
    await expect(imports.discard(other, id)).rejects.toMatchObject(forbidden);
  });

  it('administrators and people operations may, and it is written down', async () => {
    const admin = await world.build.actor({ role: 'administrator' });
    await expect(world.services.imports.list(admin)).resolves.toEqual([]);
    const { id } = await apply(sheet('1,Ada,Head,Board,XX,1'));
    await world.services.imports.undo(actor, id);
    const acts = await world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(acts.map((act) => act.action).sort()).toEqual([
      'import.applied',
      'import.requested',
      'import.undone',
      'import.uploaded',
    ]);
  });
});
