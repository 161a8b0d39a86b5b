import { languageTag } from '#app/messages/locale.ts';
import { useT } from './i18n.tsx';

/** The name of an ISO weekday, 1 = Monday: "Monday", or in short "Mon". */
export function useWeekday(weekday: 'long' | 'short'): (iso: number) => string {
  const format = new Intl.DateTimeFormat(languageTag(useT().locale), { weekday, timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return (iso) => format.format(Date.UTC(2024, 0, iso));
}
