import { addWorkingTime, type WorkingTime } from '#server/domain/organisation/sites/working-time.ts';

/** When a person may be written to. */
export type SendingTimes = {
  /** Their site's hours and holidays, their own absences among the latter. */
  working: WorkingTime;
  /** Asked for: also outside of them. */
  outsideHours: boolean;
  /** Minutes after midnight in `timeZone`; `from` after `to` spans midnight. */
  quiet: { from: number; to: number; timeZone: string } | null;
};

const MINUTE = 60_000;
/** Minutes of a wall clock's day. */
const DAY = 1_440;
/** Quiet hours that cover every working hour leave no minute: the search must end. */
const MAX_STEPS = 60;

/**
 * The first instant, not before `from`, at which somebody may be written to: within working time, unless they asked
 * otherwise, and never in their own quiet hours. Where those cover all working time, the end of the quiet hours counts.
 */
export function nextSendingTime({ working, outsideHours, quiet }: SendingTimes, from: Date): Date {
  let at = from;
  for (let step = 0; step < MAX_STEPS; step++) {
    const open = outsideHours ? at : addWorkingTime(working, at, 0);
    const loud = quiet ? afterQuiet(quiet, open) : open;
    if (loud.getTime() === open.getTime()) return open;
    at = loud;
  }
  return quiet ? afterQuiet(quiet, from) : from;
}

type Quiet = NonNullable<SendingTimes['quiet']>;

/** `at`, or the end of the quiet hours that it lies in, on a wall clock that may be put forward or back meanwhile. */
function afterQuiet(quiet: Quiet, at: Date): Date {
  const left = minutesLeft(quiet, at);
  if (left === 0) return at;
  const end = new Date(Math.floor(at.getTime() / MINUTE) * MINUTE + left * MINUTE);
  // Put back: some of it is left. Put forward: the end was before.
  const more = minutesLeft(quiet, end);
  if (more > 0) return new Date(end.getTime() + more * MINUTE);
  const over = (minuteOfDay(quiet.timeZone, end) - quiet.to + DAY) % DAY;
  const before = new Date(end.getTime() - over * MINUTE);
  return before > at && minutesLeft(quiet, before) === 0 ? before : end;
}

/** How long it stays quiet, as the clock on the wall shows it. */
function minutesLeft({ from, to, timeZone }: Quiet, at: Date): number {
  const length = (to - from + DAY) % DAY;
  const passed = (minuteOfDay(timeZone, at) - from + DAY) % DAY;
  return Math.max(0, length - passed);
}

function minuteOfDay(timeZone: string, at: Date): number {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
