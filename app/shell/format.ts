import { type Locale, languageTag } from '#app/messages/locale.ts';

export type Format = {
  /** "24 min ago", "yesterday, 16:40", "Fri 28 Nov": near things relative, far ones as a date. */
  relativeTime: (iso: string) => string;
  /** "Fri 28 Nov" in this year, "28 Nov 2025" in another. Takes a moment or a plain `yyyy-mm-dd`. */
  date: (iso: string) => string;
  /** "Friday 28 November 2026, 14:05" */
  dateTime: (iso: string) => string;
  /** "today, 16:00", "Fri 28 Nov, 16:00": when something is due. */
  due: (iso: string) => string;
  /** "14:05" */
  time: (iso: string) => string;
  /** "November 2026" */
  month: (iso: string) => string;
  number: (value: number) => string;
  /** "2.4 MB"; a unit of ECMA-402. */
  unit: (value: number, unit: 'byte' | 'kilobyte' | 'megabyte') => string;
  /** 0.25 → "25 %" */
  percent: (value: number) => string;
  /** "A, B and C" */
  list: (items: string[]) => string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STYLES = {
  short: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** Sorts and compares: 2026-11-28. */
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();
const relativeFormatters = new Map<string, Intl.RelativeTimeFormat>();

// Intl objects cost far more to build than to use; there are few combinations.
function formatter(tag: string, timeZone: string, style: keyof typeof STYLES) {
  const key = `${tag}|${timeZone}|${style}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(tag, { timeZone, ...STYLES[style] });
    formatters.set(key, known);
  }
  return known;
}

function relativeFormatter(tag: string): Intl.RelativeTimeFormat {
  const known =
    relativeFormatters.get(tag) ?? new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  relativeFormatters.set(tag, known);
  return known;
}

/** Formatting for one reader. `now` is the server's, so that the first render is the same on both sides. */
export function createFormat(locale: Locale, timeZone: string, now: string): Format {
  const tag = languageTag(locale);
  const german = tag === 'de-DE';
  const parts = (iso: string, width: 'short' | 'long') => readParts(tag, timeZone, iso, width);

  let thisYear: string | undefined;

  const date = (iso: string) => {
    const { weekday, day, month, year } = parts(iso, 'short');
    thisYear ??= parts(now, 'short').year;
    if (year === thisYear) {
      return german ? `${weekday}, ${day}. ${month}` : `${weekday} ${day} ${month}`;
    }
    return german ? `${day}. ${month} ${year}` : `${day} ${month} ${year}`;
  };
  const time = (iso: string) => clock(tag, timeZone, iso);
  const longDate = (iso: string) => {
    const { weekday, day, month, year } = parts(iso, 'long');
    return german ? `${weekday}, ${day}. ${month} ${year}` : `${weekday} ${day} ${month} ${year}`;
  };

  return {
    date,
    time,
    relativeTime: (iso) => relative(tag, timeZone, iso, now) ?? date(iso),
    dateTime: (iso) => (isPlainDate(iso) ? longDate(iso) : `${longDate(iso)}, ${time(iso)}`),
    due: (iso) => {
      const day = isPlainDate(iso) ? undefined : nearDay(tag, timeZone, iso, now);
      return isPlainDate(iso) ? date(iso) : `${day ?? date(iso)}, ${time(iso)}`;
    },
    month: (iso) => `${parts(iso, 'long').month} ${parts(iso, 'long').year}`,
    unit: (value, unit) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
    number: (value) => new Intl.NumberFormat(tag).format(value),
    percent: (value) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(value),
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
}

function isPlainDate(iso: string): boolean {
  return iso.length === 10;
}

// The order of a date's parts is ours, not ICU's: its patterns differ between Node and browsers by a comma,
// which is enough to break hydration.
function readParts(tag: string, timeZone: string, iso: string, width: 'short' | 'long') {
  return once(`${tag}|${timeZone}|${width}|${iso}`, () => {
    const zone = isPlainDate(iso) ? 'UTC' : timeZone;
    const found = { weekday: '', day: '', month: '', year: '' };
    for (const { type, value } of formatter(tag, zone, width).formatToParts(new Date(iso))) {
      if (type in found) found[type as keyof typeof found] = value;
    }
    return found;
  });
}

function clock(tag: string, timeZone: string, iso: string): string {
  return once(`${tag}|${timeZone}|clock|${iso}`, () =>
    formatter(tag, timeZone, 'clock').format(new Date(iso)),
  );
}

/** Words for what is less than two days away; nothing for what is farther. */
function relative(tag: string, timeZone: string, iso: string, now: string): string | undefined {
  const difference = Date.parse(iso) - Date.parse(now);
  const distance = Math.abs(difference);
  const words = relativeFormatter(tag);
  if (distance < MINUTE) return words.format(0, 'second');
  if (distance < HOUR) return words.format(Math.trunc(difference / MINUTE), 'minute');
  if (distance > 2 * DAY) return undefined;
  const days = dayNumber(iso, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return words.format(Math.trunc(difference / HOUR), 'hour');
  if (Math.abs(days) > 1) return undefined;
  const day = words.format(days, 'day');
  return `${day}, ${clock(tag, timeZone, iso)}`;
}

/** "yesterday", "today", "tomorrow"; nothing for another day. */
function nearDay(tag: string, timeZone: string, iso: string, now: string): string | undefined {
  const days = dayNumber(iso, timeZone) - dayNumber(now, timeZone);
  if (Math.abs(days) > 1) return undefined;
  return relativeFormatter(tag).format(days, 'day');
}

function dayNumber(iso: string, timeZone: string): number {
  return once(
    `day|${timeZone}|${iso}`,
    () => Date.parse(formatter('sv-SE', timeZone, 'day').format(new Date(iso))) / DAY,
  );
}

const formatted = new Map<string, unknown>();
const FORMATTED_MOST = 10_000;

/** Remembers what is formatted, by its key: a page shows each moment twice, and many readers see the same ones. */
function once<T>(key: string, format: () => T): T {
  const known = formatted.get(key);
  if (known !== undefined) return known as T;
  if (formatted.size >= FORMATTED_MOST) formatted.clear();
  const value = format();
  formatted.set(key, value);
  return value;
}
