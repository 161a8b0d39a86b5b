import type { ImportField } from '#server/domain/imports/fields.ts';
import type { Problem } from '#server/domain/imports/plan/plan.ts';
import { type Remedies, remedyFor } from '#server/domain/imports/plan/remedies.ts';
import { oneLine } from './cell-text.ts';
import type { Mapping } from './guess-mapping.ts';
import type { Table, TableRow } from './parse-table.ts';

/** Longest text that is taken from a cell; a longer one is a mistake in the file. */
const LIMITS: Partial<Record<ImportField, number>> = {
  name: 120,
  given_name: 80,
  family_name: 80,
  grade: 60,
  email: 254,
  personnel_number: 60,
  role: 120,
};
const DEFAULT_LIMIT = 200;

export type Cells = {
  line: number;
  get(field: ImportField): string;
  has(field: ImportField): boolean;
};

/**
 * The rows of a table through a mapping. Rows that cannot be read, have the wrong number of cells, or hold an
 * endless cell are reported, and left out or repaired as the remedies say.
 */
export function readRows(table: Table, mapping: Mapping, remedies: Remedies, problems: Problem[]): Cells[] {
  for (const row of table.unreadable)
    problems.push({ kind: 'unreadable_row', line: row.line, subject: '', other: row.reason });
  const columns = new Map<ImportField, number>();
  for (const [field, header] of Object.entries(mapping)) {
    const index = table.headers.indexOf(header);
    if (index >= 0) columns.set(field as ImportField, index);
  }
  const rows: Cells[] = [];
  for (const row of table.rows) {
    if (row.width !== undefined) {
      problems.push({
        kind: 'row_length',
        line: row.line,
        subject: String(row.width),
        other: String(table.headers.length),
      });
      if (remedyFor(remedies, 'row_length') === 'skip_row') continue;
    }
    const cells = readCells(row, columns, problems);
    if (cells.tooLong && remedyFor(remedies, 'too_long') === 'skip_row') continue;
    rows.push({
      line: row.line,
      get: (field) => cells.values.get(field) ?? '',
      has: (field) => columns.has(field),
    });
  }
  return rows;
}

function readCells(row: TableRow, columns: ReadonlyMap<ImportField, number>, problems: Problem[]) {
  const values = new Map<ImportField, string>();
  let tooLong = false;
  for (const [field, index] of columns) {
    const text = oneLine((row.cells[index] ?? '').slice(0, 4_000));
    const limit = LIMITS[field] ?? DEFAULT_LIMIT;
    if (text.length > limit) {
      tooLong = true;
      problems.push({
        kind: 'too_long',
        line: row.line,
        subject: field,
        other: String((row.cells[index] ?? '').length),
      });
    }
    values.set(field, shorten(text, limit));
  }
  return { values, tooLong };
}

/** Cuts at whole characters, so that no half of a surrogate pair stays. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${Array.from(text.slice(0, limit)).slice(0, -1).join('').trimEnd()}…`.slice(0, limit);
}
