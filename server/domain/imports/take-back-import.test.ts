import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// Whole companies come and go here; a busy machine needs its time.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let actor: Actor;
beforeEach(async () => {
  world = await testWorld({ now: new Date('2026-03-02T09:00:00Z') });
  actor = await world.build.actor({ role: 'people_operations' });
  // A company that was there before: what an import must leave as it found it.
  const site = await world.build.site({ name: 'Hamburg' });
  await world.build.unit({ name: 'Works' });
  await world.services.organisation.createChart(actor, { kind: 'company', name: 'Hansa Werke' });
  await world.build.actor({ siteId: site.id });
  await world.settle();
});
afterEach(() => world.drop());

const part = (name: string) => readFileSync(`${import.meta.dirname}/fixtures/${name}-part.csv`);
const NHS = part('nhs-england');
const PEOPLE = part('us-congress-people');
const COMMITTEES = part('us-committees');

/** Everything an import may write to, and what follows from it, as one row of counts and checksums. */
const TABLES = {
  person: 'SELECT * FROM person',
  account: 'SELECT * FROM account',
  org_unit: 'SELECT * FROM org_unit',
  chart: 'SELECT * FROM chart',
  position: 'SELECT * FROM position',
  position_past: 'SELECT * FROM position_past',
  assignment: 'SELECT * FROM assignment',
  reporting_line: 'SELECT * FROM reporting_line',
  project: 'SELECT * FROM project',
  responsibility: 'SELECT * FROM responsibility',
  audience: 'SELECT * FROM audience',
  // Who belongs to what now: that somebody was elsewhere for an hour is history, and stays.
  membership: `SELECT audience_id, person_id, cause, cause_id FROM audience_membership WHERE valid_to IS NULL`,
  subscription: 'SELECT * FROM subscription',
  feed_item: 'SELECT * FROM feed_item',
  search_document: 'SELECT kind, subject_id, audience_id, title, body FROM search_document',
};

async function company(): Promise<Record<string, string>> {
  await world.settle();
  const found: Record<string, string> = {};
  for (const [name, rows] of Object.entries(TABLES)) {
    const [row] = await world.db.$queryRawUnsafe<{ sum: string }[]>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(j.row, E'\\n' ORDER BY j.row)), '') AS sum
       FROM (${rows}) r CROSS JOIN LATERAL (SELECT (to_jsonb(r) - 'updated_at')::text AS row) j`,
    );
    found[name] = row?.sum ?? '';
  }
  return found;
}

async function plan(bytes: Uint8Array, fileName: string) {
  const { imports } = world.services;
  const id = await imports.start(actor, { fileName, bytes });
  await imports.suggest(actor, id);
  return { id, dryRun: (await imports.read(actor, id)).dryRun };
}

async function apply(bytes: Uint8Array, fileName: string): Promise<string> {
  const { id, dryRun } = await plan(bytes, fileName);
  await world.services.imports.apply(actor, id, dryRun?.digest ?? null);
  const { run } = await world.services.imports.read(actor, id);
  expect(run).toMatchObject({ state: 'applied', error: null });
  return id;
}

test('NHS England, applied and taken back: the company is what it was', async () => {
  const before = await company();
  const id = await apply(NHS, 'nhs-england.csv');
  const imported = await company();
  for (const table of ['person', 'position', 'assignment', 'org_unit', 'audience', 'membership'])
    expect(imported[table]).not.toBe(before[table]);
  expect((await world.services.imports.undo(actor, id)).left).toEqual([]);
  expect(await company()).toEqual(before);
});

test('a later NHS file with other seats, taken back the same day: as after the first one', async () => {
  await apply(NHS, 'nhs-england.csv');
  world.clock.advance(86_400_000);
  const before = await company();
  const id = await apply(reorganised(NHS), 'nhs-england.csv');
  const changed = await company();
  for (const table of ['person', 'position', 'assignment', 'reporting_line'])
    expect(changed[table]).not.toBe(before[table]);
  expect((await world.services.imports.undo(actor, id)).left).toEqual([]);
  expect(await company()).toEqual(before);
});

test('the committees of the US Congress a second time: nothing to do, also after a night', async () => {
  await apply(PEOPLE, 'us-congress-people.csv');
  const id = await apply(COMMITTEES, 'us-committees.csv');
  const imported = await company();
  const again = await plan(COMMITTEES, 'us-committees.csv');
  expect(again.dryRun?.nothing).toBe(true);
  world.clock.advance(86_400_000);
  expect((await plan(COMMITTEES, 'us-committees.csv')).dryRun?.nothing).toBe(true);
  expect((await plan(PEOPLE, 'us-congress-people.csv')).dryRun?.nothing).toBe(true);
  // Applied all the same, it writes nothing.
  await world.services.imports.apply(actor, again.id, null);
  expect(await company()).toEqual(imported);
  expect((await world.services.imports.undo(actor, id)).left).toEqual([]);
  expect(await world.db.project.count()).toBe(0);
});

/** As a year later: every seventh seat is vacant, every eleventh has another holder, every thirteenth another title and superior. */
function reorganised(bytes: Uint8Array): Uint8Array {
  const [header = [], ...rows] = parse(bytes, { bom: true }) as string[][];
  const at = (name: string) => header.indexOf(name);
  const [name, title, manager] = [at('Name'), at('Job Title'), at('Reports to Senior Post')];
  const top = rows.find((row) => row[manager] === 'XX')?.[0] ?? '';
  rows.forEach((row, index) => {
    if (row[0] === top) return;
    if (index % 7 === 3) row[name] = 'Vacant';
    if (index % 11 === 5) row[name] = `Successor ${index}`;
    if (index % 13 === 6) [row[title], row[manager]] = [`Acting ${row[title]}`, top];
  });
  return Buffer.from(
    [header, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  );
}
