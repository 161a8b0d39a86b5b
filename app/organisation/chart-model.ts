import type { Health } from '#app/shell/health.ts';
import type { ChartCard, ChartView } from '#server/domain/organisation/chart.view.ts';

/** Stands for "nothing above": the key under which the positions at the top are kept. */
export const TOP = 'top';

export type LedProject = { slug: string; name: string; health: Health | null };
export type Leads = Record<string, LedProject[]>;

/** The reports of one position that have been loaded; `whole` when nothing is missing before the last one. */
export type Team = { ids: readonly string[]; whole: boolean };

/** The loaded part of a chart and what of it is open. Chart and tree are two pictures of the same model. */
export type Model = {
  chartId: string;
  on: string;
  /** The day that the marks compare with. */
  since: string | null;
  roots: number;
  cards: ReadonlyMap<string, ChartCard>;
  teams: ReadonlyMap<string, Team>;
  open: ReadonlySet<string>;
  /** Teams of which the reader has asked to see more than the first row. */
  unfolded: ReadonlySet<string>;
  leads: Leads;
};

const NO_CARDS: ReadonlyMap<string, ChartCard> = new Map();
const NO_TEAMS: ReadonlyMap<string, Team> = new Map();
/** More than this and a far jump starts afresh instead of growing without end. */
const KEEP = 1_500;

/** The model of a first view: everything that came with reports is open. */
export function modelOf(view: ChartView, leads: Leads): Model {
  const bare: Model = {
    chartId: view.chart.id,
    on: view.on,
    since: view.since,
    roots: view.roots,
    cards: NO_CARDS,
    teams: NO_TEAMS,
    open: new Set(),
    unfolded: new Set(),
    leads: {},
  };
  return addCards(bare, view.cards, leads);
}

/**
 * Takes in the view of a new focus: joins what is known where it touches it, else starts afresh. Where somebody has
 * edited the chart meanwhile, what is known stands until it is read anew (`isOutdated`).
 */
export function arrive(model: Model, view: ChartView, leads: Leads): Model {
  const same = isSamePicture(model, view);
  const known = view.focusId !== null && model.cards.has(view.focusId);
  if (!same || !known || model.cards.size > KEEP) return modelOf(view, leads);
  if (isOutdated(model, view)) return model;
  return addCards({ ...model, roots: view.roots }, view.cards, leads);
}

/** The same part of the chart as it is now: what was open stays open, what was closed stays closed. */
export function renewed(
  model: Model,
  { cards, roots }: { cards: readonly ChartCard[]; roots: number },
  leads: Leads,
): Model {
  const next = addCards({ ...model, roots, cards: NO_CARDS, teams: NO_TEAMS, open: new Set() }, cards, leads);
  const wasClosed = (id: string) => model.teams.has(id) && !model.open.has(id);
  return { ...next, open: new Set([...next.open].filter((id) => !wasClosed(id))) };
}

/** True if a view is of the same chart, on the same days. */
export function isSamePicture(model: Model, view: ChartView): boolean {
  return model.chartId === view.chart.id && model.on === view.on && model.since === view.since;
}

/** Somebody has edited the chart meanwhile: what is known of its teams does not hold any more. */
export function isOutdated(model: Model, view: ChartView): boolean {
  return view.cards.some((card) => {
    const known = model.cards.get(card.id);
    return known !== undefined && (known.parentId !== card.parentId || known.direct !== card.direct);
  });
}

/** Adds the next page of a team, and opens it. `after` is null for its first page. */
export function addTeam(
  model: Model,
  parent: string,
  cards: readonly ChartCard[],
  after: string | null,
  leads: Leads,
): Model {
  const next = addCards(model, cards, leads);
  const ids = cards.map((card) => card.id);
  const before = after ? (model.teams.get(parent)?.ids ?? []) : [];
  const team = { ids: [...new Set([...before, ...ids])], whole: true };
  // What was loaded as a window around somebody stays, even if that one stands further down the list.
  const rest = (model.teams.get(parent)?.ids ?? []).filter((id) => !team.ids.includes(id));
  const teams = new Map(next.teams).set(parent, {
    ids: [...team.ids, ...rest],
    whole: rest.length === 0,
  });
  return { ...next, teams, open: new Set(next.open).add(parent) };
}

export function setOpen(model: Model, id: string, open: boolean): Model {
  const next = new Set(model.open);
  if (open) next.add(id);
  else next.delete(id);
  return { ...model, open: next };
}

/** Shows all of a team that has been loaded. */
export function unfold(model: Model, parent: string): Model {
  return { ...model, unfolded: new Set(model.unfolded).add(parent) };
}

/** How many report to a position in all, loaded or not. */
export function teamSize(model: Model, parent: string): number {
  return parent === TOP ? model.roots : (model.cards.get(parent)?.direct ?? 0);
}

/** The last one of a team's unbroken beginning: from there the next page goes on. */
export function teamCursor(model: Model, parent: string): string | null {
  const team = model.teams.get(parent);
  return team?.whole ? (team.ids.at(-1) ?? null) : null;
}

/** Ids from the top down to a position, itself included. */
export function chainOf(model: Model, id: string | null): string[] {
  const chain: string[] = [];
  let current = id === null ? undefined : model.cards.get(id);
  while (current && !chain.includes(current.id)) {
    chain.unshift(current.id);
    current = current.parentId ? model.cards.get(current.parentId) : undefined;
  }
  return chain;
}

function addCards(model: Model, added: readonly ChartCard[], leads: Leads): Model {
  const cards = new Map(model.cards);
  for (const card of added) cards.set(card.id, card);
  const arrived = new Map<string, string[]>();
  for (const card of added) {
    const parent = card.parentId ?? TOP;
    arrived.set(parent, [...(arrived.get(parent) ?? []), card.id]);
  }
  const teams = new Map(model.teams);
  const open = new Set(model.open);
  for (const [parent, ids] of arrived) {
    if (parent !== TOP && !cards.has(parent)) continue;
    const old = teams.get(parent)?.ids ?? [];
    const merged = old.every((id) => ids.includes(id)) ? ids : [...new Set([...old, ...ids])];
    const size = parent === TOP ? model.roots : (cards.get(parent)?.direct ?? 0);
    teams.set(parent, { ids: merged, whole: merged.length >= size || (teams.get(parent)?.whole ?? false) });
    open.add(parent);
  }
  return { ...model, cards, teams, open, leads: { ...model.leads, ...leads } };
}
