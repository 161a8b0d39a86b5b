/** The part of a file that is asked for, both ends included. */
type ByteRange = { from: number; to: number };

/**
 * The one range that a request asks for (RFC 9110 section 14.2), so that a download that broke off goes on where it was.
 * Null where the whole is to be sent: no range, several, one we do not understand, or one of another version (If-Range).
 */
export function byteRange(
  headers: Headers,
  { etag, whole }: { etag: string; whole: number },
): ByteRange | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(headers.get('range')?.trim() ?? '');
  const version = headers.get('if-range');
  if (!asked || (version !== null && version !== etag)) return null;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), whole);
    return length === 0 ? 'unsatisfiable' : { from: whole - length, to: whole - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= whole) return 'unsatisfiable';
  return { from, to: last === '' ? whole - 1 : Math.min(Number(last), whole - 1) };
}
