import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { germanHolidays } from './german-holidays.ts';

const YEARS_BACK = 1;
const YEARS_AHEAD = 4;

/** Writes the region's public holidays from last year to four years ahead; days already there stay. */
export async function fillHolidays(
  tx: Tx,
  parts: Pick<Parts, 'clock'>,
  input: { calendarId: string; region: string },
): Promise<void> {
  const year = parts.clock.now().getUTCFullYear();
  const days = [];
  for (let y = year - YEARS_BACK; y <= year + YEARS_AHEAD; y++) days.push(...germanHolidays(input.region, y));
  if (days.length === 0) return;
  await tx.holiday.createMany({
    data: days.map((day) => ({
      calendarId: input.calendarId,
      on: new Date(`${day.on}T00:00:00.000Z`),
      nameEn: day.nameEn,
      nameDe: day.nameDe,
    })),
    skipDuplicates: true,
  });
}
