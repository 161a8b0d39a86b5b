import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { AppError } from '#server/platform/errors.ts';
import { cleanCell, cutText, oneLine } from './cell-text.ts';
import { isBinary, isOfficeFile } from './detect-binary.ts';
import { detectFormat, type TableFormat } from './detect-format.ts';

export type TableRow = {
  /** Where the row begins in the file; the header is line 1. */
  line: number;
  cells: string[];
  /** Cells found, where they are more or fewer than the header has. */
  width?: number;
};
export type UnreadableRow = { line: number; reason: 'quote' | 'unclosed_quote' };
export type Table = { format: TableFormat; headers: string[]; rows: TableRow[]; unreadable: UnreadableRow[] };

/** 20 MB: far more than any organogram, little enough to hold in memory. */
export const MAX_BYTES = 20 * 1024 * 1024;
const MAX_COLUMNS = 500;
/** An unclosed quote swallows the rest; reading starts again behind its line at most this often. */
const MAX_RESTARTS = 100;

type Parsed = { record: string[]; info: Info };

/**
 * Reads a CSV file into headers and rows, whatever it is written in. Rows that cannot be read are named by line, never guessed.
 * @throws AppError too_large above 20 MB; unsupported for a file without a header or rows, or one that is no text.
 */
export function parseTable(bytes: Uint8Array): Table {
  if (bytes.byteLength > MAX_BYTES) throw new AppError('too_large', { message: 'import.errorTooLarge' });
  if (isOfficeFile(bytes)) throw new AppError('unsupported', { message: 'import.errorNotText' });
  if (isBinary(bytes)) throw new AppError('unsupported', { message: 'import.errorBinary' });
  const { format, text } = detectFormat(bytes);
  const unreadable: UnreadableRow[] = [];
  // One kind of line break: csv-parse counts CR LF inside of quotes as two lines.
  const records = readRecords(text.replace(/\r\n?/g, '\n'), format, unreadable);
  const [first, ...rest] = records.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (!first) throw new AppError('unsupported', { message: 'import.errorEmpty' });
  if (first.cells.length > MAX_COLUMNS) throw new AppError('unsupported', { message: 'import.errorColumns' });
  const headers = nameColumns(first.cells);
  const rows: TableRow[] = [];
  for (const row of rest) {
    const cells = dropEmptyTail(row.cells, headers.length).map(cleanCell);
    rows.push(
      cells.length === headers.length
        ? { line: row.line, cells }
        : { line: row.line, cells, width: cells.length },
    );
  }
  if (rows.length === 0 && unreadable.length === 0)
    throw new AppError('unsupported', { message: 'import.errorNoRows' });
  return { format, headers, rows, unreadable: oncePerLine(unreadable) };
}

/** In the order of the file; the first fault of a line stands for all of them. */
function oncePerLine(unreadable: readonly UnreadableRow[]): UnreadableRow[] {
  const byLine = new Map<number, UnreadableRow>();
  for (const row of unreadable) if (!byLine.has(row.line)) byLine.set(row.line, row);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

function readRecords(text: string, format: TableFormat, unreadable: UnreadableRow[]): TableRow[] {
  const rows: TableRow[] = [];
  let rest = text;
  let offset = 0;
  if (format.skipLines > 0) {
    rest = dropLines(rest, format.skipLines);
    offset = format.skipLines;
  }
  for (let restart = 0; restart <= MAX_RESTARTS; restart += 1) {
    let reached = 0;
    let brokenAt = 0;
    const parsed = parse(rest, {
      delimiter: format.delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error: CsvError | undefined) => {
        if (!error) return;
        if (error.code === 'CSV_QUOTE_NOT_CLOSED') brokenAt = -1;
        else unreadable.push({ line: Number(error.lines ?? 0) + offset, reason: 'quote' });
      },
    } as never) as unknown as Parsed[];
    for (const { record, info } of parsed) {
      const inner = record.reduce((sum, cell) => sum + countLineBreaks(cell), 0);
      const line = info.lines - inner;
      rows.push({ line: line + offset, cells: record });
      reached = info.lines;
    }
    if (brokenAt === 0) return rows;
    brokenAt = firstQuoteLine(rest, reached);
    unreadable.push({ line: brokenAt + offset, reason: 'unclosed_quote' });
    rest = dropLines(rest, brokenAt);
    offset += brokenAt;
    if (rest === '') return rows;
  }
  return rows;
}

/** The first line behind `after` that holds a quote: that is where the open one stands. */
function firstQuoteLine(text: string, after: number): number {
  const lines = text.split('\n');
  for (let index = after; index < lines.length; index += 1) if (lines[index]?.includes('"')) return index + 1;
  return lines.length;
}

function dropLines(text: string, count: number): string {
  let at = 0;
  for (let line = 0; line < count; line += 1) {
    const next = text.indexOf('\n', at);
    if (next < 0) return '';
    at = next + 1;
  }
  return text.slice(at);
}

function countLineBreaks(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Spreadsheets leave trailing delimiters; empty cells past the header are no error. */
function dropEmptyTail(cells: string[], width: number): string[] {
  let length = cells.length;
  while (length > width && cells[length - 1]?.trim() === '') length -= 1;
  return cells.slice(0, length);
}

/** Every column gets a name of its own: empty ones their number, repeated ones a count. */
function nameColumns(cells: string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cutText(oneLine(cell), 120) || `(${index + 1})`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
