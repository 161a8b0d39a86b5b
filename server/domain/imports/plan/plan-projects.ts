import type { Mapping } from '#server/domain/imports/table/guess-mapping.ts';
import type { Table } from '#server/domain/imports/table/parse-table.ts';
import { readRows } from '#server/domain/imports/table/row-reader.ts';
import { fold } from '#server/platform/text/fold.ts';
import { findCycles } from './find-cycles.ts';
import { createPersonMatcher, type PersonMatcher } from './match-persons.ts';
import { type Member, type ProjectRows, readProjects } from './member-rows.ts';
import type { Operation } from './plan.ts';
import { byLine, difference, type Plan, type PlanSettings, type Problem, type Values } from './plan.ts';
import { planChart } from './plan-project-chart.ts';
import type { KnownProject, ProjectsState } from './projects-state.ts';
import { remedyFor } from './remedies.ts';

export type Seated = Member & { personId: string };

/**
 * Plans projects with their charts from a list of memberships. Without a column for reporting, the chair (or the
 * lowest rank) heads the chart and the others report to them. Pure.
 */
export function planProjects(
  table: Table,
  mapping: Mapping,
  state: ProjectsState,
  settings: PlanSettings,
): Plan {
  const problems: Problem[] = [];
  const persons = createPersonMatcher(state, settings, problems);
  const projects = readProjects(readRows(table, mapping, settings.remedies, problems), settings, problems);
  const known = new Map(
    state.projects.flatMap((project) =>
      project.source === settings.source && project.externalId ? [[project.externalId, project]] : [],
    ),
  );
  const ids = new Map<string, string>([...known].map(([externalId, project]) => [externalId, project.id]));
  for (const project of projects.values()) if (!ids.has(project.id)) ids.set(project.id, settings.newId());
  const parents = resolveParents(projects, ids, settings, problems);
  const operations: Operation[] = [];
  const charts: Operation[] = [];
  const find = personFinder(persons, state, settings, problems);
  const slugs = new Set(state.slugs);
  for (const project of inOrder(projects, ids, parents)) {
    if (!parents.has(project.id)) continue;
    const id = ids.get(project.id) as string;
    const present = known.get(project.id) ?? null;
    const { chartId, operation } = planProject(
      project,
      id,
      parents.get(project.id) ?? null,
      present,
      slugs,
      settings,
    );
    if (operation) operations.push(operation);
    const seated = project.members.flatMap((member) => {
      const personId = find(member, project.id);
      return personId ? [{ ...member, personId }] : [];
    });
    charts.push(...planChart({ project, projectId: id, chartId, seated, state, settings, problems }));
  }
  for (const [externalId, project] of known)
    if (!projects.has(externalId) && !project.archived)
      problems.push({ kind: 'missing_from_file', line: 0, subject: externalId, other: project.name });
  problems.sort(byLine);
  return {
    kind: 'projects',
    rows: table.rows.length + table.unreadable.length,
    operations: [...persons.operations, ...operations, ...endMissing(projects, known, settings), ...charts],
    problems,
    notices: [],
  };
}

/** Parents first, so that each can be written before what is part of it. */
function inOrder(
  projects: ReadonlyMap<string, ProjectRows>,
  ids: ReadonlyMap<string, string>,
  parents: ReadonlyMap<string, string | null>,
): ProjectRows[] {
  const keyOf = new Map([...ids].map(([key, id]) => [id, key]));
  const ordered: ProjectRows[] = [];
  const done = new Set<string>();
  const visit = (project: ProjectRows) => {
    if (done.has(project.id)) return;
    done.add(project.id);
    const parent = projects.get(keyOf.get(parents.get(project.id) ?? '') ?? '');
    if (parent) visit(parent);
    ordered.push(project);
  };
  for (const project of projects.values()) visit(project);
  return ordered;
}

function resolveParents(
  projects: ReadonlyMap<string, ProjectRows>,
  ids: ReadonlyMap<string, string>,
  settings: PlanSettings,
  problems: Problem[],
): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const project of projects.values()) {
    const parent = project.partOf === '' ? null : (ids.get(project.partOf) ?? null);
    if (project.partOf !== '' && parent === null) {
      problems.push({
        kind: 'unknown_project',
        line: project.line,
        subject: project.id,
        other: project.partOf,
      });
      if (remedyFor(settings.remedies, 'unknown_project') === 'skip_project') continue;
    }
    parents.set(project.id, parent);
  }
  const keyOf = new Map([...ids].map(([key, id]) => [id, key]));
  const graph = new Map(
    [...parents].map(([key, parent]) => [key, parent === null ? null : (keyOf.get(parent) ?? null)]),
  );
  for (const cycle of findCycles(graph)) {
    const first =
      [...cycle].sort((a, b) => (projects.get(a)?.line ?? 0) - (projects.get(b)?.line ?? 0))[0] ?? '';
    problems.push({
      kind: 'project_cycle',
      line: projects.get(first)?.line ?? 0,
      subject: [...cycle, cycle[0]].join(' → ').slice(0, 300),
    });
    if (remedyFor(settings.remedies, 'project_cycle') === 'skip_project')
      for (const key of cycle) parents.delete(key);
    else parents.set(first, null);
  }
  // What was part of a project that is left out stands on its own.
  for (const [key, parent] of parents) {
    const parentKey = parent === null ? null : keyOf.get(parent);
    if (parentKey && projects.has(parentKey) && !parents.has(parentKey)) parents.set(key, null);
  }
  return parents;
}

/** Finds a member among the persons by number or name; who is unknown is left out, or gets a place without a name. */
function personFinder(
  persons: PersonMatcher,
  state: ProjectsState,
  settings: PlanSettings,
  problems: Problem[],
) {
  const external = new Set(
    state.persons.flatMap((person) =>
      person.source === settings.source && person.externalId ? [person.externalId] : [],
    ),
  );
  const names = new Set(state.persons.map((person) => fold(person.displayName)));
  const found = new Map<string, string>();
  const unknown = new Map<string, string | null>();
  return (member: Member, project: string): string | null => {
    const before = found.get(member.key);
    if (before) return before;
    const { person } = member;
    const isKnown = person.externalId ? external.has(person.externalId) : names.has(fold(person.display));
    if (isKnown || person.display !== '') {
      const id = persons.match(
        person.display === '' ? withKnownName(member, state, settings) : person,
        member.line,
        [],
        project,
      );
      if (id) found.set(member.key, id);
      return id;
    }
    problems.push({ kind: 'unknown_person', line: member.line, subject: member.key, other: project });
    if (remedyFor(settings.remedies, 'unknown_person') === 'skip_row') return null;
    if (!unknown.has(member.key)) unknown.set(member.key, persons.withheld(member.line, []));
    const id = unknown.get(member.key) ?? null;
    if (id) {
      // Under its number, so that the list of people can give it a name later.
      const operation = persons.operations.find((item) => item.id === id);
      if (operation) operation.after.externalId = person.externalId;
      found.set(member.key, id);
    }
    return id;
  };
}

function withKnownName(member: Member, state: ProjectsState, settings: PlanSettings): Member['person'] {
  const known = state.persons.find(
    (person) => person.source === settings.source && person.externalId === member.person.externalId,
  );
  return known
    ? { ...member.person, display: known.displayName, given: known.givenName, family: known.familyName }
    : member.person;
}

function planProject(
  project: ProjectRows,
  id: string,
  parentId: string | null,
  present: KnownProject | null,
  slugs: Set<string>,
  settings: PlanSettings,
): { chartId: string; operation: Operation | null } {
  if (present) {
    const changed = difference(
      { name: present.name, parentId: present.parentId },
      { name: project.title, parentId },
    );
    const operation: Operation | null = changed && {
      entity: 'project',
      action: 'change',
      id,
      line: project.line,
      label: project.title,
      ...changed,
    };
    return { chartId: present.chartId, operation };
  }
  const chartId = settings.newId();
  const after: Values = {
    slug: makeSlug(project.title, slugs),
    name: project.title,
    parentId,
    audienceId: settings.newId(),
    chartId,
    cadence: 'none',
    startedOn: null,
    externalSource: settings.source,
    externalId: project.id,
  };
  return {
    chartId,
    operation: {
      entity: 'project',
      action: 'create',
      id,
      line: project.line,
      label: project.title,
      before: null,
      after,
    },
  };
}

function makeSlug(title: string, taken: Set<string>): string {
  const base =
    fold(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'project';
  let slug = base;
  for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`;
  taken.add(slug);
  return slug;
}

function endMissing(
  projects: ReadonlyMap<string, ProjectRows>,
  known: ReadonlyMap<string, KnownProject>,
  settings: PlanSettings,
): Operation[] {
  if (remedyFor(settings.remedies, 'missing_from_file') !== 'end') return [];
  return [...known].flatMap(([externalId, project]) =>
    projects.has(externalId) || project.archived
      ? []
      : [
          {
            entity: 'project' as const,
            action: 'end' as const,
            id: project.id,
            line: null,
            label: project.name,
            before: { lifecycle: 'active' },
            after: { lifecycle: 'archived' },
          },
        ],
  );
}
