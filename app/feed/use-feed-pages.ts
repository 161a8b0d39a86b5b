import { useFetcher, useLocation } from '@remix-run/react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { FeedItemView, FeedPageView } from '#server/domain/feed/feed.view.ts';

type Further = { items: FeedItemView[]; next: string | null };

/** What was scrolled to, by history entry: going back finds the same length of list, and so the same place. */
const remembered = new Map<string, Further>();
const REMEMBER = 20;

/** Pages of a feed, added while the end comes near; the first page stays what the loader says. */
export function useFeedPages(first: FeedPageView, pageAddress: (cursor: string) => string) {
  const { key } = useLocation();
  const fetcher = useFetcher<{ feed: FeedPageView }>();
  const [further, setFurther] = useState<Further>(
    () => remembered.get(key) ?? { items: [], next: first.next },
  );
  const sentinel = useRef<HTMLDivElement>(null);
  const page = fetcher.data?.feed;
  const loading = fetcher.state !== 'idle';

  useEffect(() => {
    if (!page) return;
    setFurther((current) => {
      const added = { items: [...current.items, ...page.items], next: page.next };
      if (remembered.size >= REMEMBER) remembered.clear();
      remembered.set(key, added);
      return added;
    });
  }, [page, key]);
  // A first page with another end (a filter, new posts) starts the list anew, unless pages were added to it already.
  useEffect(() => {
    setFurther((current) => (current.items.length > 0 ? current : { items: [], next: first.next }));
  }, [first.next]);

  const { next } = further;
  const { load } = fetcher;
  useNear(sentinel, next, () => {
    if (next && !loading) load(pageAddress(next));
  });

  const items = useMemo(() => {
    const seen = new Set(first.items.map((item) => item.id));
    return [...first.items, ...further.items.filter((item) => !seen.has(item.id))];
  }, [first.items, further.items]);
  return { items, next, loading, sentinel };
}

function useNear(element: RefObject<HTMLElement | null>, next: string | null, onNear: () => void): void {
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    const node = element.current;
    if (!node || next === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '800px',
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, next]);
}
