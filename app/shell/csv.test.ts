import { describe, expect, test } from 'vitest';
import { csvResponse, csvStream } from './csv.ts';

// Response.text() takes the byte order mark off, as every reader does.
const lines = async (rows: string[][], language?: 'en' | 'de') =>
  (await csvResponse('a.csv', rows, language).text()).trimEnd().split('\r\n');

test('columns are parted as the reader’s spreadsheet expects it, and said to be UTF-8', async () => {
  const rows = [['Größe', '1,5', 'a;b', 'say "so"']];
  expect(await lines(rows)).toEqual(['Größe,"1,5","a;b","say ""so"""']);
  expect(await lines(rows, 'de')).toEqual(['Größe;"1,5";"a;b";"say ""so"""']);
  const bytes = new Uint8Array(await csvResponse('a.csv', rows).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('no cell runs as a formula, and a negative number stays one', async () => {
  const cells = ['=1+1', '+49 40', '-14', '-1+1', '@SUM(A1)', '\tx', 'a=b'];
  expect(await lines([cells])).toEqual(["'=1+1,'+49 40,-14,'-1+1,'@SUM(A1),'\tx,a=b"]);
});

describe('in pieces', () => {
  const table = [['Name'], ['Süß; Mara'], ['=1+1']];

  test('it comes alike', async () => {
    async function* pieces() {
      yield table.slice(0, 1);
      yield table.slice(1);
    }
    const response = csvStream('x.csv', pieces(), 'de');
    expect(response.headers.get('Content-Disposition')).toContain('x.csv');
    expect(await response.text()).toBe(await csvResponse('x.csv', table, 'de').text());
  });

  test('one that cannot be read to its end breaks off', async () => {
    async function* pieces() {
      yield table;
      throw new Error('gone');
    }
    await expect(csvStream('x.csv', pieces()).text()).rejects.toThrow('gone');
  });
});
