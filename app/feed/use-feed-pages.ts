import { useLocation } from '@remix-run/react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import type { FeedItemView, FeedPageView } from '#server/domain/feed/feed.view.ts';
import type { FeedItemsAnswer } from './feed-items.route.ts';

type Further = { items: FeedItemView[]; next: string | null };

/** What was scrolled to, by history entry: going back finds the same length of list, and so the same place. */
const remembered = new Map<string, Further>();
const REMEMBER = 20;

/** Pages of a feed, added while the end comes near; the first page stays what the loader says. */
export function useFeedPages(first: FeedPageView, more: Record<string, string>) {
  const { key } = useLocation();
  const list = new URLSearchParams(more).toString();
  const { load } = useExchange<FeedItemsAnswer>(`feed-pages-${key}-${list}`);
  const [further, setFurther] = useState<Further>(
    () => remembered.get(key) ?? { items: [], next: first.next },
  );
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const sentinel = useRef<HTMLDivElement>(null);

  // A first page with another end (a filter, new posts) starts the list anew, unless pages were added to it already.
  useEffect(() => {
    setFurther((current) => (current.items.length > 0 ? current : { items: [], next: first.next }));
  }, [first.next]);

  const { next } = further;
  const loadMore = useCallback(async () => {
    if (!next) return;
    setState('loading');
    const { answer } = await load(`/feed/items?${list}&cursor=${encodeURIComponent(next)}`);
    setState(answer ? 'idle' : 'failed');
    if (!answer) return;
    setFurther((current) => {
      if (current.next !== next) return current;
      const added = { items: [...current.items, ...answer.feed.items], next: answer.feed.next };
      if (remembered.size >= REMEMBER) remembered.clear();
      remembered.set(key, added);
      return added;
    });
  }, [next, load, list, key]);
  // After a failure nothing is asked again by itself: the reader has a button for it.
  useNear(sentinel, state === 'idle' ? next : null, loadMore);

  const items = useMemo(() => {
    const seen = new Set(first.items.map((item) => item.id));
    return [...first.items, ...further.items.filter((item) => !seen.has(item.id))];
  }, [first.items, further.items]);
  return { items, next, state, loadMore, sentinel };
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
