import { useWeekday } from '#app/shell/use-weekday.ts';

type Hours = { workdays: readonly number[]; startMinute: number; endMinute: number };

/** "22:00", as a time field writes it; what lies beyond midnight, on the clock of the next day. */
export function clockTime(minute: number): string {
  const shown = minute % 1_440;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** "Mon, Tue, Thu · 22:00–06:00" */
export function useHours(): (hours: Hours) => string {
  const weekday = useWeekday('short');
  return ({ workdays, startMinute, endMinute }) =>
    `${workdays.map(weekday).join(', ')} · ${clockTime(startMinute)}–${clockTime(endMinute)}`;
}
