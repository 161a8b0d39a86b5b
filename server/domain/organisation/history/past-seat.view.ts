/** What somebody held before: a seat as it was called once. `from` is its first day, `until` its last. */
export type PastSeat = {
  assignmentId: string;
  positionId: string;
  title: string;
  unit: string | null;
  site: string | null;
  /** `readable` where the actor may open the chart: of one's own seats, one is shown those in closed charts too. */
  chart: { id: string; kind: 'company' | 'project'; name: string; readable: boolean };
  share: number;
  from: string;
  until: string;
};

/** A time in which a seat was held and called the same; `to` is the day after its last, null while it goes on. */
export type Stretch = Omit<PastSeat, 'from' | 'until'> & { from: Date; to: Date | null };
