import { useSyncExternalStore } from 'react';
import type { ReadMarks } from '#server/domain/events.ts';
import type { FeedItemView } from '#server/domain/feed/feed.view.ts';

// What was marked since the page was loaded, here or on another device, latest last; it overtakes what the loader said.
// Only cards whose own mark changes are drawn anew.
let marks: ReadMarks[] = [];
const listeners = new Set<() => void>();
const KEPT = 500;

/** Takes in what somebody marked: here, or heard over the live connection. */
export function noteMarks(mark: ReadMarks): void {
  marks = [...marks.slice(1 - KEPT), mark];
  for (const listener of listeners) listener();
}

/** True or false once the item was marked since; undefined where the loader has the last word. */
export function markedUnread(id: string, at: string): boolean | undefined {
  for (const mark of marks.toReversed()) {
    if (mark.items?.includes(id)) return false;
    if (mark.upTo && at <= mark.upTo) return false;
    if (mark.unreadFrom && at >= mark.unreadFrom) return true;
  }
  return undefined;
}

/** Whether the reader has not read the item, as all of their devices know it by now. */
export function useIsUnread({ id, at, unread }: Pick<FeedItemView, 'id' | 'at' | 'unread'>): boolean {
  const marked = useSyncExternalStore(
    subscribe,
    () => markedUnread(id, at),
    () => undefined,
  );
  return unread !== null && (marked ?? unread);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
