import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { invalid } from '#server/platform/errors.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Today as a `date` column takes it. Periods of memberships and seats turn at midnight UTC, everywhere alike. */
export function today(parts: Pick<Parts, 'clock'>): Date {
  return dayIn('UTC', parts.clock.now());
}

/**
 * The day written as 2026-11-21, or today where nothing is written.
 * @throws AppError invalid (`field`) when it is no day of the calendar.
 */
export function dayOrToday(
  parts: Pick<Parts, 'clock'>,
  text: string | null | undefined,
  field = 'from',
): Date {
  if (!text) return today(parts);
  const day = new Date(`${text}T00:00:00.000Z`);
  if (!ISO_DAY.test(text) || Number.isNaN(day.getTime()) || isoDay(day) !== text) {
    throw invalid({ [field]: ['error.date'] });
  }
  return day;
}

/** 2026-11-21. */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
