import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import { type LineKind, Prisma } from '#server/platform/database/schema.ts';
import type { SeatRef } from './chart.view.ts';
import { inForce } from './in-force.ts';
import { written } from './written-on.ts';

/** A seat at the other end of a line, and the first of those who sit there. */
export type RawSeat = { id: string; title: string; personId: string | null };

/** SQL: the seats to which lines of a kind lead from seat `p`, or from which they come to it; null for none. */
export function seatsAlong(kind: LineKind, day: Date, way: 'to' | 'from' = 'to'): Prisma.Sql {
  const { title, joins } = written('m', day);
  const [own, others] = (way === 'to' ? ['position_id', 'manager_id'] : ['manager_id', 'position_id']).map(
    (end) => Prisma.raw(`l.${end}`),
  );
  return Prisma.sql`(SELECT json_agg(json_build_object('id', m.id, 'title', ${title}, 'personId',
      (SELECT a.person_id FROM assignment a WHERE a.position_id = m.id AND ${inForce('a', day)}
       ORDER BY a.share DESC, a.valid_from, a.id LIMIT 1)) ORDER BY m.rank, m.id)
    FROM reporting_line l JOIN position m ON m.id = ${others} ${joins}
    WHERE ${own} = p.id AND l.kind = ${kind}::line_kind AND ${inForce('l', day)})`;
}

/** Everybody that seats are called after. */
export function holdersOf(...seats: (RawSeat[] | null)[]): string[] {
  return seats.flatMap((some) => (some ?? []).flatMap((seat) => seat.personId ?? []));
}

/** A seat is called after whoever sits there, else by its title. */
export function seatRef({ id, title, personId }: RawSeat, people: Map<string, PersonRef>): SeatRef {
  const person = personId ? people.get(personId) : undefined;
  return person?.name ? { id, label: person.name, person } : { id, label: title };
}
