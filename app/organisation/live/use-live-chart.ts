import { useCallback, useEffect, useState } from 'react';
import { useCatchUp, useLive, useLiveRoom } from '#app/shell/live.tsx';
import { useRefresh } from '#app/shell/use-refresh.ts';
import { useReload } from '#app/shell/use-reload.ts';
import type { ChartHandle } from '../use-chart.ts';

/** In milliseconds: a whole company may have its chart open. */
const SPREAD_MS = 2_500;

/**
 * Keeps an open chart true: whoever has it before them sees what others edit, within seconds and without anything moving away under their eyes.
 * `asRows`: the table and the list of changes come with the page and are read with it.
 */
export function useLiveChart({ view, stale, renew }: ChartHandle, asRows: boolean): void {
  const chartId = view.chart.id;
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const load = useCallback(async () => {
    setBusy(true);
    await (asRows ? refresh() : renew());
    setBusy(false);
  }, [asRows, refresh, renew]);
  const reload = useReload({ state: busy ? 'loading' : 'idle', load }, chartId, SPREAD_MS);
  useLiveRoom(`chart:${chartId}`);
  useLive('chart.changed', (message) => {
    if (message.chartId === chartId) reload();
  });
  useCatchUp(reload);

  // One's own edit is shown at once.
  useEffect(() => {
    if (stale) void renew();
  }, [stale, renew]);
}
