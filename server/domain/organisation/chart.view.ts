import type { PersonRef } from '#server/domain/identity/person-ref.ts';

/** Who sits on a card. */
export type Holder = {
  person: PersonRef;
  /** Percent of a full seat. */
  share: number;
  /** First day back, where absent on the chart's day. */
  awayUntil?: string;
  /** Who stands in until then. */
  deputy?: PersonRef;
};

/** What became different on a card since an earlier day: a new seat, who came, who went, where it belongs. */
export type CardMark = 'added' | 'joined' | 'left' | 'moved';

/** Another seat, and the person it is called after, where somebody with a name sits there. */
export type SeatRef = { id: string; label: string; person?: PersonRef };

/** One position as chart, tree and table show it. */
export type ChartCard = {
  id: string;
  parentId: string | null;
  title: string;
  unit: string | null;
  unitId: string | null;
  site: string | null;
  /** Empty: vacant. Two or more: a job share. */
  holders: Holder[];
  vacantSince: string | null;
  /** How many report to it, directly and in all. */
  direct: number;
  total: number;
  /** Positions it also works for (dotted lines). */
  dotted: { id: string; label: string }[];
  /** The seat that stands in for it, called after whoever sits there. */
  deputy?: SeatRef;
  /** Where two days are compared, and something is not the same. */
  marks?: CardMark[];
};

/** A part of a chart around one position: the chain above, peers beside, reports below. */
export type ChartView = {
  chart: { id: string; kind: 'company' | 'project'; name: string };
  /** The day shown, and whether it is today. */
  on: string;
  isToday: boolean;
  /** The earlier day that the marks compare with, if one is asked for. */
  since: string | null;
  focusId: string | null;
  /** The one asked for has no seat here: the chart opens at its top. */
  focusMissing: boolean;
  /** In order of siblings. */
  cards: ChartCard[];
  /** How many positions stand at the top. */
  roots: number;
  /** How many positions the chart has on that day. */
  size: number;
};

export type ChartListItem = {
  id: string;
  kind: 'company' | 'project';
  name: string;
  /** The actor has a seat in it. */
  mine: boolean;
};

export type ChartHit = { positionId: string; title: string; unit: string | null; holders: Holder[] };

export type Seat = {
  assignmentId: string;
  positionId: string;
  title: string;
  unit: string | null;
  site: string | null;
  chart: { id: string; kind: 'company' | 'project'; name: string };
  share: number;
  main: boolean;
  from: string;
  to: string | null;
  managers: PersonRef[];
  /** Who stands in, and for whom this seat does. */
  deputy: SeatRef | null;
  standsInFor: SeatRef[];
};

export type MiniChartRow = { positionId: string; title: string; holders: PersonRef[] };

/** "Where Mara sits": up to three above, the person, how many report to them. */
export type MiniChartView = {
  chartId: string;
  positionId: string;
  title: string;
  /** Topmost first. */
  chain: MiniChartRow[];
  /** Who stands in, and for whom this seat does. */
  deputy: SeatRef | null;
  standsInFor: SeatRef[];
  direct: number;
  total: number;
};

export type TableSort = 'name' | 'title' | 'unit' | 'site' | 'reports';

export type TablePage = {
  chart: { id: string; kind: 'company' | 'project'; name: string };
  rows: (ChartCard & { manager: { id: string; label: string } | null })[];
  total: number;
  /** Cursor of the next page. */
  next: string | null;
};
