import { readName, readPerson } from '#server/domain/imports/person-input.ts';
import { cutText } from '#server/domain/imports/table/cell-text.ts';
import type { Mapping } from '#server/domain/imports/table/guess-mapping.ts';
import type { Table } from '#server/domain/imports/table/parse-table.ts';
import { readNameMarker } from '#server/domain/imports/table/read-markers.ts';
import { readDay } from '#server/domain/imports/table/read-values.ts';
import { type Cells, readRows } from '#server/domain/imports/table/row-reader.ts';
import { createPersonMatcher } from './match-persons.ts';
import type { PersonsState } from './organisation-state.ts';
import {
  byLine,
  difference,
  type Notice,
  type Operation,
  type Plan,
  type PlanSettings,
  type Problem,
  type Values,
} from './plan.ts';
import { remedyFor } from './remedies.ts';

/** Plans a list of people, without seats: who is new, whose data changed. Pure. */
export function planPeople(
  table: Table,
  mapping: Mapping,
  state: PersonsState,
  settings: PlanSettings,
): Plan {
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const persons = createPersonMatcher(state, settings, problems);
  const known = new Map(state.persons.map((person) => [person.id, person]));
  const dates: Operation[] = [];
  const seen = new Map<string, number>();
  const created = () =>
    new Map(
      persons.operations
        .filter((item) => item.entity === 'person' && item.action === 'create')
        .map((item) => [item.id, item]),
    );
  const rows = readRows(table, mapping, settings.remedies, problems);
  const placed: { row: Cells; id: string }[] = [];
  for (const row of lastWins(rows, settings, problems, seen)) {
    const marker = readNameMarker(readName(row));
    if (marker === 'vacant' || marker === 'ended') {
      notices.push({ kind: marker, line: row.line, subject: row.get('person_id') });
      continue;
    }
    if (marker === null) {
      const input = readPerson(row, settings.remedies, problems);
      const id = input && persons.match(input, row.line, [], row.get('person_id'));
      if (id) placed.push({ row, id });
      continue;
    }
    const kind = marker === 'withheld' ? 'withheld_name' : 'missing_name';
    problems.push({ kind, line: row.line, subject: row.get('person_id') || row.get('personnel_number') });
    // A list of people has no seats to leave vacant: without a name there is nobody to import.
    if (remedyFor(settings.remedies, kind) === 'withheld_person') {
      const holding = state.persons.filter(
        (person) =>
          person.nameWithheld &&
          person.source === settings.source &&
          person.externalId === row.get('person_id'),
      );
      placed.push({ row, id: persons.withheld(row.line, holding) });
    }
  }
  const fresh = created();
  for (const { row, id } of placed) {
    const wanted = readDates(row, settings, problems);
    if (!wanted) continue;
    const operation = fresh.get(id);
    if (operation) Object.assign(operation.after, wanted);
    else {
      const present = known.get(id);
      const changed = present && difference({ joinedOn: present.joinedOn, endsOn: present.endsOn }, wanted);
      if (changed)
        dates.push({
          entity: 'person',
          action: 'change',
          id,
          line: row.line,
          label: persons.nameOf(id),
          ...changed,
        });
    }
  }
  problems.sort(byLine);
  return {
    kind: 'people',
    rows: table.rows.length + table.unreadable.length,
    operations: [...persons.operations, ...dates],
    problems,
    notices,
  };
}

/** One row a person; a number that comes again is a duplicate. */
function lastWins(
  rows: readonly Cells[],
  settings: PlanSettings,
  problems: Problem[],
  seen: Map<string, number>,
): Cells[] {
  const kept: (Cells | null)[] = [];
  for (const row of rows) {
    const key = row.get('person_id') || row.get('personnel_number') || row.get('email').toLowerCase();
    const before = key ? seen.get(key) : undefined;
    if (before !== undefined) {
      problems.push({
        kind: 'duplicate',
        line: row.line,
        subject: key,
        other: readName(row),
        lines: [kept[before]?.line ?? 0, row.line],
      });
      if (remedyFor(settings.remedies, 'duplicate') !== 'keep_last') continue;
      kept[before] = null;
    }
    if (key) seen.set(key, kept.length);
    kept.push(row);
  }
  return kept.filter((row) => row !== null);
}

function readDates(row: Cells, settings: PlanSettings, problems: Problem[]): Values | null {
  const values: Values = {};
  for (const [field, column] of [
    ['joined_on', 'joinedOn'],
    ['ends_on', 'endsOn'],
  ] as const) {
    const text = row.get(field);
    if (text === '') continue;
    const day = readDay(text);
    if (day) values[column] = day;
    else {
      problems.push({ kind: 'unreadable_value', line: row.line, subject: field, other: cutText(text, 80) });
      if (remedyFor(settings.remedies, 'unreadable_value') === 'skip_row') return null;
    }
  }
  return Object.keys(values).length > 0 ? values : null;
}
