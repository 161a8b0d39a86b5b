import { invalid } from '#server/platform/errors.ts';

/**
 * The seat is there on a day and does not end with it.
 * @throws AppError invalid at `field`
 */
export function assertStays(seat: { validFrom: Date; validTo: Date | null }, day: Date, field: string): void {
  if (seat.validFrom > day) throw invalid({ [field]: ['orgEdit.notThereYet'] });
  if (seat.validTo && seat.validTo <= day) throw invalid({ [field]: ['orgEdit.goneByThen'] });
}
