import { isUuid } from '#server/platform/ids.ts';

/** A place in the feed: strictly after the item published at `at` with this id. */
export type FeedCursor = { at: Date; id: string };

/** `1764000000000.<uuid>`: opaque to pages, readable to us. */
export function writeCursor(cursor: FeedCursor): string {
  return `${cursor.at.getTime()}.${cursor.id}`;
}

/** Null for anything that is not a cursor: the reader gets the first page instead of an error. */
export function readCursor(text: string | null | undefined): FeedCursor | null {
  const [ms = '', id = ''] = (text ?? '').split('.');
  if (!/^\d{10,14}$/.test(ms) || !isUuid(id)) return null;
  return { at: new Date(Number(ms)), id };
}
