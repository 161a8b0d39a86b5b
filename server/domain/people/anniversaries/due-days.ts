import { addDays, toDay } from '#server/domain/people/day.ts';

/** Whoever joined on `joinedOn` (`2016-11-24`) has been here for so many years on the day `on`. */
export type DueDay = { joinedOn: string; years: number; on: string };

/** Every fifth year is told, as far as a working life goes. */
const STEP = 5;
const LAST = 60;
/** A week in all: whoever was off on the day hears of it too. */
const SHOWN_DAYS = 7;

/** The days on which one must have joined to have an anniversary today, or in the six days before. */
export function dueDays(today: Date): DueDay[] {
  return Array.from({ length: SHOWN_DAYS }, (_, ago) => addDays(today, -ago)).flatMap(joiningDays);
}

function joiningDays(on: Date): DueDay[] {
  const days: DueDay[] = [];
  for (let years = STEP; years <= LAST; years += STEP) {
    const year = on.getUTCFullYear() - years;
    const joined = new Date(Date.UTC(year, on.getUTCMonth(), on.getUTCDate()));
    // Who joined on 29 February has their day on the 28th in years without one; and no day is the 29th of such a year.
    if (joined.getUTCMonth() === on.getUTCMonth())
      days.push({ joinedOn: toDay(joined), years, on: toDay(on) });
    if (isLastOfShortFebruary(on) && isLeap(year))
      days.push({ joinedOn: `${year}-02-29`, years, on: toDay(on) });
  }
  return days;
}

function isLastOfShortFebruary(day: Date): boolean {
  return day.getUTCMonth() === 1 && day.getUTCDate() === 28 && !isLeap(day.getUTCFullYear());
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}
