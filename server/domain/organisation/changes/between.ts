import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { dayOrToday, isoDay } from '../day.ts';

/** Two days, the earlier one first. */
export type Between = { since: Date; on: Date };

/**
 * The two days of a comparison, in their order; `on` is today where left out.
 * @throws AppError invalid (`since`, `on`) where one is no day of the calendar.
 */
export function between(
  parts: Pick<Parts, 'clock'>,
  question: { since: string; on?: string | null },
): Between {
  const one = dayOrToday(parts, question.since, 'since');
  const other = dayOrToday(parts, question.on, 'on');
  return one <= other ? { since: one, on: other } : { since: other, on: one };
}

/** SQL predicate: the half-open period of the row under `alias` begins or ends between the two days. */
export function turnsBetween(alias: string, { since, on }: Between): Prisma.Sql {
  const a = Prisma.raw(alias);
  const first = Prisma.sql`${isoDay(since)}::date`;
  const last = Prisma.sql`${isoDay(on)}::date`;
  return Prisma.sql`((${a}.valid_from > ${first} AND ${a}.valid_from <= ${last})
    OR (${a}.valid_to > ${first} AND ${a}.valid_to <= ${last}))`;
}
