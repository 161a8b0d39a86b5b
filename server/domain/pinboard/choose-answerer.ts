import { absenceOn } from '#server/domain/people/absence.queries.ts';
import { toDay } from '#server/domain/people/day.ts';
import { managerAbove, seatsOf } from '#server/domain/people/seat.queries.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';

export type Answerer = {
  personId: string;
  /** Why this person: the one asked, their deputy while they are away, or else whoever leads them. */
  as: 'owner' | 'deputy' | 'manager';
};

/**
 * Who answers a question that is asked now. While the owner is away it is the deputy, at once; a deputy who asks
 * themselves, is away or has left is skipped, then it is the manager; without either it waits for the owner.
 * @param today the day at the owner's site.
 */
export async function chooseAnswerer(
  db: Database | Tx,
  ownerId: string,
  askerId: string,
  today: Date,
): Promise<Answerer> {
  const day = toDay(today);
  const absence = await absenceOn(db, ownerId, day);
  if (!absence) return { personId: ownerId, as: 'owner' };
  if (absence.deputyId && (await canAnswer(db, absence.deputyId, askerId, today))) {
    return { personId: absence.deputyId, as: 'deputy' };
  }
  const seat = (await seatsOf(db, [ownerId], today)).get(ownerId)?.[0];
  const manager = seat && (await managerAbove(db, seat.positionId, ownerId, today));
  if (manager && (await canAnswer(db, manager.person.id, askerId, today))) {
    return { personId: manager.person.id, as: 'manager' };
  }
  return { personId: ownerId, as: 'owner' };
}

/** Is there, and did not ask: they can be asked to answer today. */
export async function canAnswer(
  db: Database | Tx,
  personId: string,
  askerId: string,
  today: Date,
): Promise<boolean> {
  if (personId === askerId) return false;
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { endsOn: true, erasedAt: true, nameWithheld: true },
  });
  if (!person || person.erasedAt || person.nameWithheld || (person.endsOn && person.endsOn <= today))
    return false;
  return (await absenceOn(db, personId, toDay(today))) === null;
}
