import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { toDay } from './day.ts';
import { inForce } from './relation.queries.ts';

/** Colleagues of the same units, by name: the likely deputies. */
export async function teamOf(db: Database, personId: string, today: Date): Promise<PersonRef[]> {
  const day = toDay(today);
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT p.id::text FROM person p WHERE p.id <> ${personId}::uuid AND p.erased_at IS NULL AND NOT p.name_withheld
      AND (p.ends_on IS NULL OR p.ends_on > ${day}::date)
      AND p.id IN (
        SELECT a.person_id FROM assignment mine
        JOIN position seat ON seat.id = mine.position_id
        JOIN chart c ON c.id = seat.chart_id AND c.kind = 'company'
        JOIN position po ON po.unit_id = seat.unit_id
        JOIN assignment a ON a.position_id = po.id AND ${inForce('a', day)}
        WHERE mine.person_id = ${personId}::uuid AND ${inForce('mine', day)})
    ORDER BY p.sort_name, p.id LIMIT 100`);
  const refs = await personRefs(
    db,
    rows.map((row) => row.id),
    today,
  );
  return rows.flatMap((row) => refs.get(row.id) ?? []);
}
