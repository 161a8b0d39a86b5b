import { type PersonInput, readName, readPerson } from '#server/domain/imports/person-input.ts';
import { cutText } from '#server/domain/imports/table/cell-text.ts';
import { readNameMarker } from '#server/domain/imports/table/read-markers.ts';
import { readRank } from '#server/domain/imports/table/read-values.ts';
import type { Cells } from '#server/domain/imports/table/row-reader.ts';
import { fold } from '#server/platform/text/fold.ts';
import { classifyRole, type RoleClass } from './member-role.ts';
import type { PlanSettings, Problem } from './plan.ts';
import { remedyFor } from './remedies.ts';

export type Member = {
  line: number;
  key: string;
  person: PersonInput;
  role: string;
  roleClass: RoleClass;
  rank: number;
};
export type ProjectRows = { id: string; line: number; title: string; partOf: string; members: Member[] };

const NO_RANK = 9_999;

/** Gathers the rows of each project: its title, what it is part of, and its members in file order. */
export function readProjects(
  rows: readonly Cells[],
  settings: PlanSettings,
  problems: Problem[],
): Map<string, ProjectRows> {
  const projects = new Map<string, ProjectRows>();
  for (const row of rows) {
    const id = row.get('project_id') || (row.has('project_id') ? '' : fold(row.get('title')));
    if (id === '') {
      problems.push({ kind: 'missing_id', line: row.line, subject: row.get('title') || readName(row) });
      if (remedyFor(settings.remedies, 'missing_id') === 'skip_row' || row.get('title') === '') continue;
    }
    const key = id || `~${fold(row.get('title'))}`;
    let project = projects.get(key);
    if (!project) {
      project = {
        id: key,
        line: row.line,
        title: row.get('title') || key,
        partOf: row.get('part_of'),
        members: [],
      };
      projects.set(key, project);
      if (row.has('title') && row.get('title') === '')
        problems.push({ kind: 'missing_title', line: row.line, subject: key });
    }
    project.partOf ||= row.get('part_of');
    addMember(project, row, settings, problems);
  }
  return projects;
}

function addMember(project: ProjectRows, row: Cells, settings: PlanSettings, problems: Problem[]): void {
  const person = readPerson(row, settings.remedies, problems);
  if (!person) return;
  const key = person.externalId ?? fold(person.display);
  // A row may introduce a project that has nobody yet.
  if (key === '' || readNameMarker(key) === 'vacant') return;
  const member: Member = {
    line: row.line,
    key,
    person,
    role: row.get('role') || 'Member',
    roleClass: classifyRole(row.get('role')),
    rank: readMemberRank(row, settings, problems),
  };
  const before = project.members.findIndex((other) => other.key === key);
  if (before < 0) {
    project.members.push(member);
    return;
  }
  problems.push({
    kind: 'duplicate',
    line: row.line,
    subject: `${project.id} · ${key}`,
    other: person.display || key,
    lines: [project.members[before]?.line ?? 0, row.line],
  });
  if (remedyFor(settings.remedies, 'duplicate') === 'keep_last') project.members[before] = member;
}

function readMemberRank(row: Cells, settings: PlanSettings, problems: Problem[]): number {
  const text = row.get('rank');
  if (text === '') return NO_RANK;
  const rank = readRank(text);
  if (rank === null && settings)
    problems.push({ kind: 'unreadable_value', line: row.line, subject: 'rank', other: cutText(text, 80) });
  return rank ?? NO_RANK;
}
