import { isUuid } from '#server/platform/ids.ts';

/** Where a page of things sorted by time ends. */
export type Key = { at: Date; id: string };

/** As it stands in an address. */
export function toKey({ at, id }: Key): string {
  return `${at.getTime()}.${id}`;
}

/** Anybody may write an address: what makes no sense begins from the start. */
export function fromKey(text: string | null): Key | null {
  const [ms = '', id = ''] = (text ?? '').split('.');
  return /^\d{1,14}$/.test(ms) && isUuid(id) ? { at: new Date(Number(ms)), id } : null;
}
