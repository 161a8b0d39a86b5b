// Without Zod, for the pages.

/** How many options a poll has, how long one is, and how many days it may run. */
export const POLL_OPTIONS_MIN = 2;
export const POLL_OPTIONS_MAX = 10;
export const POLL_OPTION_MAX = 120;
export const POLL_DAYS_MAX = 180;
/** An anonymous poll with fewer voters says nothing about any of them. */
export const ANONYMOUS_MIN = 5;
