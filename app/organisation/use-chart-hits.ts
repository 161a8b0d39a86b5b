import { useEffect, useState } from 'react';
import type { ChartHit } from '#server/domain/organisation/chart.view.ts';

const PAUSE_MS = 120;

/** What a search answered, and to which text. */
export type Answer = { text: string; hits: ChartHit[]; failed: boolean };
const NOTHING: Answer = { text: '', hits: [], failed: false };

/** Searches one chart a moment after the last key; an older answer never overtakes a newer one. */
export function useChartHits(text: string, chartId: string, on: string | null): Answer {
  const [answer, setAnswer] = useState<Answer>(NOTHING);
  useEffect(() => {
    if (text === '') {
      setAnswer(NOTHING);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const params = new URLSearchParams({ chart: chartId, q: text, ...(on ? { on } : {}) });
        const response = await fetch(`/org/find?${params}`, { signal: controller.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { hits } = (await response.json()) as { hits: ChartHit[] };
        setAnswer({ text, hits, failed: false });
      } catch {
        if (!controller.signal.aborted) setAnswer({ text, hits: [], failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, chartId, on]);
  return answer;
}
