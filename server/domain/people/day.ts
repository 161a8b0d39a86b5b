/** A day as a `date` column and an address write it: `2026-11-21`. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The `date` value of a written day. */
export function fromDay(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

const DAY_MS = 86_400_000;

/** The day `days` later. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
