import type { Actor, Services } from '#app/shell/load-context.ts';
import type { ConnectionStep } from '#server/domain/organisation/path/connection.view.ts';
import type { ChartAddress } from '../chart-address.ts';

type NamedChart = { id: string; key: string; name: string };

/** A way with the names of the charts it leads through. */
export type PathWay = {
  /** The key of its chart; null where it leads through several. */
  chart: string | null;
  chartName: string | null;
  steps: (ConnectionStep & { chart: string; chartName: string })[];
};

export type PathView = {
  /** Empty where nothing connects them; null where one of them has no seat that the reader may see. */
  ways: PathWay[] | null;
};

/** How the two ends in the address are connected, in the charts that the reader has; null where none are asked for. */
export async function loadPath(
  services: Services,
  actor: Actor,
  address: ChartAddress,
  charts: NamedChart[],
): Promise<PathView | null> {
  if (!address.path) return null;
  const found = await services.organisation.connection(actor, { ...address.path, on: address.on });
  if (!found) return { ways: null };
  const named = new Map(charts.map((chart) => [chart.id, chart]));
  return {
    ways: found.ways.map(({ chartId, steps }) => ({
      chart: (chartId && named.get(chartId)?.key) ?? null,
      chartName: (chartId && named.get(chartId)?.name) ?? null,
      steps: steps.map((step) => ({
        ...step,
        chart: named.get(step.chartId)?.key ?? step.chartId,
        chartName: named.get(step.chartId)?.name ?? '',
      })),
    })),
  };
}

/** The positions of the way that is drawn into a chart: its own way there, else its part of one through several. */
export function positionsDrawn(path: PathView | null, chartId: string): string[] {
  const ways = path?.ways ?? [];
  const way = ways.find(({ steps }) => steps.every((step) => step.chartId === chartId)) ?? ways[0];
  return (way?.steps ?? []).filter((step) => step.chartId === chartId).map((step) => step.position.id);
}
