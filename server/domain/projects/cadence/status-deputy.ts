import type { LateQuestion } from '#server/domain/conversation/follow-up-questions.ts';
import { awayUntil } from '#server/domain/people/absence.queries.ts';
import { dayText, holders } from '#server/domain/projects/project-holders.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** Who else answers for a project: its deputy, or the lead where the deputy was asked; null where they are away too. */
export async function statusDeputy(tx: Tx, question: LateQuestion, now: Date): Promise<string | null> {
  const day = dayIn('UTC', now);
  const rows = await tx.$queryRaw<{ personId: string }[]>(Prisma.sql`
    SELECT h.person_id::text AS "personId" FROM status_update s
    JOIN ${holders(dayText(day))} h ON h.project_id = s.project_id AND h.role IN ('lead', 'deputy')
    JOIN account a ON a.person_id = h.person_id AND a.state = 'active'
    WHERE s.entry_id = ${question.threadId}::uuid
      AND h.person_id NOT IN (${question.answererId}::uuid, ${question.askerId}::uuid)
    ORDER BY h.role = 'deputy' DESC, h.person_id`);
  const ids = rows.map((row) => row.personId);
  const away = await awayUntil(tx, ids, day);
  return ids.find((id) => !away.has(id)) ?? null;
}
