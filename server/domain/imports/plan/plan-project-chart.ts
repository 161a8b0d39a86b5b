import { fold } from '#server/platform/text/fold.ts';
import type { ProjectRows } from './member-rows.ts';
import { difference, type Operation, type PlanSettings, type Problem } from './plan.ts';
import type { Seated } from './plan-projects.ts';
import type { ProjectsState } from './projects-state.ts';
import { remedyFor } from './remedies.ts';

type Input = {
  project: ProjectRows;
  projectId: string;
  chartId: string;
  seated: readonly Seated[];
  state: ProjectsState;
  settings: PlanSettings;
  problems: Problem[];
};

/** The chart of one project: a seat a member, the head above, and who answers for the project. */
export function planChart(input: Input): Operation[] {
  const { seated, settings, state, chartId } = input;
  const known = new Map(
    ofChart(state, chartId).flatMap((seat) =>
      seat.source === settings.source && seat.externalId ? [[seat.externalId, seat]] : [],
    ),
  );
  const ids = new Map(seated.map((member) => [member.key, known.get(member.key)?.id ?? settings.newId()]));
  const seats: Operation[] = [];
  const holders: Operation[] = [];
  for (const member of seated) {
    const id = ids.get(member.key) as string;
    const present = known.get(member.key);
    const wanted = { title: member.role, rank: member.rank };
    if (!present) {
      const after = {
        chartId,
        ...wanted,
        searchTitle: fold(member.role),
        unitId: null,
        siteId: null,
        grade: null,
        vacantSince: null,
        validFrom: settings.today,
        externalSource: settings.source,
        externalId: member.key,
      };
      seats.push({
        entity: 'position',
        action: 'create',
        id,
        line: member.line,
        label: labelOf(input, member),
        before: null,
        after,
      });
    } else {
      const changed = difference(
        { title: present.title, rank: present.rank, validTo: present.closed ? settings.today : null },
        { ...wanted, validTo: null },
      );
      if (changed?.after.title) {
        changed.after.searchTitle = fold(member.role);
        changed.before.searchTitle = fold(present.title);
      }
      if (changed)
        seats.push({
          entity: 'position',
          action: 'change',
          id,
          line: member.line,
          label: labelOf(input, member),
          ...changed,
        });
    }
    if (!assignmentsOf(state, id).some((assignment) => assignment.personId === member.personId)) {
      const after = {
        positionId: id,
        personId: member.personId,
        share: 100,
        main: false,
        validFrom: settings.today,
      };
      holders.push({
        entity: 'assignment',
        action: 'create',
        id: settings.newId(),
        line: member.line,
        label: labelOf(input, member),
        before: null,
        after,
      });
    }
  }
  const gone = [...known.values()].filter(
    (seat) => !seat.closed && !seated.some((member) => member.key === seat.externalId),
  );
  return [
    ...seats,
    ...endSeats(
      input,
      gone.map((seat) => seat.id),
    ),
    ...holders,
    ...planReporting(input, ids),
    ...planResponsibilities(input),
  ];
}

function labelOf(input: Input, member: Seated): string {
  return `${member.role} · ${input.project.title}`;
}

/** Members that the file no longer names leave; the file holds whole projects. */
function endSeats(input: Input, gone: readonly string[]): Operation[] {
  const ending = { before: { validTo: null }, after: { validTo: input.settings.today } };
  return gone.flatMap((id): Operation[] => {
    const label = `${seatById(input.state).get(id)?.title ?? ''} · ${input.project.title}`;
    return [
      ...linesOf(input.state, id).map(
        (line): Operation => ({ entity: 'line', action: 'end', id: line.id, line: null, label, ...ending }),
      ),
      ...assignmentsOf(input.state, id).map(
        (assignment): Operation => ({
          entity: 'assignment',
          action: 'end',
          id: assignment.id,
          line: null,
          label,
          ...ending,
        }),
      ),
      { entity: 'position', action: 'end', id, line: null, label, ...ending },
    ];
  });
}

/** Who heads the chart: the chair; of several the first, the others beside; without one the lowest rank. */
function findHead(input: Input): Seated | null {
  const { seated, settings, problems, project } = input;
  if (seated.length === 0) return null;
  const heads = seated.filter((member) => member.roleClass === 'head').sort((a, b) => a.rank - b.rank);
  if (heads.length === 1) return heads[0] ?? null;
  if (heads.length > 1) {
    problems.push({
      kind: 'several_heads',
      line: heads[1]?.line ?? project.line,
      subject: project.id,
      other: project.title,
      lines: heads.map((head) => head.line),
    });
    return remedyFor(settings.remedies, 'several_heads') === 'no_lines' ? null : (heads[0] ?? null);
  }
  problems.push({ kind: 'no_head', line: project.line, subject: project.id, other: project.title });
  if (remedyFor(settings.remedies, 'no_head') === 'no_lines') return null;
  return [...seated].sort((a, b) => a.rank - b.rank || a.line - b.line)[0] ?? null;
}

function planReporting(input: Input, ids: ReadonlyMap<string, string>): Operation[] {
  const { seated, settings, chartId } = input;
  const head = findHead(input);
  const headId = head ? (ids.get(head.key) ?? null) : null;
  const ends: Operation[] = [];
  const creates: Operation[] = [];
  for (const member of seated) {
    const positionId = ids.get(member.key) as string;
    const managerId = positionId === headId ? null : headId;
    const primary = linesOf(input.state, positionId).find(
      (line) => line.positionId === positionId && line.kind === 'primary',
    );
    if ((primary?.managerId ?? null) === managerId) continue;
    const label = labelOf(input, member);
    if (primary)
      ends.push({
        entity: 'line',
        action: 'end',
        id: primary.id,
        line: member.line,
        label,
        before: { validTo: null },
        after: { validTo: settings.today },
      });
    if (managerId) {
      const after = { chartId, positionId, managerId, kind: 'primary', validFrom: settings.today };
      creates.push({
        entity: 'line',
        action: 'create',
        id: settings.newId(),
        line: member.line,
        label,
        before: null,
        after,
      });
    }
  }
  return [...ends, ...creates];
}

/** Lead, deputy and sponsor as the roles say; the head leads where nobody else does. */
function planResponsibilities(input: Input): Operation[] {
  const { seated, settings, projectId, state } = input;
  const present = responsibilitiesOf(state, projectId);
  const first = (roleClass: Seated['roleClass']) =>
    seated.filter((member) => member.roleClass === roleClass).sort((a, b) => a.rank - b.rank)[0];
  const lowest = [...seated].sort((a, b) => a.rank - b.rank || a.line - b.line)[0];
  const wanted = { lead: first('head') ?? lowest, deputy: first('deputy'), sponsor: first('sponsor') };
  return (['lead', 'deputy', 'sponsor'] as const).flatMap((role): Operation[] => {
    const member = wanted[role];
    const current = present.find((item) => item.role === role);
    if (!member || current?.personId === member.personId) return [];
    const label = labelOf(input, member);
    const operations: Operation[] = [];
    if (current)
      operations.push({
        entity: 'responsibility',
        action: 'end',
        id: current.id,
        line: member.line,
        label,
        before: { validTo: null },
        after: { validTo: settings.today },
      });
    const after = {
      scope: 'project',
      scopeId: projectId,
      role,
      personId: member.personId,
      validFrom: settings.today,
    };
    operations.push({
      entity: 'responsibility',
      action: 'create',
      id: settings.newId(),
      line: member.line,
      label,
      before: null,
      after,
    });
    return operations;
  });
}

// The state is asked once a member: look-ups are made once a state, not once a question.
const indexes = new WeakMap<ProjectsState, ReturnType<typeof buildIndexes>>();

function buildIndexes(state: ProjectsState) {
  return {
    seatsByChart: group(state.positions, (seat) => seat.chartId),
    seats: new Map(state.positions.map((seat) => [seat.id, seat])),
    assignments: group(state.assignments, (assignment) => assignment.positionId),
    lines: group(
      [
        ...state.lines.map((line) => ({ at: line.positionId, line })),
        ...state.lines.map((line) => ({ at: line.managerId, line })),
      ],
      (item) => item.at,
    ),
    responsibilities: group(state.responsibilities, (item) => item.projectId),
  };
}

function indexesOf(state: ProjectsState) {
  let found = indexes.get(state);
  if (!found) {
    found = buildIndexes(state);
    indexes.set(state, found);
  }
  return found;
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const present = groups.get(key(item));
    if (present) present.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const ofChart = (state: ProjectsState, chartId: string) => indexesOf(state).seatsByChart.get(chartId) ?? [];
const seatById = (state: ProjectsState) => indexesOf(state).seats;
const assignmentsOf = (state: ProjectsState, positionId: string) =>
  indexesOf(state).assignments.get(positionId) ?? [];
const linesOf = (state: ProjectsState, positionId: string) =>
  (indexesOf(state).lines.get(positionId) ?? []).map((item) => item.line);
const responsibilitiesOf = (state: ProjectsState, projectId: string) =>
  indexesOf(state).responsibilities.get(projectId) ?? [];
