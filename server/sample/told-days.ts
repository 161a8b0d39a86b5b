const ZONE = 'Europe/Berlin';
const DAY_MS = 86_400_000;
const DAY = /^(?:[+-]?\d+|\d{2}-\d{2})$/;

/** Days and times of the story, all counted from the first start, in the company's time zone. */
export type ToldDays = ReturnType<typeof toldDays>;

/** @param start when the company is loaded; the story ends there. */
export function toldDays(start: Date) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(start);
  const midnight = Date.parse(`${today}T00:00:00.000Z`);

  /** `YYYY-MM-DD`, so many days from the start. */
  function day(offset: number): string {
    return new Date(midnight + offset * DAY_MS).toISOString().slice(0, 10);
  }

  /** How many days ago it was this very day of the year. */
  function daysSince(years: number): number {
    const then = new Date(midnight);
    then.setUTCFullYear(then.getUTCFullYear() - years);
    return (midnight - then.getTime()) / DAY_MS;
  }

  /** The same, moved on to Monday where it falls on a weekend: nobody promises a Sunday. */
  function workday(offset: number): string {
    const weekday = new Date(midnight + offset * DAY_MS).getUTCDay();
    return day(offset + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0));
  }

  /** The `n`th working day before today, not counting weekends. */
  function workdaysAgo(n: number): string {
    let offset = 0;
    for (let left = n; left > 0; ) {
      offset -= 1;
      const weekday = new Date(midnight + offset * DAY_MS).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left -= 1;
    }
    return day(offset);
  }

  /** The last such weekday (1 = Monday) before today, and `weeks` before that. */
  function weekday(iso: number, weeks: number): string {
    const now = new Date(midnight).getUTCDay() || 7;
    const back = ((now - iso + 6) % 7) + 1;
    return day(-back - 7 * weeks);
  }

  /** Local time on a day. */
  function at(on: string, time: string): Date {
    const guess = new Date(`${on}T${time}:00.000Z`);
    return new Date(guess.getTime() - offsetAt(guess));
  }

  /** "+13" and "-5" count from the start; "12-29" is that day in the year to come. */
  function target(text: string): string {
    if (!DAY.test(text)) throw new Error(`not a day of the story: ${text}`);
    if (!/^\d{2}-\d{2}$/.test(text)) return workday(Number(text));
    const year = Number(today.slice(0, 4));
    // One year for all: what is promised for 15 December moves to 29 December of the same year.
    return `${today.slice(5) > '12-01' ? year + 1 : year}-${text}`;
  }

  /** Puts "4 December" where the text says `{+13}`. */
  function fill(text: string, language: 'en' | 'de'): string {
    return text.replace(/\{([+-]\d+)\}/g, (_all, offset: string) =>
      new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }).format(new Date(`${workday(Number(offset))}T00:00:00.000Z`)),
    );
  }

  return {
    start,
    day,
    daysSince,
    workday,
    workdaysAgo,
    weekday,
    at,
    target,
    fill,
    minutesAgo: (minutes: number) => new Date(start.getTime() - minutes * 60_000),
  };
}

/** How far the zone is ahead of UTC then, in milliseconds. */
function offsetAt(instant: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(parts ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}
