import { useEffect, useState } from 'react';
import type { SuggestAnswer } from './suggest.ts';

const PAUSE_MS = 120;

export type Suggestions = { query: string; answer: SuggestAnswer | null; failed: boolean };

/** Asks the search while somebody types: after a short pause, and only the last question counts. */
export function useSuggestions(query: string): Suggestions {
  const [result, setResult] = useState<Suggestions>({ query: '', answer: null, failed: false });
  useEffect(() => {
    if (query === '') {
      setResult({ query, answer: null, failed: false });
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/search/suggest?q=${encodeURIComponent(query)}`, {
          signal: controller.signal,
          headers: { Accept: 'application/json' },
        });
        if (!response.ok) throw new Error(String(response.status));
        setResult({ query, answer: await response.json(), failed: false });
      } catch {
        if (!controller.signal.aborted) setResult({ query, answer: null, failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query]);
  return result;
}
