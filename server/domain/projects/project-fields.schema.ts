import { z } from 'zod';

/** A calendar day as a date input sends it (YYYY-MM-DD), as the UTC midnight that a `date` column takes. */
export const dayField = z.iso
  .date('error.date')
  .refine((day) => day >= '1950-01-01' && day < '2200-01-01', 'error.date')
  .transform((day) => new Date(`${day}T00:00:00.000Z`));

/** The same, where an empty input means "no date". */
export const optionalDay = z
  .union([z.literal('').transform(() => null), dayField])
  .nullish()
  .transform((value) => value ?? null);

/** A text that may be left out; white space alone counts as left out. */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, 'error.tooLong')
    .nullish()
    .transform((value) => value || null);
}
