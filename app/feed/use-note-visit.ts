import { useEffect } from 'react';
import { useExchange } from '#app/shell/exchange.ts';

/** How long the feed has to be in sight before it was a visit, in milliseconds. */
const VISIT_MS = 2_000;

/**
 * Notes that somebody had the feed before them, so that the next visit's "new since" line stands above it. Where it
 * cannot be said now, the next visit says it.
 */
export function useNoteVisit(newest: string | null): void {
  const { submit } = useExchange('feed-visit');
  useEffect(() => {
    if (!newest) return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') submit({ visit: newest }, '/feed/read');
    }, VISIT_MS);
    return () => clearTimeout(timer);
  }, [newest, submit]);
}
