import type { ChartCard } from '#server/domain/organisation/chart.view.ts';

/**
 * How one comes from the position before to this one: up or down a primary line, up or down a dotted one, or because
 * the same person sits on both.
 */
export type StepKind = 'start' | 'up' | 'down' | 'dottedUp' | 'dottedDown' | 'sameSeat';

export type ConnectionStep = {
  by: StepKind;
  chartId: string;
  position: Pick<ChartCard, 'id' | 'title' | 'unit' | 'holders'>;
};

/** One way from the first to the last position, through one chart or, where only that leads there, several. */
export type Way = {
  /** Null where it leads through several charts. */
  chartId: string | null;
  steps: ConnectionStep[];
};

/** How two are connected: the shortest way first. Empty where nothing connects them. */
export type Connection = { ways: Way[] };
