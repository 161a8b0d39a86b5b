/** A text in one language or in both. `{+13}` becomes the day so many days after the first start, `{-5}` before. */
export type Told = { en: string; de?: string } | { de: string; en?: string };

export type ToldHealth = 'on_track' | 'at_risk' | 'off_track';

export type ToldStatus = {
  /** Weeks before the first start; the day is the project's weekday. */
  weeksAgo: number;
  health: ToldHealth;
  text: Told;
  /** The new target, where it moved, and why. */
  movedTo?: string;
  slipReason?: Told;
  blockers?: Told;
  helpWanted?: Told;
  /** Written by the deputy instead of the lead. */
  byDeputy?: true;
  reactions?: readonly (readonly [emoji: string, count: number])[];
  comments?: readonly ToldComment[];
  questions?: readonly ToldQuestion[];
};

/** Who asked, what, how many minutes before the first start or after the status, and what the lead answered. */
export type ToldQuestion = { who: string; text: string; answer?: string } & (
  | { minutesAgo: number }
  | { afterMinutes: number }
);

/** Who, and what; the times follow each other by minutes and hours. */
export type ToldComment = readonly [who: string, text: string, afterMinutes?: number];

export type ToldMilestone = {
  en: string;
  de: string;
  /** Days from the first start. */
  originalIn: number;
  targetIn?: number;
  doneIn?: number;
};

/** A seat in the project's chart: who (or null for a vacancy), as what, below whom. */
export type ToldSeat = readonly [who: string | null, title: string, below?: string];

export type ToldProject = {
  name: string;
  en: string;
  de: string;
  unit: string;
  lead: string;
  deputy?: string;
  sponsor: string;
  /** The project that it is a part of. */
  partOf?: string;
  visibility?: 'members';
  lifecycle?: 'paused' | 'done';
  cadence?: 'fortnightly' | 'monthly';
  startedDaysAgo: number;
  /** First promised: a month and day of the year to come, or days from the first start. */
  target: string;
  milestones: readonly ToldMilestone[];
  seats: readonly ToldSeat[];
  followers?: readonly string[];
  /** Weekday (1 = Monday) and local time of the updates. */
  /** The newest update was written so many minutes before the first start, whatever weekday that is. */
  freshMinutes?: number;
  weekday: number;
  time: string;
  statuses: readonly ToldStatus[];
};
