/** What a form does to an entry; the action at `/entries/:entryId` takes one of these as `intent`. */
export const ENTRY_INTENTS = [
  'comment',
  'react',
  'save',
  'confirm',
  'edit',
  'delete',
  'undo',
  'report',
  'hide',
  'restore',
  'contest',
  'vote',
  'close',
  'reopen',
  'follow',
  'unfollow',
  'mute',
] as const;

export type EntryIntent = (typeof ENTRY_INTENTS)[number];

/** The address that every action on an entry posts to. */
export function entryAddress(entryId: string): string {
  return `/entries/${entryId}`;
}
