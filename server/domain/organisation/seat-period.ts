import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';

/** From a day to another, the latter not included; null: without end. */
export type Period = { validFrom: Date; validTo: Date | null };

/**
 * The part of a period in which a seat is there: nobody sits on it, and it reports to nobody, before or after.
 * @throws AppError invalid (`from`) where nothing is left of it
 */
export function whileSeatIsThere(seat: Period, period: Period): Period {
  const validFrom = period.validFrom > seat.validFrom ? period.validFrom : seat.validFrom;
  const validTo = earlier(period.validTo, seat.validTo);
  if (validTo && validTo <= validFrom) throw invalid({ from: ['organisation.seatNotThere'] });
  return { validFrom, validTo };
}

/**
 * Makes sure that a seat may be reported to in a period: it is one of the chart, and there all that time. It cannot end
 * before the caller's transaction does.
 * @throws AppError invalid (`managerId`)
 */
export async function assertManagerIsThere(
  tx: Tx,
  managerId: string,
  line: Period & { chartId: string },
): Promise<void> {
  const [manager] = await tx.$queryRaw<{ chart_id: string; valid_from: Date; valid_to: Date | null }[]>`
    SELECT chart_id::text, valid_from, valid_to FROM position WHERE id = ${managerId}::uuid FOR SHARE`;
  if (manager?.chart_id !== line.chartId) throw invalid({ managerId: ['error.choose'] });
  const { valid_from, valid_to } = manager;
  if (valid_from > line.validFrom || earlier(valid_to, line.validTo)?.getTime() !== line.validTo?.getTime())
    throw invalid({ managerId: ['organisation.managerNotThere'] });
}

/** The earlier of two ends. */
export function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
