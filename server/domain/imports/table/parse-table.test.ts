import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, parseTable } from './parse-table.ts';

const bytes = (text: string, encoding = 'utf-8', addBOM = false) => iconv.encode(text, encoding, { addBOM });
/** Bytes of every value, the same in every run. */
const noise = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 167 + ((at * at) >> 3)) % 256);
const german = (delimiter: string) =>
  [
    'Personalnummer;Name;Stelle',
    '1;Süß-Lindemann, Mara;Leiterin',
    '2;Şahin, Yusuf;Schweißer',
    '3;Böttger, Jonas;Prüfer',
  ]
    .map((line) => line.replaceAll(';', delimiter))
    .join('\r\n');

describe('a table is read', () => {
  it.each([
    ['UTF-8 with a byte order mark', bytes(german(';'), 'utf-8', true), 'utf-8-bom'],
    ['UTF-8 without one', bytes(german(';')), 'utf-8'],
    ['UTF-16, little endian', bytes(german(';'), 'utf-16le', true), 'utf-16le'],
    ['UTF-16, big endian', bytes(german(';'), 'utf-16be', true), 'utf-16be'],
    ['UTF-16 without a mark', bytes(german(';'), 'utf-16le'), 'utf-16le'],
  ])('in %s', (_, file, encoding) => {
    const table = parseTable(file);
    expect(table.format.encoding).toBe(encoding);
    expect(table.headers).toEqual(['Personalnummer', 'Name', 'Stelle']);
    expect(table.rows.map((row) => row.cells[1])).toEqual([
      'Süß-Lindemann, Mara',
      'Şahin, Yusuf',
      'Böttger, Jonas',
    ]);
  });

  it('in Windows-1252, with its dashes, quotes and euro sign', () => {
    const table = parseTable(bytes('Nr;Titel\n1;Größe – „ä“ für 5 €\n', 'windows-1252'));
    expect(table.format.encoding).toBe('windows-1252');
    expect(table.rows[0]?.cells[1]).toBe('Größe – „ä“ für 5 €');
  });

  it.each([[','], [';'], ['\t'], ['|']])('separated by %j', (delimiter) => {
    const table = parseTable(bytes(german(delimiter).replaceAll(', ', ' ')));
    expect(table.format.delimiter).toBe(delimiter);
    expect(table.rows).toHaveLength(3);
  });

  it("with Excel's own first line about the separator", () => {
    const table = parseTable(bytes('sep=;\r\nNr;Name\r\n1;a,b,c\r\n'));
    expect(table.format.delimiter).toBe(';');
    expect(table.rows).toEqual([{ line: 3, cells: ['1', 'a,b,c'] }]);
  });

  it('with a cell of 100,000 characters, quotes and line breaks in it', () => {
    const long = `${'ü'.repeat(50_000)}\n"${'x'.repeat(49_999)}`;
    const table = parseTable(bytes(`id,text,name\n1,"${long.replaceAll('"', '""')}",Mara\n2,short,Jonas\n`));
    expect(table.rows[0]?.cells[1]).toHaveLength(long.length);
    expect(table.rows.map((row) => [row.line, row.cells[2]])).toEqual([
      [2, 'Mara'],
      [4, 'Jonas'],
    ]);
  });
});

describe('lines are named as an editor shows them', () => {
  it('across line breaks in cells and empty lines', () => {
    const table = parseTable(bytes('id,name\r\n1,"a\r\nb\r\nc"\r\n\r\n\r\n2,d\r\n,\r\n3,e\r\n'));
    expect(table.rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [2, '1'],
      [7, '2'],
      [9, '3'],
    ]);
  });

  it('for quotes in the wrong place; the other rows are read', () => {
    const table = parseTable(bytes('id,name\n1,"a"b"\n2,c"d\n3,e\n'));
    expect(table.unreadable).toEqual([
      { line: 2, reason: 'quote' },
      { line: 3, reason: 'quote' },
    ]);
    expect(table.rows.map((row) => row.cells[1])).toEqual(['e']);
  });

  it('once, however many faults it has', () => {
    const table = parseTable(bytes('id,name\n1,a "b" c "d"\n2,e\n'));
    expect(table.unreadable).toEqual([{ line: 2, reason: 'quote' }]);
  });

  it('for a quote that is never closed; it does not swallow the rest', () => {
    const table = parseTable(bytes('id,name\n1,a\n2,"b\n3,c\n4,d\n'));
    expect(table.unreadable).toEqual([{ line: 3, reason: 'unclosed_quote' }]);
    expect(table.rows.map((row) => [row.line, row.cells[1]])).toEqual([
      [2, 'a'],
      [4, 'c'],
      [5, 'd'],
    ]);
  });

  it('for rows of another width; empty cells at the end are no fault', () => {
    const table = parseTable(bytes('id,name,title\n1,a,b,,\n2,c\n3,d,e,f\n'));
    expect(table.rows.map((row) => row.width)).toEqual([undefined, 2, 4]);
  });
});

describe('what is no table is refused with its reason', () => {
  it.each([
    ['more than 20 MB', new Uint8Array(MAX_BYTES + 1).fill(97), 'import.errorTooLarge'],
    ['an Excel file', bytes('PK\u0003\u0004…'), 'import.errorNotText'],
    ['an empty file', bytes('\n\n'), 'import.errorEmpty'],
    ['nothing but a byte order mark', bytes('', 'utf-8', true), 'import.errorEmpty'],
    ['a heading without rows', bytes('id,name\n\n,\n'), 'import.errorNoRows'],
    ['a picture', noise(20_000), 'import.errorBinary'],
  ])('%s', (_, file, message) => {
    expect(() => parseTable(file)).toThrow(expect.objectContaining({ details: { message } }));
  });
});

it('what cannot be stored is cleaned: NUL, half characters, invisible edges', () => {
  const table = parseTable(bytes('id,name\n1,\u00a0Ma\u0000ra\u200b \n'));
  expect(table.rows[0]?.cells).toEqual(['1', 'Mara']);
});

it('a text with some NUL bytes in it is still a text', () => {
  expect(parseTable(bytes('id,name\n1,Ma\u0000ra\n2,Jo\u0000nas Böttger\n')).rows).toHaveLength(2);
});

it('an endless heading is cut between two characters', () => {
  const [header] = parseTable(bytes(`${'a'.repeat(119)}😀,name\n1,2\n`)).headers;
  expect(header).toBe('a'.repeat(119));
});

it('columns of one name are told apart', () => {
  expect(parseTable(bytes('Name,Name,\n1,2,3\n')).headers).toEqual(['Name', 'Name (2)', '(3)']);
});
