import { type RefObject, useEffect, useRef } from 'react';
import { markedUnread } from './read-marks.ts';
import { useMark } from './use-mark.ts';

/** How long an item has to be in sight before it counts as read, in milliseconds. */
const READING_MS = 1_500;
/** Half of it, or as much of it as fills this share of the window. */
const SHARE = 0.5;
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/** Marks unread items as read once somebody has had them before them for a moment; what was marked unread stays so. */
export function useSeen(feed: RefObject<HTMLElement | null>, count: number): void {
  const { mark } = useMark();
  const told = useRef(new Set<string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: more items have to be watched, too
  useEffect(() => {
    if (!feed.current) return undefined;
    const waiting = new Map<Element, ReturnType<typeof setTimeout>>();
    const seen = new Set<HTMLElement>();
    let sending: ReturnType<typeof setTimeout> | undefined;
    const send = () => {
      sending = undefined;
      if (document.visibilityState !== 'visible') return;
      const ids = [...seen].flatMap(({ dataset: { item = '', at = '' } }) =>
        told.current.has(item) || markedUnread(item, at) ? [] : [item],
      );
      seen.clear();
      if (ids.length === 0) return;
      for (const id of ids) told.current.add(id);
      void mark({ items: ids.join() });
    };
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of changes) {
          const fills = intersectionRect.height >= SHARE * (rootBounds?.height ?? Number.POSITIVE_INFINITY);
          const inSight = isIntersecting && (intersectionRatio >= SHARE || fills);
          if (inSight === waiting.has(target)) continue;
          clearTimeout(waiting.get(target));
          waiting.delete(target);
          if (!inSight) continue;
          const onRead = () => {
            seen.add(target as HTMLElement);
            sending ??= setTimeout(send, 300);
          };
          waiting.set(target, setTimeout(onRead, READING_MS));
        }
      },
      { threshold: STEPS },
    );
    for (const article of feed.current.querySelectorAll('article[data-unread]')) observer.observe(article);
    return () => {
      observer.disconnect();
      clearTimeout(sending);
      for (const timer of waiting.values()) clearTimeout(timer);
      send();
    };
  }, [feed, count, mark]);
}
