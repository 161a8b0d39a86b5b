import { isUuid } from '#server/platform/ids.ts';

/** One page of a list of the moderators'. `next` is where the following page begins; null on the last. */
export type ModerationPage<T> = { items: T[]; next: string | null };

/** Rows on a page; one more is asked for, to know whether there is another. */
export const MODERATION_PAGE = 20;

/** A place in a list that is ordered by time: past what happened at `at` and has this id. */
export type Place = { at: Date; id: string };

/** Null for anything that is no place: the reader gets the first page instead of an error. */
export function readPlace(text: string | null | undefined): Place | null {
  const [ms = '', id = ''] = (text ?? '').split('.');
  return /^\d{10,14}$/.test(ms) && isUuid(id) ? { at: new Date(Number(ms)), id } : null;
}

/** Of the rows that were asked for, those to show, and where the next page begins. */
export function cutPage<Row extends Place>(rows: Row[]): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, MODERATION_PAGE);
  const last = shown.at(-1);
  const next = rows.length > MODERATION_PAGE && last ? `${last.at.getTime()}.${last.id}` : null;
  return { rows: shown, next };
}
