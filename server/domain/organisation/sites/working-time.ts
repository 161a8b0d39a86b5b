/** When a site works: weekdays and hours on its own clock, without public holidays. */
export type WorkingTime = {
  timeZone: string;
  /** ISO weekdays, 1 = Monday. */
  workdays: readonly number[];
  /** Minutes after local midnight; a night shift ends after 1440, and belongs to the day on which it begins. */
  startMinute: number;
  endMinute: number;
  /** Days nobody works, as 2026-12-25. */
  holidays: ReadonlySet<string>;
};

export const USUAL_WORKING_TIME: WorkingTime = {
  timeZone: 'Europe/Berlin',
  workdays: [1, 2, 3, 4, 5],
  startMinute: 480,
  endMinute: 1020,
  holidays: new Set(),
};

const MINUTE = 60_000;
/** Nobody waits for years: a calendar without a single working day must not turn the search into a loop. */
const MAX_DAYS = 3_660;

/**
 * The instant at which `minutes` of working time have passed since `from`. Time outside the hours
 * does not count: what is asked on Friday evening begins to count on Monday morning. Hours are the
 * site's wall clock, so a day on which the clocks change still has its full working time.
 */
export function addWorkingTime(calendar: WorkingTime, from: Date, minutes: number): Date {
  let left = Math.max(0, minutes) * MINUTE;
  let day = firstDay(calendar, from);
  for (let n = 0; n < MAX_DAYS; n++, day = nextDay(day)) {
    if (!isWorkday(calendar, day)) continue;
    const start = instantOf(calendar.timeZone, day, calendar.startMinute);
    const end = instantOf(calendar.timeZone, day, calendar.endMinute);
    const begin = Math.max(start, from.getTime());
    if (begin >= end) continue;
    if (left <= end - begin) return new Date(begin + left);
    left -= end - begin;
  }
  return new Date(from.getTime() + minutes * MINUTE);
}

/** Working minutes between two instants; 0 when `to` is not after `from`. */
export function workingMinutesBetween(calendar: WorkingTime, from: Date, to: Date): number {
  let sum = 0;
  let day = firstDay(calendar, from);
  const last = localDay(calendar.timeZone, to);
  for (let n = 0; n < MAX_DAYS && day <= last; n++, day = nextDay(day)) {
    if (!isWorkday(calendar, day)) continue;
    const start = instantOf(calendar.timeZone, day, calendar.startMinute);
    const end = instantOf(calendar.timeZone, day, calendar.endMinute);
    sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return Math.round(sum / MINUTE);
}

/** The day whose hours can still be running at a moment: the one before, where they go on after midnight. */
function firstDay({ timeZone, endMinute }: WorkingTime, at: Date): string {
  return localDay(timeZone, endMinute > 1_440 ? new Date(at.getTime() - 1_440 * MINUTE) : at);
}

/** Whether a day as 2026-11-21 is one of work there. */
export function isWorkday(calendar: Pick<WorkingTime, 'workdays' | 'holidays'>, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
  return calendar.workdays.includes(weekday) && !calendar.holidays.has(day);
}

/** What calendar and clock on the wall show: the day, and the minutes after midnight. */
export function wallClock(timeZone: string, at: Date): { day: string; minute: number } {
  const [day = '', time = ''] = formatter(timeZone).format(at).split(', ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day, minute: hours * 60 + minutes };
}

function localDay(timeZone: string, at: Date): string {
  return formatter(timeZone).format(at).slice(0, 10);
}

/** The day after a day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The instant of a wall-clock minute; one that the clocks skip lands behind the gap. */
export function instantOf(timeZone: string, day: string, minute: number): number {
  const wall = Date.parse(`${day}T00:00:00.000Z`) + minute * MINUTE;
  // The zone's offset is read twice: the first guess may stand on the other side of a clock change.
  const guess = wall - offsetAt(timeZone, wall);
  return wall - offsetAt(timeZone, guess);
}

function offsetAt(timeZone: string, at: number): number {
  const [date, time] = formatter(timeZone).format(new Date(at)).split(', ');
  const second = Math.floor(at / 1000) * 1000;
  return Date.parse(`${date}T${time}.000Z`) - second;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formats as 2026-11-21, 09:30:00. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, found);
  }
  return found;
}
