import type { PersonRef } from '#server/domain/identity/person-ref.ts';

/**
 * What became different between two days. Of people: who joined the chart, who left it, who took another seat in it.
 * Of seats: moved (to another manager, unit or location), renamed, added, ended; where somebody sits there whose own
 * change says it already, only that one is told.
 */
export type ChangeKind = 'joined' | 'left' | 'moved' | 'renamed' | 'added' | 'ended';

/** A seat as it stood on one of the two days. */
export type SeatThen = {
  positionId: string;
  title: string;
  unit: string | null;
  site: string | null;
  /** The position it reported to: its first holder's name, else its title. */
  manager: string | null;
};

export type ChartChange = {
  id: string;
  kind: ChangeKind;
  /** Whose change it is; none for a seat. */
  person: PersonRef | null;
  /** Who sits on a changed seat on the later day. */
  holders: PersonRef[];
  before: SeatThen | null;
  after: SeatThen | null;
};

export type ChangePage = {
  /** The two days, earlier first. */
  since: string;
  on: string;
  counts: Record<ChangeKind, number>;
  rows: ChartChange[];
  /** Cursor of the next page. */
  next: string | null;
};

/** A day on which something in a chart begins or ends, and for how many seats. */
export type ChangeDay = { on: string; count: number };
