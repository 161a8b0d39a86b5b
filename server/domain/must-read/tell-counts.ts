/** Fewer would be names in disguise. */
const LEAST_IN_A_GROUP = 5;
/** One who stands alone knows of themselves, and with that of all the others. */
const LEAST_ALIKE = 2;

/** Of those of one site and one unit: how many must, how many have; `named` where their site's agreement allows names. */
export type Cell = {
  site: string | null;
  unit: string | null;
  named: boolean;
  must: number;
  confirmed: number;
};

/** `confirmed` is null where the number would tell how single people stand, by itself or taken from others. */
export type ConfirmationCount = {
  /** The site; of `units` the unit; null for people without one. */
  name: string | null;
  must: number;
  confirmed: number | null;
};
export type UnitCount = ConfirmationCount & { site: string | null };
/** Groups whose own numbers are withheld, counted together; null where there are none, or nothing is told beside them. */
export type Together = { must: number; confirmed: number } | null;

export type ToldCounts = {
  must: number;
  confirmed: number | null;
  /** Where the whole number is withheld: whether hardly any or nearly all have confirmed; null where that would tell too. */
  nearly: 'none' | 'all' | null;
  sites: ConfirmationCount[];
  sitesTogether: Together;
  /** Of sites whose number is told, and in which some units are. */
  units: UnitCount[];
  /** By site: units hide among units of their own site, or the site's number would tell them. */
  unitsTogether: { site: string | null; must: number; confirmed: number }[];
};

type Group = { name: string | null; cells: Cell[] };
type Sum = { must: number; confirmed: number };

/**
 * What a report may tell (GDPR Art. 5 (1) c): the whole, sites in it and units in those, each only as far as nobody whose
 * name is not to be seen can be worked out: not from a small group, not where all stand alike, and not by taking the
 * numbers of some from those of all. A withheld group hides among others until their sum is harmless.
 */
export function tellCounts(cells: Cell[]): ToldCounts {
  const all = sum(cells);
  const whole = isHarmless(cells);
  const sites = hide(
    groups(cells, ({ site }) => site),
    whole,
  );
  const units = sites.groups
    .map((site) => ({
      site: site.name,
      ...hide(
        groups(site.cells, ({ unit }) => unit),
        site.told,
      ),
    }))
    .filter(({ groups }) => groups.some(({ told }) => told));
  return {
    must: all.must,
    confirmed: whole ? all.confirmed : null,
    nearly: whole ? null : nearly(cells),
    sites: sites.groups.map(toCount),
    sitesTogether: sites.together,
    units: units.flatMap(({ site, groups }) => groups.map((group) => ({ ...toCount(group), site }))),
    unitsTogether: units.flatMap(({ site, together }) => (together ? [{ site, ...together }] : [])),
  };
}

function groups(cells: Cell[], nameOf: (cell: Cell) => string | null): Group[] {
  const found = new Map<string | null, Cell[]>();
  for (const cell of cells) found.set(nameOf(cell), [...(found.get(nameOf(cell)) ?? []), cell]);
  return [...found].map(([name, own]) => ({ name, cells: own }));
}

/** Which groups of a whole are told by themselves, and what the others are together; of a withheld whole, none. */
function hide(all: Group[], wholeIsTold: boolean) {
  // Behind those whose names are seen nobody can hide, and they need not.
  const covering = all.filter(({ cells }) => cells.some(({ named }) => !named));
  const smallestFirst = [...covering].sort((a, b) => sum(a.cells).must - sum(b.cells).must);
  const hidden = new Set(covering.filter((group) => !wholeIsTold || !isHarmless(group.cells)));
  const hiddenCells = () => [...hidden].flatMap(({ cells }) => cells);
  for (const group of smallestFirst) if (!isHarmless(hiddenCells())) hidden.add(group);
  // All of them together are the whole once more.
  const some = hidden.size > 0 && hidden.size < all.length;
  const together = some && wholeIsTold ? sum(hiddenCells()) : null;
  return { groups: all.map((group) => ({ ...group, told: !hidden.has(group) })), together };
}

function toCount({ name, cells, told }: Group & { told: boolean }): ConfirmationCount {
  const { must, confirmed } = sum(cells);
  return { name, must, confirmed: told ? confirmed : null };
}

/** Nothing of anybody can be read from the number of these: there is nobody to protect, or there are enough on either side. */
export function isHarmless(cells: Cell[]): boolean {
  const { must, confirmed } = sum(cells.filter(({ named }) => !named));
  if (must === 0) return true;
  return must >= LEAST_IN_A_GROUP && confirmed >= LEAST_ALIKE && must - confirmed >= LEAST_ALIKE;
}

/** "None or one" and "all, or all but one" leave open who, where there are enough of them and none is named. */
function nearly(cells: Cell[]): ToldCounts['nearly'] {
  const { must, confirmed } = sum(cells);
  if (must < LEAST_IN_A_GROUP || cells.some(({ named }) => named)) return null;
  return confirmed < LEAST_ALIKE ? 'none' : 'all';
}

function sum(cells: Cell[]): Sum {
  return {
    must: cells.reduce((total, cell) => total + cell.must, 0),
    confirmed: cells.reduce((total, cell) => total + cell.confirmed, 0),
  };
}
