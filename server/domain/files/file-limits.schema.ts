/** How many files one post may carry. */
export const FILES_MOST = 10;
/** The largest file, in bytes. */
export const FILE_BYTES = 25 * 1024 * 1024;
/** Longest description of a picture, and longest note of its source. */
export const ALT_MAX = 500;
export const CREDIT_MAX = 200;
