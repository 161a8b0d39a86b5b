import { type PersonInput, readName, readPerson } from '#server/domain/imports/person-input.ts';
import { cutText } from '#server/domain/imports/table/cell-text.ts';
import { readNameMarker } from '#server/domain/imports/table/read-markers.ts';
import { readShare } from '#server/domain/imports/table/read-values.ts';
import type { Cells } from '#server/domain/imports/table/row-reader.ts';
import { fold } from '#server/platform/text/fold.ts';
import type { Notice, Problem } from './plan.ts';
import { type Remedies, remedyFor } from './remedies.ts';

/** One row of an organogram: a seat, and who sits on it. */
export type SeatRow = {
  line: number;
  id: string;
  /** left_out: a remedy skips the row; it stays known so that rows below it can be told why. */
  state: 'person' | 'withheld' | 'vacant' | 'ended' | 'left_out';
  person: PersonInput | null;
  title: string;
  grade: string;
  unit: string;
  parentUnit: string;
  site: string;
  manager: string;
  dotted: string;
  share: number;
};

/** Reads every row of an organogram, with the remedies for what one row alone can get wrong. */
export function readSeatRows(
  rows: readonly Cells[],
  remedies: Remedies,
  problems: Problem[],
  notices: Notice[],
): SeatRow[] {
  const made = new Map<string, number>();
  return rows.flatMap((row) => {
    const seat = readSeatRow(row, remedies, problems, notices);
    if (seat.id !== '') return [seat];
    problems.push({ kind: 'missing_id', line: row.line, subject: seat.title || readName(row) });
    if (remedyFor(remedies, 'missing_id') === 'skip_row') return [];
    // From what the row says, so that the next import of the same file finds the same seat.
    const base = `~${cutText(fold(`${readName(row)} ${seat.title} ${seat.unit}`), 150)}`;
    const count = (made.get(base) ?? 0) + 1;
    made.set(base, count);
    return [{ ...seat, id: count === 1 ? base : `${base} ${count}` }];
  });
}

function readSeatRow(row: Cells, remedies: Remedies, problems: Problem[], notices: Notice[]): SeatRow {
  const id = readId(row);
  const occupancy = readOccupancy(row, id, remedies, problems, notices);
  let leftOut = occupancy.state === 'left_out';
  const share = readShare(row.get('share'));
  if (share === null) {
    problems.push({
      kind: 'unreadable_value',
      line: row.line,
      subject: 'share',
      other: cutText(row.get('share'), 80),
    });
    leftOut ||= remedyFor(remedies, 'unreadable_value') === 'skip_row';
  }
  let title = row.get('title');
  if (title === '' && occupancy.state !== 'ended' && row.has('title')) {
    problems.push({ kind: 'missing_title', line: row.line, subject: id });
    leftOut ||= remedyFor(remedies, 'missing_title') === 'skip_row';
  }
  title ||= row.get('unit') || row.get('grade') || id;
  return {
    line: row.line,
    id,
    state: leftOut ? 'left_out' : occupancy.state,
    person: occupancy.person,
    title,
    grade: row.get('grade'),
    unit: row.get('unit'),
    parentUnit: row.get('parent_unit'),
    site: row.get('site'),
    manager: row.get('manager'),
    dotted: row.get('dotted_manager'),
    share: share ?? 100,
  };
}

/** The seat's own number; a file without one is told apart by its people. */
function readId(row: Cells): string {
  if (row.has('position_id')) return row.get('position_id');
  return (
    row.get('personnel_number') || row.get('person_id') || row.get('email').toLowerCase() || readName(row)
  );
}

function readOccupancy(row: Cells, id: string, remedies: Remedies, problems: Problem[], notices: Notice[]) {
  const none = { person: null };
  if (!row.has('name') && !row.has('family_name')) return { state: 'vacant' as const, ...none };
  const name = readName(row);
  const marker = readNameMarker(name);
  if (marker === 'vacant' || marker === 'ended') {
    notices.push({ kind: marker, line: row.line, subject: id });
    return { state: marker, ...none };
  }
  if (marker === null) {
    const person = readPerson(row, remedies, problems);
    return person ? { state: 'person' as const, person } : { state: 'left_out' as const, ...none };
  }
  const kind = marker === 'withheld' ? 'withheld_name' : 'missing_name';
  problems.push({ kind, line: row.line, subject: id, other: cutText(row.get('title'), 120) });
  const remedy = remedyFor(remedies, kind);
  if (remedy === 'skip_row') return { state: 'left_out' as const, ...none };
  return { state: remedy === 'vacancy' ? ('vacant' as const) : ('withheld' as const), ...none };
}
