import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// Whatever is edited through the services, in any order and for any days: on no day does a chart hold a cycle, a line or a
// person on a seat that is not there, or two primary lines from one seat. ORG_RUNS asks for more than a few histories.
const RUNS = Number(process.env.ORG_RUNS ?? 12);
const LONG = 240_000;

let world: World;
let people: string[];

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-01-03T09:00:00Z') });
  people = [];
  for (let n = 0; n < 3; n++) people.push((await world.build.actor()).personId);
});
afterAll(() => world.drop());

const DAYS = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-01-${day}`);
const day = fc.constantFrom(...DAYS);
/** The n-th seat made so far. */
const seat = fc.nat(9);

const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create'), seat, on: day, top: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('report'), seat, to: seat, on: day, dotted: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('top'), seat, on: day }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close'), seat, on: day }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('assign'), seat, person: fc.nat(2), on: day, to: fc.option(day) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave'), seat, on: day }) },
) as fc.Arbitrary<Edit>;

type Edit =
  | { do: 'create'; seat: number; on: string; top: boolean }
  | { do: 'report'; seat: number; to: number; on: string; dotted: boolean }
  | { do: 'top' | 'close' | 'leave'; seat: number; on: string }
  | { do: 'assign'; seat: number; person: number; on: string; to: string | null };

test(
  'no sequence of edits makes a cycle, an orphan or two primary lines at one time',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 24 }), async (edits) => {
        const chart = await world.services.organisation.createChart(systemActor, {
          kind: 'project',
          name: 'X',
        });
        const seats: string[] = [];
        for (const one of edits) await refusedOrDone(() => doEdit(chart.id, seats, one));
        for (const on of DAYS) expect([on, await brokenOn(chart.id, on)]).toEqual([on, NOTHING]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  LONG,
);

test('a planted cycle and a planted orphan are found', async () => {
  const { organisation } = world.services;
  const chart = await organisation.createChart(systemActor, { kind: 'project', name: 'X' });
  const base = { chartId: chart.id, from: '2026-01-01' };
  const a = await organisation.createPosition(systemActor, { ...base, title: 'A' });
  const b = await organisation.createPosition(systemActor, { ...base, title: 'B', managerId: a.id });
  const validFrom = new Date('2026-01-01');
  const line = { chartId: chart.id, kind: 'primary' as const, validFrom };
  const planted = { id: world.parts.ids.next(), positionId: a.id, managerId: b.id, ...line };
  await world.db.reportingLine.create({ data: planted });
  expect((await brokenOn(chart.id, '2026-01-03')).unreached).toBe(2);
  await world.db.reportingLine.delete({ where: { id: planted.id } });
  await world.db.position.update({ where: { id: a.id }, data: { validTo: new Date('2026-01-03') } });
  expect(await brokenOn(chart.id, '2026-01-03')).toMatchObject({ danglingLines: 1 });
});

/** What may be refused is refused; a fault of ours is not an answer. */
async function refusedOrDone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!['conflict', 'invalid'].includes((error as { code?: string }).code ?? '')) throw error;
  }
}

async function doEdit(chartId: string, seats: string[], one: Edit): Promise<void> {
  const { organisation } = world.services;
  const at = (n: number) => seats[n % Math.max(1, seats.length)];
  const positionId = at(one.seat);
  if (one.do === 'create') {
    const managerId = one.top ? null : positionId;
    const title = `Seat ${seats.length}`;
    const { id } = await organisation.createPosition(systemActor, {
      chartId,
      title,
      managerId,
      from: one.on,
    });
    seats.push(id);
    return;
  }
  if (!positionId) return;
  if (one.do === 'report') {
    const kind = one.dotted ? 'dotted' : 'primary';
    await organisation.setReportingLine(systemActor, {
      positionId,
      managerId: at(one.to) ?? null,
      kind,
      from: one.on,
    });
  } else if (one.do === 'top') {
    await organisation.setReportingLine(systemActor, { positionId, managerId: null, from: one.on });
  } else if (one.do === 'close') {
    await organisation.closePosition(systemActor, { positionId, on: one.on });
  } else if (one.do === 'assign') {
    const personId = people[one.person] ?? '';
    await organisation.assign(systemActor, { positionId, personId, from: one.on, to: one.to });
  } else {
    const [assignment] = await world.db.assignment.findMany({ where: { positionId }, take: 1 });
    if (assignment)
      await organisation.endAssignment(systemActor, { assignmentId: assignment.id, on: one.on });
  }
}

const NOTHING = { twice: 0, danglingLines: 0, danglingSeats: 0, unreached: 0 };

/** Counts what must never be on a day: asked of the tables, not of the services. */
async function brokenOn(chartId: string, on: string): Promise<typeof NOTHING> {
  const [row] = await world.db.$queryRaw<(typeof NOTHING)[]>`
    WITH RECURSIVE seat AS (
      SELECT id FROM position WHERE chart_id = ${chartId}::uuid AND valid_from <= ${on}::date
        AND (valid_to IS NULL OR valid_to > ${on}::date)
    ), line AS (
      SELECT position_id, manager_id, kind FROM reporting_line WHERE chart_id = ${chartId}::uuid
        AND valid_from <= ${on}::date AND (valid_to IS NULL OR valid_to > ${on}::date)
    ), reached AS (
      SELECT id FROM seat WHERE NOT EXISTS (SELECT 1 FROM line WHERE position_id = id AND kind = 'primary')
      UNION SELECT line.position_id FROM reached JOIN line ON line.manager_id = reached.id AND line.kind = 'primary'
    )
    SELECT
      (SELECT count(*) - count(DISTINCT position_id) FROM line WHERE kind = 'primary')::int AS twice,
      (SELECT count(*) FROM line WHERE position_id NOT IN (SELECT id FROM seat)
        OR manager_id NOT IN (SELECT id FROM seat))::int AS "danglingLines",
      (SELECT count(*) FROM assignment a JOIN position p ON p.id = a.position_id AND p.chart_id = ${chartId}::uuid
        WHERE a.valid_from <= ${on}::date AND (a.valid_to IS NULL OR a.valid_to > ${on}::date)
        AND p.id NOT IN (SELECT id FROM seat))::int AS "danglingSeats",
      (SELECT count(*) FROM seat WHERE id NOT IN (SELECT id FROM reached))::int AS unreached`;
  return row ?? NOTHING;
}
