import { useEffect } from 'react';
import { useExchange } from '#app/shell/exchange.ts';

/** How long the feed has to be in sight before it counts as read, in milliseconds. */
const READING_MS = 2_000;

/**
 * Marks the feed read up to `newest` once somebody has had it in front of them for a moment. Where it cannot be said
 * now, the next visit says it; the count comes back over the live connection, to every device.
 */
export function useMarkRead(newest: string | null): void {
  const { submit } = useExchange('feed-read');
  useEffect(() => {
    if (!newest) return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') submit({ upTo: newest }, '/feed/read');
    }, READING_MS);
    return () => clearTimeout(timer);
  }, [newest, submit]);
}
