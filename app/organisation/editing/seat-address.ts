/** What was just done, as the page says it. */
export const SEAT_DONE = ['isDone', 'isPlanned', 'undone'] as const;
export type SeatDone = (typeof SEAT_DONE)[number];

/** The page on which a seat is edited; without one, what stands at the top of its chart. */
export function seatAddress(chartId: string, positionId: string | null, done?: SeatDone): string {
  const params = { chart: chartId, ...(positionId && { position: positionId }), ...(done && { done }) };
  return `/org/seat?${new URLSearchParams(params)}`;
}
