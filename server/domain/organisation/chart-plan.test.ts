import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { systemActor } from '#server/domain/identity/actor.ts';
import { type IdentityWorld, identityWorld } from '#tests/setup/identity-world.ts';
import { changed } from './changes/changed.ts';
import { candidates } from './find-in-chart.ts';
import { createOrganisationService, type OrganisationService } from './organisation.service.ts';

const POSITIONS = 12_000;
const SPAN = 7;

let world: IdentityWorld;
let org: OrganisationService;
let chartId: string;
let me: Actor;

/** A company of 12,000 positions, seven to a manager, written by SQL. */
beforeAll(async () => {
  world = await identityWorld();
  org = createOrganisationService(world.parts);
  chartId = (await org.createChart(systemActor, { kind: 'company', name: 'Large' })).id;
  const { personId, handle } = await world.person({ givenName: 'Mara' });
  me = {
    personId,
    accountId: personId,
    sessionId: 's',
    role: 'employee',
    handle,
    displayName: 'Mara',
    siteId: null,
    language: 'en',
    tone: 'du',
    timeZone: 'Europe/Berlin',
    terminal: false,
    grants: [],
  };
  await world.db.$executeRaw`
    INSERT INTO position (id, chart_id, title, search_title, valid_from, updated_at)
    SELECT ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, ${chartId}::uuid, 'Seat ' || n, 'seat ' || n, '2020-01-01', now()
    FROM generate_series(1, ${POSITIONS}::int) n`;
  await world.db.$executeRaw`
    INSERT INTO reporting_line (id, chart_id, position_id, manager_id, kind, valid_from)
    SELECT ('00000000-0000-7000-8002-' || lpad(to_hex(n), 12, '0'))::uuid, ${chartId}::uuid,
      ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid,
      ('00000000-0000-7000-8001-' || lpad(to_hex((n - 2) / ${SPAN}::int + 1), 12, '0'))::uuid, 'primary', '2020-01-01'
    FROM generate_series(2, ${POSITIONS}::int) n`;
  await world.db.$executeRawUnsafe('ANALYZE position, reporting_line, assignment');
});
afterAll(() => world.drop());

const seat = (n: number) => `00000000-0000-7000-8001-${n.toString(16).padStart(12, '0')}`;

describe('a chart of 12,000 positions', () => {
  it('walks down and up by index, not by reading every line', async () => {
    const walk = (column: string, from: string, other: string) => `
      EXPLAIN (FORMAT JSON) WITH RECURSIVE walk AS (
        SELECT '${seat(4_000)}'::uuid AS id
        UNION ALL SELECT l.${other} FROM walk JOIN reporting_line l ON l.${column} = walk.id
          AND l.kind = 'primary' AND l.valid_from <= DATE '${from}' AND (l.valid_to IS NULL OR l.valid_to > DATE '${from}'))
      SELECT count(*) FROM walk`;
    const plan = async (sql: string) => JSON.stringify(await world.db.$queryRawUnsafe(sql));
    const down = await plan(walk('manager_id', '2026-03-02', 'position_id'));
    expect(down).toContain('reporting_line_by_manager');
    const up = await plan(walk('position_id', '2026-03-02', 'manager_id'));
    expect(up).toMatch(/reporting_line_(by_position|one_primary)/);
    expect(down + up).not.toMatch(/"Node Type": "Seq Scan"[^}]*"reporting_line"/);
  });

  it('shows a team, its chain and its counts in a few statements', async () => {
    const before = world.statements();
    const view = await org.chart(me, { chart: chartId, focus: seat(400) });
    const used = world.statements() - before;
    expect(view.size).toBe(POSITIONS);
    expect(view.cards.find((card) => card.parentId === null)?.total).toBe(POSITIONS - 1);
    expect(view.cards.length).toBeLessThan(80);
    expect(used).toBeLessThanOrEqual(7);
  });

  it('is read whole in pieces, each in a few statements', async () => {
    const before = world.statements();
    const branch = await org.branch(me, { chart: chartId });
    const pieces: number[] = [];
    for await (const cards of branch.cards) pieces.push(cards.length);
    expect([branch.size, pieces.length, Math.max(...pieces)]).toEqual([POSITIONS, 6, 2_000]);
    expect(world.statements() - before).toBeLessThanOrEqual(2 + 2 * pieces.length);
  });

  it('folds a wide team and pages through it by keyset', async () => {
    const wide = await org.createPosition(systemActor, { chartId, title: 'Wide', managerId: seat(1) });
    for (let n = 0; n < 75; n++) {
      await org.createPosition(systemActor, {
        chartId,
        title: `Member ${String(n).padStart(2, '0')}`,
        managerId: wide.id,
      });
    }
    const view = await org.chart(me, { chart: chartId, focus: wide.id });
    const shown = view.cards.filter((card) => card.parentId === wide.id);
    expect([shown.length, view.cards.find((card) => card.id === wide.id)?.direct]).toEqual([12, 75]);
    const first = await org.children(me, { positionId: wide.id });
    const second = await org.children(me, { positionId: wide.id, after: first.cards.at(-1)?.id ?? null });
    expect([first.cards.length, first.more, second.cards.length, second.more]).toEqual([60, true, 15, false]);
    const last = second.cards.at(-1);
    const beside = await org.chart(me, { chart: chartId, focus: last?.id ?? '' });
    const peers = beside.cards.filter((card) => card.parentId === wide.id);
    expect(peers.some((card) => card.id === last?.id)).toBe(true);
    expect(peers).toHaveLength(12);
  });

  it('finds what changed by the days on which it did, and looks nothing up in an exclusion index', async () => {
    await world.db.$executeRaw`
      INSERT INTO person (id, handle, display_name, sort_name, updated_at)
      SELECT ('00000000-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid, 'p' || n, 'P ' || n, 'p ' || n, now()
      FROM generate_series(1, ${POSITIONS}::int) n`;
    await world.db.$executeRaw`
      INSERT INTO assignment (id, position_id, person_id, valid_from)
      SELECT ('00000000-0000-7000-8003-' || lpad(to_hex(n), 12, '0'))::uuid,
        ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid,
        ('00000000-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid, '2020-01-01'
      FROM generate_series(1, ${POSITIONS}::int) n`;
    await world.db.$executeRawUnsafe('ANALYZE position, reporting_line, assignment');
    const days = { since: new Date('2026-01-01'), on: new Date('2026-03-02') };
    const rows = await world.db.$queryRaw`
      EXPLAIN (FORMAT JSON) WITH ${changed(chartId, days)} SELECT kind, count(*) FROM change GROUP BY kind`;
    const plan = JSON.stringify(rows);
    for (const index of ['assignment_by_start', 'reporting_line_by_start', 'position_by_start'])
      expect(plan.includes(index)).toBe(true);
    expect(plan.match(/"Node Type":"Seq Scan"[^}]*"(reporting_line|assignment|position)"/)).toBeNull();
    expect(plan.match(/assignment_once|reporting_line_one_primary/)).toBeNull();
  });

  it('is searched by parts of titles and names, without being read from end to end', async () => {
    await world.db.$executeRaw`UPDATE person SET sort_name = 'suess mara' WHERE id = ${me.personId}::uuid`;
    await org.assign(systemActor, { positionId: seat(9_000), personId: me.personId, from: '2021-01-01' });
    await world.db.$executeRawUnsafe(
      'VACUUM ANALYZE position, assignment, person, position_past, chart_edit',
    );
    const hits = async (text: string) =>
      (await org.searchInChart(me, { chart: chartId, text })).map((hit) => hit.positionId);
    expect(await hits('seat 11999')).toEqual([seat(11_999)]);
    expect(await hits('Süß')).toEqual([seat(9_000)]);
    expect(await hits('eat 9000 sues')).toEqual([seat(9_000)]);
    // Names that begin with it come first, however many there are of them, and then titles.
    expect(await hits('p 1')).toEqual(await hits('p 1 seat'));
    expect((await hits('se'))[0]).toBe(seat(1));
    const day = new Date('2026-03-02');
    const rows = await world.db
      .$queryRaw`EXPLAIN (FORMAT JSON) ${candidates(chartId, ['seat', '11999'], day)}`;
    const plan = JSON.stringify(rows);
    for (const index of ['position_by_part_of_title', 'person_by_part_of_name'])
      expect(plan.includes(index)).toBe(true);
    expect(plan.match(/"Node Type":"Seq Scan"[^}]*"(assignment|position|person)"/)).toBeNull();
  });

  it('answers quickly enough for a page', async () => {
    await org.chart(me, { chart: chartId, focus: seat(400) });
    const start = performance.now();
    await org.chart(me, { chart: chartId, focus: seat(400) });
    // A coarse guard against a plan gone wrong; `npm run bench` measures.
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
