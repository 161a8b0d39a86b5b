import { detectEncoding } from './detect-format.ts';

const SAMPLE_BYTES = 65_536;
/** Pictures and programs are full of control characters; a text damaged on its way has a few. */
const MOST_CONTROLS = 0.05;
/** In a file of a few lines a handful is soon a large share. */
const SOME_CONTROLS = 16;
/** Windows-1252 has no characters for these five. */
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const BLANK = new Set([0x09, 0x0a, 0x0d]);

/** A spreadsheet or PDF under a wrong name, told by its first bytes. */
export function isOfficeFile(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  return (
    start.startsWith('PK\u0003\u0004') || start.startsWith('%PDF') || start === '\u00d0\u00cf\u0011\u00e0'
  );
}

/** True where so many bytes are no characters that importing them would make people of noise. */
export function isBinary(bytes: Uint8Array): boolean {
  const encoding = detectEncoding(bytes);
  if (encoding.startsWith('utf-16')) return false;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let strange = 0;
  for (const byte of sample)
    if ((byte < 0x20 && !BLANK.has(byte)) || (encoding === 'windows-1252' && UNDEFINED.has(byte)))
      strange += 1;
  return strange > Math.max(SOME_CONTROLS, sample.length * MOST_CONTROLS);
}
