import { expect, test } from 'vitest';
import { csvResponse, csvStream } from './csv.ts';

const table = [
  ['Name', 'Note'],
  ['=SUM(A1)', 'a "quoted", b'],
  ['-1', 'two\nlines'],
];
const written = `\ufeffName,Note\r\n'=SUM(A1),"a ""quoted"", b"\r\n'-1,"two\nlines"\r\n`;

// Response.text() leaves the mark out.
const text = async (response: Response) => Buffer.from(await response.arrayBuffer()).toString();

test('quotes as RFC 4180 says, and lets no cell run as a formula', async () => {
  expect(await text(csvResponse('x.csv', table))).toBe(written);
});

test('comes alike in pieces', async () => {
  async function* pieces() {
    yield table.slice(0, 1);
    yield table.slice(1);
  }
  const response = csvStream('x.csv', pieces());
  expect(response.headers.get('Content-Disposition')).toContain('x.csv');
  expect(await text(response)).toBe(written);
});

test('a table that cannot be read to its end breaks off', async () => {
  async function* pieces() {
    yield table;
    throw new Error('gone');
  }
  await expect(csvStream('x.csv', pieces()).text()).rejects.toThrow('gone');
});
