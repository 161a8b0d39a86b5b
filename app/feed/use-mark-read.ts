import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';

/** How long the feed has to be in sight before it counts as read, in milliseconds. */
const READING_MS = 2_000;

/** Marks the feed read up to `newest` once somebody has had it in front of them for a moment. */
export function useMarkRead(newest: string | null): void {
  const { submit } = useFetcher({ key: 'feed-read' });
  useEffect(() => {
    if (!newest) return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible')
        submit({ upTo: newest }, { method: 'post', action: '/feed/read' });
    }, READING_MS);
    return () => clearTimeout(timer);
  }, [newest, submit]);
}
