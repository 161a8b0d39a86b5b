import type { NoticeState } from './notice.view.ts';

type Dates = { withdrawn: boolean; validFrom: string; lastDay: string | null };

/** How a notice stands on a day: all days as 2026-12-01, which compare as they are written. */
export function noticeState({ withdrawn, validFrom, lastDay }: Dates, today: string): NoticeState {
  if (withdrawn) return 'withdrawn';
  if (lastDay !== null && lastDay < today) return 'past';
  return validFrom > today ? 'upcoming' : 'current';
}
