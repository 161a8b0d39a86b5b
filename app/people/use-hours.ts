import { useT } from '#app/shell/i18n.tsx';

type Hours = { workdays: readonly number[]; startMinute: number; endMinute: number };

/** ISO weekdays by their short names: "Mon", "Mo". */
export function useWeekdays(): (day: number) => string {
  const { locale } = useT();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return (day) => format.format(Date.UTC(2024, 0, day));
}

/** "22:00", as a time field writes it; what lies beyond midnight, on the clock of the next day. */
export function clockTime(minute: number): string {
  const shown = minute % 1_440;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** "Mon, Tue, Thu · 22:00–06:00" */
export function useHours(): (hours: Hours) => string {
  const weekday = useWeekdays();
  return ({ workdays, startMinute, endMinute }) =>
    `${workdays.map(weekday).join(', ')} · ${clockTime(startMinute)}–${clockTime(endMinute)}`;
}
