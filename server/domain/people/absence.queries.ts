import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { fromDay, toDay } from './day.ts';

/** Away until (the first day back) and who deputises; never why. */
export type AbsenceView = { id: string; from: string; until: string; deputy: PersonRef | null };

/** The absences of a person that are not over, the nearest first. */
export async function comingAbsences(
  db: Database | Tx,
  personId: string,
  today: Date,
  limit = 20,
): Promise<AbsenceView[]> {
  const rows = await db.absence.findMany({
    where: { personId, until: { gt: today } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  const deputies = rows.flatMap((row) => row.deputyId ?? []);
  const refs = await personRefs(db, deputies, today);
  return rows.map((row) => ({
    id: row.id,
    from: toDay(row.from),
    until: toDay(row.until),
    deputy: (row.deputyId && refs.get(row.deputyId)) || null,
  }));
}

/** Who of `personIds` is away today: person → first day back. One query. */
export async function awayUntil(
  db: Database | Tx,
  personIds: readonly string[],
  today: Date,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.absence.findMany({
    where: { personId: { in: [...personIds] }, from: { lte: today }, until: { gt: today } },
    select: { personId: true, until: true },
    orderBy: { until: 'asc' },
  });
  return new Map(rows.map((row) => [row.personId, toDay(row.until)]));
}

/** Whether an absence covers the day, and its deputy. For rooms that hand work on (questions, status reminders). */
export async function absenceOn(
  db: Database | Tx,
  personId: string,
  day: string,
): Promise<{ until: string; deputyId: string | null } | null> {
  const row = await db.absence.findFirst({
    where: { personId, from: { lte: fromDay(day) }, until: { gt: fromDay(day) } },
    orderBy: { until: 'desc' },
  });
  return row && { until: toDay(row.until), deputyId: row.deputyId };
}
