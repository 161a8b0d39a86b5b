import type { Stretch } from './past-seat.view.ts';

/**
 * Joins what follows on one another and looks the same to a reader: a seat of which only the grade was changed was not
 * left. Takes stretches by seat, oldest first, and keeps that order.
 */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const before = joined.at(-1);
    if (before && looksSame(before, stretch) && before.to?.getTime() === stretch.from.getTime())
      joined[joined.length - 1] = { ...before, to: stretch.to };
    else joined.push(stretch);
  }
  return joined;
}

function looksSame(one: Stretch, other: Stretch): boolean {
  return (
    one.assignmentId === other.assignmentId &&
    one.title === other.title &&
    one.unit === other.unit &&
    one.site === other.site
  );
}
