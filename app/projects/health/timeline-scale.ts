const DAY_MS = 86_400_000;
/** Room at both ends, in percent of the width, so that the first and last mark are whole. */
const EDGE = 2;

/** More lines of flags would hide the picture; the table has them all. */
const FLAG_LINES = 4;

/** Where a moment stands between the first and the last, in percent of the width. */
export function placeOnTimeline(first: string, last: string): (at: string) => number {
  const from = Date.parse(first);
  const span = Math.max(Date.parse(last) - from, DAY_MS);
  return (at) => EDGE + ((Date.parse(at) - from) / span) * (100 - 2 * EDGE);
}

/** A flag's words: to which side of its place they stand, and in which line from the top, 0 the first. */
export type PlacedFlag = { side: 'before' | 'after'; line: number };

/**
 * Where the words of flags stand so that none lies over another, also on a phone: each in a line of its own, the newest
 * on top, towards the middle of the picture. Null for those beyond the last line. `places` are in percent, oldest first.
 */
export function placeFlags(places: readonly number[]): (PlacedFlag | null)[] {
  return places.map((x, index) => {
    const line = places.length - 1 - index;
    return line < FLAG_LINES ? { side: x < 50 ? 'after' : 'before', line } : null;
  });
}

/** The first days of the months in between, thinned out to at most eight. */
export function monthStarts(first: string, last: string): string[] {
  const from = new Date(first);
  const months: string[] = [];
  for (let next = 1; ; next += 1) {
    const start = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + next, 1, 12));
    if (start.getTime() > Date.parse(last)) break;
    months.push(start.toISOString());
  }
  const every = Math.ceil(months.length / 8);
  return months.filter((_, index) => index % every === 0);
}
