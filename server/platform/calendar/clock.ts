/** Where "now" comes from. Domain code never calls `new Date()` for the present. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until told otherwise, for tests and the sample company. */
export type ManualClock = Clock & { set(to: Date): void; advance(ms: number): void };

/** Creates a {@link ManualClock}; `advance` takes milliseconds. */
export function manualClock(start: Date): ManualClock {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    set: (to) => {
      current = to.getTime();
    },
    advance: (ms) => {
      current += ms;
    },
  };
}

const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at `at` in `timeZone`, as the UTC midnight that a `date` column takes. */
export function dayIn(timeZone: string, at: Date): Date {
  const format = days.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  days.set(timeZone, format);
  return new Date(`${format.format(at)}T00:00:00.000Z`);
}
