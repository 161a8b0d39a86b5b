import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, isHarmless, tellCounts } from './tell-counts.ts';

const cell = (
  site: string | null,
  unit: string | null,
  must: number,
  confirmed: number,
  named = false,
): Cell => ({
  ...{ site, unit, must, confirmed, named },
});

describe('one unit of one site', () => {
  test.each<[what: string, must: number, confirmed: number, named: boolean, told: boolean]>([
    ['of four', 4, 2, false, false],
    ['in which nobody has', 20, 0, false, false],
    ['in which one has', 20, 1, false, false],
    ['in which some have', 20, 2, false, true],
    ['in which all but two have', 20, 18, false, true],
    ['in which all but one have', 20, 19, false, false],
    ['in which all have', 20, 20, false, false],
    ['of a site with names, in which all have', 3, 3, true, true],
  ])('%s', (_what, must, confirmed, named, told) => {
    const { units, sites, ...whole } = tellCounts([cell('Hamburg', 'Assembly', must, confirmed, named)]);
    const shown = told ? confirmed : null;
    expect([whole.confirmed, sites[0]?.confirmed, units[0]?.confirmed ?? null]).toEqual([
      shown,
      shown,
      shown,
    ]);
  });
});

test('a withheld unit hides among others of its own site, and the site among other sites', () => {
  const told = tellCounts([
    cell('Hamburg', 'Assembly', 10, 10),
    cell('Hamburg', 'Planning', 12, 6),
    cell('Hamburg', 'Sales', 30, 20),
    cell('Rostock', 'Assembly', 9, 0),
    cell('Kiel', 'Assembly', 20, 10),
  ]);
  expect(told).toMatchObject({ must: 81, confirmed: 46, sitesTogether: { must: 29, confirmed: 10 } });
  expect(told.sites).toEqual([
    { name: 'Hamburg', must: 52, confirmed: 36 },
    { name: 'Rostock', must: 9, confirmed: null },
    { name: 'Kiel', must: 20, confirmed: null },
  ]);
  expect(told.units.map(({ site, name, confirmed }) => [site, name, confirmed])).toEqual([
    ['Hamburg', 'Assembly', null],
    ['Hamburg', 'Planning', null],
    ['Hamburg', 'Sales', 20],
  ]);
  expect(told.unitsTogether).toEqual([{ site: 'Hamburg', must: 22, confirmed: 16 }]);
});

test('a site with names is told, whatever is withheld beside it', () => {
  const told = tellCounts([cell('Hamburg', 'Assembly', 10, 10), cell('Kiel', 'Assembly', 3, 1, true)]);
  expect([told.confirmed, told.sites.map(({ confirmed }) => confirmed)]).toEqual([null, [null, 1]]);
  expect(told.units.map(({ confirmed }) => confirmed)).toEqual([1]);
});

test('hardly any and nearly all are said in words, where nobody can be meant by them', () => {
  const nearly = (cells: Cell[]) => tellCounts(cells).nearly;
  expect(nearly([cell('Hamburg', null, 40, 0)])).toBe('none');
  expect(nearly([cell('Hamburg', null, 40, 1)])).toBe('none');
  expect(nearly([cell('Hamburg', null, 40, 39)])).toBe('all');
  expect(nearly([cell('Hamburg', null, 40, 40)])).toBe('all');
  expect(nearly([cell('Hamburg', null, 3, 3)])).toBeNull();
  // Two are known by name: with them, the words would be a number.
  expect(nearly([cell('Hamburg', null, 40, 0), cell('Kiel', null, 2, 1, true)])).toBeNull();
});

const anyCell = fc
  .record({
    site: fc.constantFrom('A', 'B', 'C', null),
    unit: fc.constantFrom('1', '2', '3', null),
    must: fc.integer({ min: 1, max: 25 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    edge: fc.constantFrom('none', 'all', 'some'),
  })
  .map(({ site, unit, must, part, edge }) => {
    const confirmed = edge === 'none' ? 0 : edge === 'all' ? must : Math.round(part * must);
    return cell(site, unit, must, confirmed, site === 'C');
  });
const company = fc.uniqueArray(anyCell, {
  minLength: 1,
  maxLength: 12,
  selector: (one) => `${one.site}/${one.unit}`,
});

/** What the numbers of some leave of the number of all: nobody may be readable from it. */
function remainders(cells: Cell[]): Cell[][] {
  const told = tellCounts(cells);
  const left: Cell[][] = [];
  if (told.confirmed !== null) {
    left.push(cells);
    const known = new Set(told.sites.filter(({ confirmed }) => confirmed !== null).map(({ name }) => name));
    left.push(cells.filter(({ site }) => !known.has(site)));
  }
  for (const { name, confirmed } of told.sites) {
    const own = cells.filter(({ site }) => site === name);
    const units = told.units.filter((unit) => unit.site === name && unit.confirmed !== null);
    for (const unit of units) left.push(own.filter((one) => one.unit === unit.name));
    if (confirmed === null) continue;
    left.push(own);
    left.push(own.filter((one) => !units.some((unit) => unit.name === one.unit)));
  }
  return left.filter((some) => some.length > 0);
}

test('no number, and no difference of numbers, tells how somebody stands', () => {
  fc.assert(
    fc.property(company, (cells) => {
      for (const rest of remainders(cells)) expect(isHarmless(rest)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('of a withheld site nothing is told below it', () => {
  fc.assert(
    fc.property(company, (cells) => {
      const told = tellCounts(cells);
      const withheld = told.sites.filter(({ confirmed }) => confirmed === null).map(({ name }) => name);
      const below = told.units.filter(({ site, confirmed }) => withheld.includes(site) && confirmed !== null);
      expect([below, told.unitsTogether.filter(({ site }) => withheld.includes(site))]).toEqual([[], []]);
    }),
  );
});
