import { isTopMarker } from '#server/domain/imports/table/read-markers.ts';
import { fold } from '#server/platform/text/fold.ts';
import { findCycles } from './find-cycles.ts';
import type { Seat } from './gather-seats.ts';
import type { Problem } from './plan.ts';
import { type Remedies, remedyFor } from './remedies.ts';

/** A seat of the chart as it would be: from the file, or there already and not in the file. */
export type Node = {
  /** Id of the position. */
  id: string;
  seat: Seat | null;
  label: string;
  /** Whom it reports to, before seats that fall away are bridged. */
  manager: string | null;
  /** Ends, or never comes to be. */
  gone: boolean;
};

export type ResolvedLines = {
  parents: Map<string, string | null>;
  dotted: Map<string, string[]>;
  leftOut: Set<string>;
};
type Context = {
  nodes: Map<string, Node>;
  remedies: Remedies;
  problems: Problem[];
  leftOut: Set<string>;
  find: (reference: string) => string | null;
};

/**
 * Decides who reports to whom: finds managers by id, number, address or name, bridges seats that end, and cuts
 * loops. Afterwards no seat reports to itself, to a seat that is gone, or in a circle.
 */
export function resolveLines(
  nodes: Map<string, Node>,
  known: ReadonlyMap<string, string>,
  remedies: Remedies,
  problems: Problem[],
): ResolvedLines {
  const context: Context = {
    nodes,
    remedies,
    problems,
    leftOut: new Set(),
    find: managerFinder(nodes, known),
  };
  const roots = findManagers(context);
  const parents = settle(context);
  hangRoots(context, roots, parents);
  return { parents, dotted: dottedLines(context, parents), leftOut: context.leftOut };
}

/** Looks a manager up by the seat's id, else by a number, address or name that only one seat has. */
function managerFinder(
  nodes: ReadonlyMap<string, Node>,
  known: ReadonlyMap<string, string>,
): (reference: string) => string | null {
  const others = new Map<string, string | null>();
  const offer = (key: string | null | undefined, id: string) => {
    if (!key) return;
    const folded = fold(key);
    const present = others.get(folded);
    if (present === undefined) others.set(folded, id);
    else if (present !== id) others.set(folded, null);
  };
  for (const node of nodes.values())
    for (const { person } of node.seat?.holders ?? []) {
      if (!person) continue;
      offer(person.personnelNumber, node.id);
      offer(person.externalId, node.id);
      offer(person.email, node.id);
      offer(person.display, node.id);
      offer(`${person.family}, ${person.given}`, node.id);
      offer(`${person.family} ${person.given}`, node.id);
    }
  return (reference) => known.get(reference) ?? others.get(fold(reference)) ?? null;
}

/** The one seat whose id differs only in case, punctuation or leading zeros. */
function nearestFinder(nodes: ReadonlyMap<string, Node>): (reference: string) => Node | null {
  const key = (text: string) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, '')
      .replace(/^0+/, '');
  const index = new Map<string, Node | null>();
  for (const node of nodes.values()) {
    if (!node.seat) continue;
    const folded = key(node.seat.id);
    index.set(folded, index.has(folded) ? null : node);
  }
  return (reference) => index.get(key(reference)) ?? null;
}

/** Sets every seat's manager; returns the seats that stand at the top by the file's own word. */
function findManagers(context: Context): Node[] {
  const roots: Node[] = [];
  const nearest = nearestFinder(context.nodes);
  for (const node of context.nodes.values()) {
    const { seat } = node;
    if (!seat) continue;
    const found = context.find(seat.manager);
    if (found === null && isTopMarker(seat.manager)) {
      if (!node.gone) roots.push(node);
    } else if (found === null) {
      if (!node.gone) reportUnknown(context, node, seat.manager, nearest(seat.manager));
    } else if (found === node.id) {
      // Also where the seat has ended: it is a mistake in the file all the same.
      reportItself(context, node);
    } else node.manager = found;
  }
  return roots;
}

function reportUnknown(context: Context, node: Node, reference: string, nearest: Node | null): void {
  const seat = node.seat as Seat;
  const usable = nearest && nearest !== node ? nearest : null;
  context.problems.push({
    kind: 'unknown_manager',
    line: seat.line,
    subject: seat.id,
    other: usable ? `${reference} ≈ ${usable.seat?.id}` : reference,
  });
  const remedy = remedyFor(context.remedies, 'unknown_manager');
  if (remedy === 'skip_row') leaveOut(context, node);
  else if (remedy === 'nearest' && usable) node.manager = usable.id;
}

function reportItself(context: Context, node: Node): void {
  const seat = node.seat as Seat;
  context.problems.push({ kind: 'reports_to_itself', line: seat.line, subject: seat.id, other: seat.title });
  if (remedyFor(context.remedies, 'reports_to_itself') === 'skip_row' && !node.gone) leaveOut(context, node);
}

function leaveOut(context: Context, node: Node): void {
  node.gone = true;
  context.leftOut.add(node.id);
}

/** Bridges and cuts until nothing is left to do; each round takes at least one line or seat away. */
function settle(context: Context): Map<string, string | null> {
  const told = new Set<string>();
  for (;;) {
    const gone = context.leftOut.size;
    const parents = bridge(context, told);
    if (context.leftOut.size > gone) continue;
    const cycles = findCycles(parents);
    if (cycles.length === 0) return parents;
    for (const cycle of cycles) cut(context, cycle);
  }
}

function bridge(context: Context, told: Set<string>): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const node of context.nodes.values()) {
    if (node.gone) continue;
    const above = firstPresentAbove(context.nodes, node);
    if (above === node.manager) {
      parents.set(node.id, above);
      continue;
    }
    const remedy = node.seat ? remedyFor(context.remedies, 'manager_left_out') : 'next_above';
    if (node.seat && !told.has(node.id)) {
      told.add(node.id);
      context.problems.push({
        kind: 'manager_left_out',
        line: node.seat.line,
        subject: node.seat.id,
        other: node.seat.manager,
      });
    }
    if (remedy === 'skip_row') leaveOut(context, node);
    else parents.set(node.id, remedy === 'next_above' ? above : null);
  }
  return parents;
}

function firstPresentAbove(nodes: ReadonlyMap<string, Node>, node: Node): string | null {
  const seen = new Set([node.id]);
  let above = node.manager;
  while (above !== null) {
    const manager = nodes.get(above);
    if (!manager || seen.has(above)) return null;
    if (!manager.gone) return above;
    seen.add(above);
    above = manager.manager;
  }
  return null;
}

function cut(context: Context, cycle: readonly string[]): void {
  const members = cycle.map((id) => context.nodes.get(id) as Node);
  const fromFile = members
    .filter((node) => node.seat)
    .sort((a, b) => (a.seat?.line ?? 0) - (b.seat?.line ?? 0));
  const first = fromFile[0] ?? members[0];
  if (!first) return;
  context.problems.push({
    kind: 'cycle',
    line: first.seat?.line ?? 0,
    subject: [...members, members[0]]
      .map((node) => node?.seat?.id ?? node?.label ?? '')
      .join(' → ')
      .slice(0, 300),
    lines: fromFile.map((node) => node.seat?.line ?? 0),
  });
  const remedy = remedyFor(context.remedies, 'cycle');
  const touched = remedy === 'cut_first' || fromFile.length === 0 ? [first] : fromFile;
  for (const node of touched) {
    if (remedy === 'skip_rows' && node.seat) leaveOut(context, node);
    node.manager = null;
  }
}

function hangRoots(context: Context, roots: readonly Node[], parents: Map<string, string | null>): void {
  const present = roots.filter((node) => !node.gone);
  const [first, ...others] = present;
  if (!first || others.length === 0) return;
  for (const node of present)
    context.problems.push({
      kind: 'several_roots',
      line: node.seat?.line ?? 0,
      subject: node.seat?.id ?? '',
      other: node.label,
    });
  if (remedyFor(context.remedies, 'several_roots') !== 'under_first') return;
  for (const node of context.nodes.values())
    if (node.seat && !node.gone && node.id !== first.id && parents.get(node.id) === null)
      parents.set(node.id, first.id);
}

function dottedLines(context: Context, parents: ReadonlyMap<string, string | null>): Map<string, string[]> {
  const dotted = new Map<string, string[]>();
  for (const node of context.nodes.values()) {
    if (!node.seat || node.gone) continue;
    const managers = new Set<string>();
    for (const reference of node.seat.dotted) {
      const found = context.find(reference);
      if (found === null && !isTopMarker(reference))
        context.problems.push({
          kind: 'unknown_manager',
          line: node.seat.line,
          subject: node.seat.id,
          other: reference,
        });
      if (found === null || found === node.id || found === parents.get(node.id)) continue;
      if (context.nodes.get(found)?.gone === false) managers.add(found);
    }
    dotted.set(node.id, [...managers]);
  }
  return dotted;
}
