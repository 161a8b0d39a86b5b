import type { NotificationView } from '#server/domain/notifications/notification.view.ts';

export type Day = { day: string; label: 'today' | 'yesterday' | null; items: NotificationView[] };

/** Notices, newest first, in the days of the reader's time zone. */
export function byDay(items: NotificationView[], now: Date, timeZone: string): Day[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const today = format.format(now);
  const yesterday = format.format(new Date(now.getTime() - 86_400_000));
  const days: Day[] = [];
  for (const item of items) {
    const day = format.format(new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else
      days.push({
        day,
        label: day === today ? 'today' : day === yesterday ? 'yesterday' : null,
        items: [item],
      });
  }
  return days;
}
