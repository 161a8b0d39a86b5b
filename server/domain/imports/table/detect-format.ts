import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';
export type TableFormat = {
  encoding: Encoding;
  delimiter: Delimiter /** Lines before the header: Excel's `sep=;`. */;
  skipLines: number;
};

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const SAMPLE_RECORDS = 60;
const SAMPLE_CHARACTERS = 400_000;

/** What the bytes are written in. Without a byte order mark: UTF-16 by its zero bytes, UTF-8 if valid, else Windows-1252. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = countZeros(bytes.subarray(0, 4_096));
  if (zeros.odd > zeros.half * 0.4 && zeros.even < zeros.half * 0.1) return 'utf-16le';
  if (zeros.even > zeros.half * 0.4 && zeros.odd < zeros.half * 0.1) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function countZeros(bytes: Uint8Array): { even: number; odd: number; half: number } {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd, half: Math.max(1, bytes.length / 2) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of the file, without a byte order mark. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const name = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
    stripBOM: true,
  });
}

/** The delimiter that cuts most records of the sample into the same number of cells. */
export function detectDelimiter(text: string): { delimiter: Delimiter; skipLines: number } {
  const told = /^sep=(.)\r?\n/i.exec(text);
  if (told && (DELIMITERS as readonly string[]).includes(told[1] ?? ''))
    return { delimiter: told[1] as Delimiter, skipLines: 1 };
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = countPerRecord(sample, delimiter);
    const header = counts[0] ?? 0;
    if (header === 0) continue;
    const agreeing = counts.filter((count) => count === header).length / counts.length;
    // Agreement decides; the number of columns breaks ties between "one comma each" and "eight semicolons each".
    const score = agreeing * 100 + Math.min(header, 50) / 10;
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipLines: 0 };
}

/** Delimiters outside of quotes, record by record. */
function countPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let empty = true;
  for (let index = 0; index < text.length && counts.length < SAMPLE_RECORDS; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    if (character === '\n' && !quoted) {
      if (!empty) counts.push(count);
      count = 0;
      empty = true;
      continue;
    }
    if (character === delimiter && !quoted) count += 1;
    if (character !== '\r') empty = false;
  }
  if (!empty && counts.length < SAMPLE_RECORDS && !quoted) counts.push(count);
  return counts;
}

/** Finds out how a file is written. */
export function detectFormat(bytes: Uint8Array): { format: TableFormat; text: string } {
  const encoding = detectEncoding(bytes);
  const text = decode(bytes, encoding);
  return { format: { encoding, ...detectDelimiter(text) }, text };
}
