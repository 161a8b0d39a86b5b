import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '#server/domain/imports/table/guess-mapping.ts';
import { parseTable } from '#server/domain/imports/table/parse-table.ts';
import type { OrganisationState } from './organisation-state.ts';
import { countOperations, type Operation, type Plan } from './plan.ts';
import { planOrganisation } from './plan-organisation.ts';
import { REMEDIES, type Remedies } from './remedies.ts';

const empty: OrganisationState = {
  chartId: 'chart',
  persons: [],
  sites: [],
  units: [],
  positions: [],
  assignments: [],
  lines: [],
};
const HEADER = 'Post Unique Reference,Name,Job Title,Unit,Reports to Senior Post,FTE';

function plan(rows: readonly string[], remedies: Remedies = {}, state = empty): Plan {
  const table = parseTable(new TextEncoder().encode([HEADER, ...rows].join('\n')));
  return planOrganisation(table, guessMapping('organisation', table.headers), state, settings(remedies));
}

function settings(remedies: Remedies) {
  let next = 0;
  return { source: 'hr', remedies, today: '2026-03-02', newId: () => `id-${++next}` };
}

const of = (result: Plan, entity: Operation['entity'], action: Operation['action'] = 'create') =>
  result.operations.filter((item) => item.entity === entity && item.action === action);
const problems = (result: Plan) => result.problems.map(({ kind, line }) => [kind, line]);
/** "2 → 1": who reports to whom, by the ids of the file. */
function reporting(result: Plan, kind = 'primary'): string[] {
  const names = new Map(of(result, 'position').map((item) => [item.id, String(item.after.externalId)]));
  return of(result, 'line')
    .filter((item) => item.after.kind === kind)
    .map(({ after }) => `${names.get(String(after.positionId))} → ${names.get(String(after.managerId))}`);
}

describe('who reports to whom', () => {
  it('follows the file', () => {
    const result = plan(['1,Ada,Head,A,XX,1', '2,Ben,Clerk,A,1,1', '3,Cem,Clerk,A,1,0.5']);
    expect(reporting(result)).toEqual(['2 → 1', '3 → 1']);
    expect(of(result, 'assignment').map((item) => item.after.share)).toEqual([100, 100, 50]);
    expect(result.problems).toEqual([]);
  });

  it.each([
    ['cut_first', ['2 → 3', '3 → 1', '4 → 1']],
    ['cut_all', ['4 → 1']],
    ['skip_rows', []],
  ] as const)('a circle of three, remedy %s', (remedy, expected) => {
    const result = plan(['1,Ada,A,A,2,1', '2,Ben,B,A,3,1', '3,Cem,C,A,1,1', '4,Dua,D,A,1,1'], {
      cycle: remedy,
    });
    expect(result.problems[0]).toMatchObject({
      kind: 'cycle',
      line: 2,
      lines: [2, 3, 4],
      subject: '1 → 2 → 3 → 1',
    });
    expect(reporting(result)).toEqual(expected);
  });

  it('a post that reports to itself keeps those below it', () => {
    const result = plan(['1,Ada,A,A,1,1', '2,Ben,B,A,1,1']);
    expect(problems(result)).toEqual([['reports_to_itself', 2]]);
    expect(reporting(result)).toEqual(['2 → 1']);
  });

  it('an unknown manager: the nearest number, none, or no row at all', () => {
    const rows = ['EOE-1,Ada,A,A,XX,1', '2,Ben,B,A,EoE-1,1', '3,Cem,C,A,nowhere,1'];
    expect(problems(plan(rows))).toEqual([
      ['unknown_manager', 3],
      ['unknown_manager', 4],
    ]);
    expect(reporting(plan(rows))).toEqual(['2 → EOE-1']);
    expect(reporting(plan(rows, { unknown_manager: 'without_manager' }))).toEqual([]);
    expect(of(plan(rows, { unknown_manager: 'skip_row' }), 'position')).toHaveLength(1);
  });

  it('those below an abolished post report to the next one above', () => {
    const result = plan(['1,Ada,A,A,XX,1', '2,Eliminated,B,A,1,1', '3,Cem,C,A,2,1']);
    expect(problems(result)).toEqual([['manager_left_out', 4]]);
    expect(reporting(result)).toEqual(['3 → 1']);
    expect(result.notices.map((notice) => notice.kind)).toEqual(['ended', 'ended_unknown']);
  });

  it('several at the top: side by side, or under the first', () => {
    const rows = ['1,Ada,A,A,XX,1', '2,Ben,B,A,xx,1', '3,Cem,C,A,2,1'];
    expect(problems(plan(rows))).toEqual([
      ['several_roots', 2],
      ['several_roots', 3],
    ]);
    expect(reporting(plan(rows, { several_roots: 'under_first' }))).toEqual(['2 → 1', '3 → 2']);
  });

  it('managers may be named by personnel number, address or name', () => {
    const file =
      'Personalnummer;Name;Stelle;E-Mail;Vorgesetzter\n7;Kaya, Aylin;Leiterin;a@x.de;\n8;Weiß, Ronja;Prüferin;;7\n9;Böttger, Jonas;Prüfer;;A@x.de\n10;Otto, Paul;Prüfer;;Aylin Kaya';
    const table = parseTable(new TextEncoder().encode(file));
    const result = planOrganisation(table, guessMapping('organisation', table.headers), empty, settings({}));
    expect(result.problems).toEqual([]);
    expect(reporting(result)).toEqual(['8 → 7', '9 → 7', '10 → 7']);
    expect(of(result, 'account').map((item) => item.after.email)).toEqual(['a@x.de']);
  });
});

describe('one number in several rows', () => {
  const top = '1,Ada,A,A,XX,1';
  it('is a job share with two names', () => {
    const result = plan([top, '2,Nav,B,A,1,0.5', '2,Diana,B,A,1,0.5']);
    expect(problems(result)).toEqual([['job_share', 4]]);
    expect(of(result, 'position')).toHaveLength(2);
    expect(of(result, 'assignment').map((item) => item.after.share)).toEqual([100, 50, 50]);
  });

  it('is a second, dotted line with two managers', () => {
    const result = plan([top, '3,Eve,C,A,1,1', '2,N/D,B,A,1,0.2', '2,N/D,B,A,3,0.1']);
    expect(result.problems.map((item) => item.kind)).toContain('two_managers');
    expect(reporting(result)).toEqual(['3 → 1', '2 → 1']);
    expect(reporting(result, 'dotted')).toEqual(['2 → 3']);
  });

  it('is a plain duplicate otherwise', () => {
    const rows = [top, '2,Vacant,B,A,1,1', '2,Vacant,B,A,1,1'];
    expect(problems(plan(rows))).toEqual([['duplicate', 4]]);
    expect(of(plan(rows), 'position')).toHaveLength(2);
    expect(of(plan(rows, { duplicate: 'separate' }), 'position')).toHaveLength(3);
  });
});

describe('names', () => {
  it('withheld ones are one person a row, without a name', () => {
    const result = plan(['1,N/D,A,A,XX,1', '2,n/d,B,A,1,1']);
    expect(of(result, 'person').map((item) => [item.after.nameWithheld, item.after.displayName])).toEqual([
      [true, ''],
      [true, ''],
    ]);
    expect(problems(result)).toEqual([
      ['withheld_name', 2],
      ['withheld_name', 3],
    ]);
  });

  it('vacant and gapped posts stand empty', () => {
    const result = plan(['1,Vacant,A,A,XX,1', '2,GAPPED,B,A,1,1', '3,Med3 Vacant,C,A,1,1']);
    expect(of(result, 'person')).toEqual([]);
    expect(of(result, 'position').map((item) => item.after.vacantSince)).toEqual([
      '2026-03-02',
      '2026-03-02',
      '2026-03-02',
    ]);
  });

  it('missing ones, missing numbers and endless texts are told by line', () => {
    const result = plan([
      '1,,A,A,XX,1',
      `,Ben,B,A,1,1`,
      `3,Cem,${'x'.repeat(100_000)},A,1,1`,
      '4,Dua,,A,1,many',
    ]);
    expect(problems(result)).toEqual([
      ['missing_name', 2],
      ['missing_id', 3],
      ['too_long', 4],
      ['unreadable_value', 5],
      ['missing_title', 5],
    ]);
    expect(of(result, 'position').map((item) => String(item.after.title).length)).toEqual([1, 200, 1]);
  });

  it('one name on two posts is one person, or two', () => {
    const rows = ['1,Bruce Mann,A,A,XX,1', '2,Bruce Mann,B,A,1,1'];
    expect(of(plan(rows), 'person')).toHaveLength(1);
    expect(of(plan(rows, { same_name: 'separate_persons' }), 'person')).toHaveLength(2);
    expect(of(plan(rows), 'assignment').map((item) => item.after.main)).toEqual([true, false]);
  });
});

it('pay columns leave no trace in a plan', () => {
  const table = parseTable(readFileSync(`${import.meta.dirname}/../fixtures/cabinet-office-excerpt.csv`));
  const mapping = guessMapping('organisation', table.headers);
  expect(Object.values(mapping).join()).not.toMatch(/pay|salary/i);
  const result = planOrganisation(table, mapping, empty, settings({}));
  expect(JSON.stringify(result.operations)).not.toContain('776821');
  expect(countOperations(result.operations).position.create).toBe(15);
});

// Whatever the file says and whatever is chosen: a chart stays a forest in which everybody has at most one manager.
const id = fc.constantFrom('1', '2', '3', '4', '5', '6', '', '01');
const row = fc.record({
  id,
  name: fc.constantFrom('Ada', 'Ben', 'N/D', 'Vacant', 'Eliminated', '', 'Cem'),
  manager: fc.oneof(id, fc.constantFrom('XX', 'nowhere', 'Ada')),
  share: fc.constantFrom('1', '0.5', 'many'),
});
const choice = fc.record(
  Object.fromEntries(
    Object.entries(REMEDIES).map(([kind, remedies]) => [kind, fc.constantFrom(...remedies)]),
  ),
) as fc.Arbitrary<Remedies>;

it('no plan contains a cycle, an orphan or two primary lines', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), choice, (rows, remedies) => {
      const result = plan(
        rows.map((cells) => `${cells.id},${cells.name},Title,Unit,${cells.manager},${cells.share}`),
        remedies,
      );
      const positions = new Set(of(result, 'position').map((item) => item.id));
      const persons = new Set(of(result, 'person').map((item) => item.id));
      const parents = new Map<string, string>();
      for (const { after } of of(result, 'line')) {
        expect(positions.has(String(after.positionId)) && positions.has(String(after.managerId))).toBe(true);
        expect(after.positionId).not.toBe(after.managerId);
        if (after.kind !== 'primary') continue;
        expect(parents.has(String(after.positionId))).toBe(false);
        parents.set(String(after.positionId), String(after.managerId));
      }
      for (const start of parents.keys()) {
        let at: string | undefined = start;
        for (let steps = 0; at !== undefined; steps += 1) {
          expect(steps).toBeLessThanOrEqual(parents.size);
          at = parents.get(at);
        }
      }
      const mains = new Map<unknown, number>();
      for (const { after } of of(result, 'assignment')) {
        expect(positions.has(String(after.positionId)) && persons.has(String(after.personId))).toBe(true);
        if (after.main) mains.set(after.personId, (mains.get(after.personId) ?? 0) + 1);
      }
      for (const count of mains.values()) expect(count).toBe(1);
      expect(new Set(of(result, 'position').map((item) => item.after.externalId)).size).toBe(positions.size);
    }),
    { numRuns: 400 },
  );
}, 90_000);
