import { useEffect, useState } from 'react';
import type { SuggestAnswer } from '#app/shell/palette/suggest.ts';

export type Candidate = SuggestAnswer['people'][number];

const PAUSE_MS = 120;
const NOBODY: Candidate[] = [];

/** Colleagues whose names begin like `query`, asked for after a short pause; only the last question counts. */
export function useMentionCandidates(query: string, audienceId?: string): Candidate[] {
  const [people, setPeople] = useState(NOBODY);
  useEffect(() => {
    if (query === '') {
      setPeople(NOBODY);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const search = new URLSearchParams({ q: query, ...(audienceId ? { audience: audienceId } : {}) });
      try {
        const response = await fetch(`/search/people?${search}`, { signal: controller.signal });
        if (response.ok) setPeople((await response.json()).people);
      } catch {
        // Suggestions are a convenience: without them `@handle` still works.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, audienceId]);
  return people;
}
