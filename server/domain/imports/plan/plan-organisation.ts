import type { Mapping } from '#server/domain/imports/table/guess-mapping.ts';
import type { Table } from '#server/domain/imports/table/parse-table.ts';
import { readRows } from '#server/domain/imports/table/row-reader.ts';
import { fold } from '#server/platform/text/fold.ts';
import { gatherSeats, type Seat } from './gather-seats.ts';
import { createPersonMatcher } from './match-persons.ts';
import { readSeatRows } from './organisation-rows.ts';
import type { KnownAssignment, KnownLine, KnownPosition, OrganisationState } from './organisation-state.ts';
import { byLine, type Notice, type Plan, type PlanSettings, type Problem } from './plan.ts';
import { type DesiredHolder, planAssignments } from './plan-assignments.ts';
import { planLines } from './plan-lines.ts';
import { planPositions } from './plan-positions.ts';
import { createUnitMatcher } from './plan-units.ts';
import { remedyFor } from './remedies.ts';
import { type Node, resolveLines } from './resolve-lines.ts';

/**
 * Plans the import of an organogram, one seat a row, against the company as it is. Pure: nothing is read or
 * written. Importing the same file twice plans nothing the second time.
 */
export function planOrganisation(
  table: Table,
  mapping: Mapping,
  state: OrganisationState,
  settings: PlanSettings,
): Plan {
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const rows = readSeatRows(
    readRows(table, mapping, settings.remedies, problems),
    settings.remedies,
    problems,
    notices,
  );
  const seats = gatherSeats(rows, settings.remedies, problems);
  const present = presentState(state);
  const chart = layOut(seats, state, present, settings, problems);
  const lines = resolveLines(chart.nodes, chart.ids, settings.remedies, problems);
  const units = createUnitMatcher(state.units, settings);
  const persons = createPersonMatcher(state, settings, problems);

  const live = [...chart.nodes.values()].filter((node) => node.seat && !node.gone);
  const gone = new Set(
    [...chart.nodes.values()]
      .filter((node) => node.gone && !lines.leftOut.has(node.id))
      .map((node) => node.id),
  );
  const desired = new Map<string, DesiredHolder[]>();
  for (const node of live) {
    const seat = node.seat as Seat;
    const holding = (present.assignments.get(node.id) ?? []).flatMap(
      (assignment) => present.persons.get(assignment.personId) ?? [],
    );
    const holders: DesiredHolder[] = [];
    for (const holder of seat.holders) {
      const personId = holder.person
        ? persons.match(holder.person, holder.line, holding, seat.id)
        : persons.withheld(holder.line, holding);
      if (personId && !holders.some((other) => other.personId === personId))
        holders.push({ personId, share: holder.share, line: holder.line });
    }
    desired.set(node.id, holders);
  }

  const sites = new Map(state.sites.map((site) => [fold(site.name), site.id]));
  const positions = planPositions({
    live,
    gone,
    desired,
    present: present.positions,
    units,
    sites,
    mapping,
    chartId: state.chartId,
    settings,
  });
  const titles = new Map([...chart.nodes.values()].map((node) => [node.id, node.label]));
  const assignments = planAssignments({
    desired,
    gone,
    present: present.assignments,
    persons: present.persons,
    nameOf: persons.nameOf,
    titles,
    settings,
  });
  const reporting = planLines({
    lines,
    live,
    gone,
    present: present.lines,
    chartId: state.chartId,
    titles,
    dottedMapped: mapping.dotted_manager !== undefined,
    settings,
  });
  for (const seat of seats)
    if (seat.state === 'ended' && !present.positions.has(chart.ids.get(seat.id) ?? ''))
      notices.push({ kind: 'ended_unknown', line: seat.line, subject: seat.id });
  problems.sort(byLine);
  return {
    kind: 'organisation',
    rows: table.rows.length + table.unreadable.length,
    operations: [...units.operations, ...persons.operations, ...positions, ...assignments, ...reporting],
    problems,
    notices,
  };
}

type Present = {
  positions: Map<string, KnownPosition>;
  persons: Map<string, OrganisationState['persons'][number]>;
  assignments: Map<string, KnownAssignment[]>;
  lines: Map<string, KnownLine[]>;
};

function presentState(state: OrganisationState): Present {
  return {
    positions: new Map(state.positions.map((position) => [position.id, position])),
    persons: new Map(state.persons.map((person) => [person.id, person])),
    assignments: groupByPosition(state.assignments),
    lines: groupByPosition(state.lines),
  };
}

function groupByPosition<T extends { positionId: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.positionId);
    if (group) group.push(item);
    else groups.set(item.positionId, [item]);
  }
  return groups;
}

/** The seats of the file and those the chart has already, under the ids of their positions. */
function layOut(
  seats: readonly Seat[],
  state: OrganisationState,
  present: Present,
  settings: PlanSettings,
  problems: Problem[],
) {
  const ids = new Map<string, string>();
  const nodes = new Map<string, Node>();
  for (const position of state.positions)
    if (position.source === settings.source && position.externalId) ids.set(position.externalId, position.id);
  const inFile = new Set<string>();
  for (const seat of seats) {
    const known = ids.get(seat.id);
    if (known) inFile.add(known);
    // A row that is skipped leaves a seat that is there already as it is.
    if (seat.state === 'left_out' && known && !present.positions.get(known)?.closed) continue;
    const id = known ?? settings.newId();
    // A seat that ended before it was ever imported stays a stepping stone for those who report to it.
    nodes.set(id, { id, seat, label: seat.title, manager: null, gone: seat.state !== 'live' });
    if (!known) ids.set(seat.id, id);
  }
  for (const position of state.positions) {
    if (nodes.has(position.id) || position.closed) continue;
    const missing = !inFile.has(position.id) && position.source === settings.source;
    if (missing)
      problems.push({
        kind: 'missing_from_file',
        line: 0,
        subject: position.externalId ?? '',
        other: position.title,
      });
    const manager =
      present.lines.get(position.id)?.find((line) => line.kind === 'primary')?.managerId ?? null;
    const gone = missing && remedyFor(settings.remedies, 'missing_from_file') === 'end';
    nodes.set(position.id, { id: position.id, seat: null, label: position.title, manager, gone });
  }
  return { ids, nodes };
}
