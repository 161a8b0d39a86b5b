const DAY_MS = 86_400_000;
/** Room at both ends, in percent of the width, so that the first and last mark are whole. */
const EDGE = 2;

/** Where a moment stands between the first and the last, as an SVG length. */
export function placeOnTimeline(first: string, last: string): (at: string) => string {
  const from = Date.parse(first);
  const span = Math.max(Date.parse(last) - from, DAY_MS);
  return (at) => `${(EDGE + ((Date.parse(at) - from) / span) * (100 - 2 * EDGE)).toFixed(2)}%`;
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
